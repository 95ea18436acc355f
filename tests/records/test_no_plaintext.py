"""Private stays private: nothing that was written can be read from any file without the key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.records.kept import PASSPHRASE, Kept

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.backup import write_backup
from mediation_desk.records.engine import writing
from mediation_desk.records.restore import restore_backup

SECRETS = ("张秀兰", "𠮷田㛃", "410802199003078888", "13938912345", "人民调解协议书", PASSPHRASE)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")


def spellings() -> Iterator[bytes]:
    for secret in SECRETS:
        for encoding in ENCODINGS:
            yield secret.encode(encoding)


def readable(folder: Path) -> list[str]:
    """The files under ``folder`` that hold a secret in their bytes or their name."""
    found = []
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        if any(spelling in content for spelling in spellings()) or any(secret in path.name for secret in SECRETS):
            found.append(path.name)
    return found


def test_the_search_finds_what_lies_open(tmp_path: Path) -> None:
    """A search that cannot find proves nothing."""
    (tmp_path / "open.txt").write_bytes("甲方：张秀兰".encode("gb18030"))
    assert readable(tmp_path) == ["open.txt"]


def test_no_file_of_the_profile_tells_anything(kept: Kept, tmp_path: Path) -> None:
    """Database, log, full-text index, sorted and spilled rows, blobs, backups, a stopped backup, a desk put aside."""
    with writing(kept.engine) as connection:
        connection.exec_driver_sql("CREATE TABLE person (name TEXT, number TEXT) STRICT")
        connection.exec_driver_sql("CREATE VIRTUAL TABLE found USING fts5 (name, number)")
        rows = [(f"{SECRETS[0]}{SECRETS[1]}", f"{SECRETS[2]}{SECRETS[3]}")] * 5000
        connection.exec_driver_sql("INSERT INTO person VALUES (?, ?)", rows)
        connection.exec_driver_sql("INSERT INTO found SELECT * FROM person ORDER BY name, number DESC")
        connection.exec_driver_sql("DELETE FROM person WHERE rowid % 2")
        kept.blobs.put(SECRETS[4].encode() * 1000)
        assert readable(kept.profile.folder) == []
    looked: list[int] = []

    def look(done: int, total: int) -> None:
        looked.append(done)
        assert readable(tmp_path) == []

    now = datetime(2026, 11, 24, 4, tzinfo=UTC)
    file = kept.profile.backups / "desk.backup"
    write_backup(kept.engine, kept.blobs, kept.vault, file, now=now, desk="03", counts={"case": 1}, progress=look)
    assert looked
    assert (kept.profile.folder / "desk.db-wal").stat().st_size > 0
    kept.engine.dispose()
    restore_backup(file, kept.profile, passphrase=PASSPHRASE, now=now, progress=look)
    with pytest.raises(KnownProblem):
        restore_backup(file, kept.profile, passphrase="wrong", now=now)
    assert readable(tmp_path) == []
