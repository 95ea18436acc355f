"""A restore that is broken off at any moment: the one desk or the other is there, whole, and nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine
from tests.records.faults import ends_at_rename
from tests.records.kept import PASSPHRASE, make_kept

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records import vault as vaults
from mediation_desk.records.backup import write_backup
from mediation_desk.records.blobs import BlobRef, BlobStore
from mediation_desk.records.engine import open_engine, reading, writing
from mediation_desk.records.fork import fork_pending
from mediation_desk.records.profile import Profile
from mediation_desk.records.restore import restore_backup

NOW = datetime(2026, 11, 24, 4, tzinfo=UTC)


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of a desk that says "old"."""
    other = make_kept(tmp_path / "other", seed=2)
    write_word(other.engine, "old")
    other.blobs.put(b"old paper")
    write_backup(other.engine, other.blobs, other.vault, tmp_path / "backup", now=NOW, desk="03", counts={})
    other.engine.dispose()
    return tmp_path / "backup"


def make_present(folder: Path) -> Profile:
    """A desk that says "present", with its log not yet folded into its database, as a killed process leaves it."""
    present = make_kept(folder)
    write_word(present.engine, "present")
    present.blobs.put(b"present paper")
    log = present.profile.folder / "desk.db-wal"
    content = log.read_bytes()
    present.engine.dispose()
    log.write_bytes(content)
    return present.profile


def write_word(engine: Engine, word: str) -> None:
    with writing(engine) as connection:
        connection.exec_driver_sql("CREATE TABLE word (word TEXT) STRICT")
        connection.exec_driver_sql("INSERT INTO word VALUES (?)", (word,))


def word_in(profile: Profile) -> str:
    """Open the desk as it stands, with its blobs, and read its one word."""
    vault = vaults.open_with_passphrase(profile, PASSPHRASE)
    engine = open_engine(profile.database, vault.key)
    try:
        with reading(engine) as connection:
            word = str(connection.exec_driver_sql("SELECT word FROM word").scalar_one())
    finally:
        engine.dispose()
    (blob,) = BlobStore(profile.blobs, vault).verify()
    assert isinstance(blob, BlobRef)
    assert BlobStore(profile.blobs, vault).get(blob.digest) == f"{word} paper".encode()
    return word


def test_killed_at_any_rename_one_desk_or_the_other_is_there(backup: Path, tmp_path: Path) -> None:
    """The process ends before its n-th rename, for every n, until a restore comes through."""
    outcomes = []
    for number in range(1, 40):
        profile = make_present(tmp_path / f"desk {number}")
        killed = ends_at_rename(number, partial(restore_backup, backup, profile, passphrase=PASSPHRASE, now=NOW))
        assert profile.exists
        profile.prepare()  # whoever opens next makes the folders that are missing before anything else
        outcomes.append(word_in(profile))
        assert not profile.swap.exists()
        if outcomes[-1] == "old":
            (aside,) = profile.aside.iterdir()
            assert word_in(Profile(aside)) == "present"
            assert fork_pending(profile)
        if not killed:
            break
    assert outcomes[0] == "present"
    assert outcomes[-1] == "old"
    assert outcomes == sorted(outcomes, reverse=True)  # once ordered, a swap is never half taken back
    assert len(outcomes) > 8


def test_a_damaged_order_stops_everything(tmp_path: Path) -> None:
    """Rather than guess which desk was meant."""
    profile = make_present(tmp_path / "desk")
    profile.swap.write_bytes(b"{")
    with pytest.raises(KnownProblem, match="unfinished restore"):
        vaults.open_with_passphrase(profile, PASSPHRASE)
    profile.swap.unlink()
    assert word_in(profile) == "present"
