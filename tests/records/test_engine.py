"""The encrypted database: what every connection promises, and what the world may do to it."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from random import Random

import apsw
import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import IntegrityError
from tests.records.faults import fill, open_to_all, refusal, small_disk
from tests.records.kept import Kept, make_kept

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.engine import cipher_check, open_engine, prepare, reading, writing


@pytest.fixture
def filled(kept: Kept) -> Kept:
    """A desk whose database has some hundred pages."""
    fill_table(kept)
    return kept


def fill_table(kept: Kept, rows: int = 200) -> None:
    with writing(kept.engine) as connection:
        connection.exec_driver_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
        connection.exec_driver_sql("INSERT INTO note (text) VALUES (?)", [("张秀兰" + "字" * 600,)] * rows)


def add_note(kept: Kept, text: str = "x") -> None:
    with writing(kept.engine) as connection:
        connection.exec_driver_sql("INSERT INTO note (text) VALUES (?)", (text,))


def count(kept: Kept) -> int:
    with reading(kept.engine) as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one())


def test_every_connection_keeps_the_promises(kept: Kept) -> None:
    """Durable, checked, private: on each connection, not only on the first."""
    promised = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "temp_store": 2,
        "secure_delete": 1,
        "busy_timeout": 200,
        "recursive_triggers": 1,
        "trusted_schema": 0,
    }
    with reading(kept.engine) as one, reading(kept.engine) as other:
        for connection in (one, other):
            got = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in promised}
            assert got == promised


def test_a_write_is_whole_or_absent(filled: Kept) -> None:
    """What raises inside the block leaves nothing."""
    with pytest.raises(ZeroDivisionError), writing(filled.engine) as connection:
        connection.exec_driver_sql("DELETE FROM note")
        raise ZeroDivisionError
    assert count(filled) == 200


def test_a_read_is_of_one_moment(filled: Kept) -> None:
    """A writer in between does not move what a reader sees, and is not held up by it."""
    with reading(filled.engine) as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one()
        add_note(filled)
        assert connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one() == before
    assert count(filled) == before + 1


def test_threads_share_the_pool(filled: Kept) -> None:
    """A window's worker and the window write one after the other and lose nothing."""
    patient = replace(filled, engine=open_engine(filled.profile.database, filled.vault.key, busy_seconds=60))

    def work() -> None:
        for _ in range(10):
            add_note(patient)

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(work) for _ in range(4)]:
            done.result()
    patient.engine.dispose()
    assert count(filled) == 240


def test_our_own_mistakes_are_not_dressed_up(filled: Kept) -> None:
    """A broken rule of the tables is a bug, not a problem of the disk."""
    with pytest.raises(IntegrityError) as caught, writing(filled.engine) as connection:
        connection.exec_driver_sql("INSERT INTO note (id, text) VALUES (1, ?)", ("张秀兰",))
    assert "张秀兰" not in str(caught.value)  # an error's text may reach a report


def test_another_reader_opens_the_same_file(filled: Kept) -> None:
    """The format is SQLCipher's own: an independent program with the key reads every row."""
    filled.engine.dispose()
    other = apsw.Connection(str(filled.profile.database))
    other.pragma("cipher", "sqlcipher")
    other.pragma("legacy", 4)
    other.pragma("key", f"raw:{filled.vault.key.hex()}")
    rows = [str(text) for (text,) in other.execute("SELECT text FROM note")]
    other.close()
    assert len(rows) == 200
    assert rows[0].startswith("张秀兰")


def test_check_counts_pages_and_names_the_cipher(filled: Kept) -> None:
    """What ``check`` tells a person is what the database says."""
    with reading(filled.engine) as connection:
        found = cipher_check(connection)
    assert found.faults == ()
    assert found.pages > 90
    assert found.cipher.startswith("4.")
    assert "openssl" in found.provider.lower()


def test_a_wrong_key_is_a_sentence(filled: Kept, capfd: pytest.CaptureFixture[str]) -> None:
    """And nothing of it on stderr, where SQLCipher would log it."""
    filled.engine.dispose()
    with pytest.raises(KnownProblem, match="does not open with this key"):
        open_engine(filled.profile.database, bytes(32))
    assert capfd.readouterr() == ("", "")


def test_a_missing_database_is_not_made_by_opening(filled: Kept, tmp_path: Path) -> None:
    """A lost file is said; an empty one in its place would hide the loss."""
    with pytest.raises(KnownProblem, match="cannot be opened"):
        open_engine(tmp_path / "nowhere.db", filled.vault.key)
    assert not (tmp_path / "nowhere.db").exists()


@pytest.mark.parametrize("seed", range(6))
def test_one_changed_byte_is_found(filled: Kept, seed: int) -> None:
    """Wherever it is: on opening, on reading, and by the check."""
    filled.engine.dispose()
    path = filled.profile.database
    content = bytearray(path.read_bytes())
    place = Random(seed).randrange(len(content))
    content[place] ^= 1 << seed
    path.write_bytes(content)
    with pytest.raises(KnownProblem, match="damaged"):
        read_all(path, filled.vault.key)


def read_all(path: Path, key: bytes) -> None:
    engine = open_engine(path, key)
    try:
        with reading(engine) as connection:
            found = cipher_check(connection)
            assert found.faults
            connection.exec_driver_sql("SELECT sum(length(text)) FROM note").scalar_one()
    finally:
        engine.dispose()


def test_two_processes_writing_at_once(filled: Kept) -> None:
    """The second waits, then is told; when the first is done it writes."""
    holder = sqlcipher.connect(str(filled.profile.database), isolation_level=None)
    prepare(holder, filled.vault.key)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(KnownProblem, match="Another window or command is writing"):
        add_note(filled)
    assert count(filled) == 200
    holder.execute("COMMIT")
    holder.close()
    add_note(filled)
    assert count(filled) == 201


def test_a_full_disk_loses_nothing() -> None:
    """The write says so, what was committed stays, and with room again it goes on."""
    with small_disk(4096) as disk:
        kept = make_kept(disk / "desk")
        fill_table(kept)
        filling = fill(disk)
        with pytest.raises(KnownProblem, match="disk is full"):
            add_note(kept, "字" * 400_000)
        assert count(kept) == 200
        filling.unlink()
        add_note(kept, "字" * 1000)
        with reading(kept.engine) as connection:
            assert cipher_check(connection).faults == ()
        assert count(kept) == 201
        kept.engine.dispose()


def test_a_limit_on_the_size_of_files_loses_nothing(filled: Kept) -> None:
    """A quota of the system is met like a full disk: a sentence, and the rows as they were."""
    filled.engine.dispose()
    limit = filled.profile.database.stat().st_size + 40_000
    said = refusal(lambda: add_note(filled, "字" * 400_000), file_limit=limit)
    assert "disk" in said
    assert count(filled) == 200


def test_a_read_only_folder_is_said() -> None:
    """Without the right to write: by a sentence, with the database as it was."""
    with open_to_all() as folder:
        kept = make_kept(folder / "desk")
        fill_table(kept, 10)
        kept.engine.dispose()
        before = kept.profile.database.read_bytes()
        os.chmod(kept.profile.folder, 0o555)  # noqa: PTH101
        kept.profile.database.chmod(0o444)
        said = refusal(lambda: open_engine(kept.profile.database, kept.vault.key), another_user=True)
        assert "may not be written to" in said or "cannot be opened" in said
        assert kept.profile.database.read_bytes() == before
