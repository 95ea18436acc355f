"""Blobs: issued papers and scans, each an encrypted file beside the database.

A blob is known by the SHA-256 of its content and lies under a keyed hash of it, so that nobody can see from a name that
a known document is there. It is on the disk before the commit that names it; one that no commit named is an orphan.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.disk import translating_disk_errors
from mediation_desk.records.durable import write_durably
from mediation_desk.records.sealed import SealDamaged, seal, unseal
from mediation_desk.records.vault import Vault

BLOB_NAME = re.compile(r"[0-9a-f]{64}")
_CONTEXT = b"blob"


@dataclass(frozen=True, slots=True)
class BlobRef:
    """A blob as records name it: ``digest`` is the SHA-256 of the content in hexadecimal, ``size`` its bytes."""

    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class BlobFault:
    """A file among the blobs that does not hold what it should."""

    name: str
    problem: KnownProblem


class BlobStore:
    """The blobs in ``folder``, under keys derived from ``vault``."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        self.folder = folder
        self._names = vault.derive("blob names")
        self._content = vault.derive("blob content")
        self._rng = vault.random

    def put(self, content: bytes) -> BlobRef:
        """Store ``content`` and return its name, once it is safely on the disk. Storing it again costs nothing."""
        ref = BlobRef(hashlib.sha256(content).hexdigest(), len(content))
        path = self.path_of(ref.digest)
        with translating_disk_errors():
            if self._holds(path, content):
                os.utime(path)  # an orphan that is wanted again is young again
            else:
                write_durably(path, seal(content, self._content, _CONTEXT + path.name.encode(), self._rng))
        return ref

    def get(self, digest: str) -> bytes:
        """The content known by ``digest``. ``KnownProblem`` when it is missing or not as it was stored."""
        path = self.path_of(digest)
        try:
            with translating_disk_errors():
                sealed = path.read_bytes()
        except FileNotFoundError as error:
            raise KnownProblem(
                "A paper or scan of this desk is missing on the disk (file {name}). The records are safe. "
                "Bring it back from the latest backup.",
                name=path.name[:12],
            ) from error
        return self._open(path.name, sealed)

    def exists(self, digest: str) -> bool:
        """Whether there is a file for ``digest``; ``verify`` tells whether it is whole."""
        return self.path_of(digest).is_file()

    def path_of(self, digest: str) -> Path:
        """Where the blob known by ``digest`` lies."""
        name = hmac.digest(self._names, bytes.fromhex(digest), "sha256").hex()
        return self.folder / name

    def paths(self) -> tuple[Path, ...]:
        """The blobs' files, in the order of their names."""
        with translating_disk_errors():
            return tuple(sorted(path for path in self.folder.iterdir() if BLOB_NAME.fullmatch(path.name)))

    def verify(self) -> Iterator[BlobRef | BlobFault]:
        """Open every blob: what it is, or what is wrong with it."""
        for path in self.paths():
            with translating_disk_errors():
                sealed = path.read_bytes()
            yield self.inspect(path.name, sealed)

    def inspect(self, name: str, sealed: bytes) -> BlobRef | BlobFault:
        """What the file ``name`` with the bytes ``sealed`` holds, or what is wrong with it."""
        try:
            content = self._open(name, sealed)
        except KnownProblem as problem:
            return BlobFault(name, problem)
        return BlobRef(hashlib.sha256(content).hexdigest(), len(content))

    def orphans(self, named: Collection[str]) -> tuple[Path, ...]:
        """Files that no digest in ``named`` leads to: left by a write that was never committed, or unfinished."""
        kept = {self.path_of(digest).name for digest in named}
        with translating_disk_errors():
            return tuple(sorted(path for path in self.folder.iterdir() if path.name not in kept))

    def collect(self, named: Collection[str], now: datetime, older_than: timedelta) -> int:
        """Remove orphans last written ``older_than`` before ``now``; how many. A younger one may yet be committed."""
        limit = (now - older_than).astimezone(UTC)
        removed = 0
        for path in self.orphans(named):
            with translating_disk_errors():
                if datetime.fromtimestamp(path.stat().st_mtime, UTC) <= limit:
                    path.unlink()
                    removed += 1
        return removed

    def _holds(self, path: Path, content: bytes) -> bool:
        """Whether the blob is there and whole; a damaged one is written again."""
        try:
            return self._open(path.name, path.read_bytes()) == content
        except (FileNotFoundError, KnownProblem):
            return False

    def _open(self, name: str, sealed: bytes) -> bytes:
        try:
            return unseal(sealed, self._content, _CONTEXT + name.encode())
        except SealDamaged as damage:
            raise KnownProblem(
                "A paper or scan of this desk is damaged on the disk (file {name}): {how}. The records are safe. "
                "Bring it back from the latest backup.",
                name=name[:12],
                how=damage.sentence,
            ) from damage
