"""A desk's folder with its vault, database and blobs: the real ones, with a passphrase that is cheap to try."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from sqlalchemy import Engine

from mediation_desk.records import vault as vaults
from mediation_desk.records.blobs import BlobStore
from mediation_desk.records.engine import open_engine
from mediation_desk.records.profile import Profile
from mediation_desk.records.vault import Cost, Vault

CHEAP = Cost(memory_kib=32, iterations=1, lanes=1)
PASSPHRASE = "山阳区的春天 2026"


@dataclass(frozen=True)
class Kept:
    """What a desk keeps on the disk, opened."""

    profile: Profile
    vault: Vault
    recovery: str
    engine: Engine
    blobs: BlobStore


def make_kept(folder: Path, seed: int = 1) -> Kept:
    """A new desk in ``folder``; the same seed gives the same key."""
    profile = Profile(folder)
    profile.prepare()
    vault, recovery = vaults.create(profile, PASSPHRASE, keyring=False, rng=Random(seed).randbytes, cost=CHEAP)
    engine = open_engine(profile.database, vault.key, create=True, busy_seconds=0.2)
    return Kept(profile, vault, recovery, engine, BlobStore(profile.blobs, vault))
