"""The encrypted database of a desk, opened: SQLCipher under SQLAlchemy Core."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.disk import CANNOT_OPEN, translating_disk_errors

BUSY_SECONDS = 5.0
CACHE_KIB = 8_000
"""What a connection keeps of the pages it has decrypted: four times the usual, since each costs as much as a short query."""
_WRITING = "desk_writing"


def open_engine(database: Path, key: bytes, *, create: bool = False, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """The engine over ``database`` with the vault's 32-byte ``key``; the key is proved by reading once.

    ``create``: make the file if it is absent. ``busy_seconds``: how long a write waits for another process.
    Raises ``KnownProblem`` for a wrong key, a damaged, absent or unwritable file.
    Write inside ``writing(engine)``, read inside ``reading(engine)``; ``engine.dispose()`` closes the files.
    """
    if not create and not database.is_file():
        raise KnownProblem(CANNOT_OPEN)

    def connect() -> sqlcipher.Connection:
        return _connect(database, key, busy_seconds)

    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=connect,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
        hide_parameters=True,  # else an error's text, and so a crash report, would hold names and numbers
    )
    event.listen(engine, "begin", _begin)
    try:
        with translating_disk_errors(), engine.connect():
            pass
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection inside one read transaction: everything read in the block is of one moment."""
    with translating_disk_errors(), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection inside one write transaction, committed when the block ends, undone when it raises.

    Waits for another writer up to the engine's busy time, then raises ``KnownProblem``.
    """
    with translating_disk_errors(), engine.connect() as plain:
        connection = plain.execution_options(**{_WRITING: True})
        with connection.begin():
            yield connection


@dataclass(frozen=True, slots=True)
class CipherCheck:
    """What the database says of itself; ``faults`` is empty when every page is as it was written."""

    faults: tuple[str, ...]
    pages: int
    sqlite: str
    cipher: str
    provider: str


def cipher_check(connection: Connection) -> CipherCheck:
    """Verify the seal of every page (``cipher_integrity_check``) and then the structure (``integrity_check``)."""
    run = connection.exec_driver_sql
    provider = _column(run, "PRAGMA cipher_provider") + _column(run, "PRAGMA cipher_provider_version")
    return CipherCheck(
        faults=page_faults(run),
        pages=int(_column(run, "PRAGMA page_count")[0]),
        sqlite=sqlcipher.sqlite_version,
        cipher=" ".join(_column(run, "PRAGMA cipher_version")),
        provider=" ".join(provider),
    )


Run = Callable[[str], Iterable[Sequence[object]]]


def page_faults(run: Run) -> tuple[str, ...]:
    """What is wrong with the pages of the database that ``run`` asks; empty when nothing is."""
    broken = _column(run, "PRAGMA cipher_integrity_check")
    # SQLite's own check of a file with broken pages would say nothing more, at length.
    return broken or tuple(line for line in _column(run, "PRAGMA integrity_check") if line != "ok")


def _column(run: Run, pragma: str) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in run(pragma))


def _connect(database: Path, key: bytes, busy_seconds: float) -> sqlcipher.Connection:
    # One connection serves several threads, one after another: the pool hands it to one at a time.
    connection = sqlcipher.connect(str(database), isolation_level=None, check_same_thread=False, timeout=busy_seconds)
    try:
        prepare(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def prepare(connection: sqlcipher.Connection, key: bytes) -> None:
    """Give a fresh SQLCipher connection its key and the settings every connection of a desk has."""
    if len(key) != 32:
        raise ValueError("the vault's key has 32 bytes")
    for pragma in (
        "cipher_log_level = NONE",  # first: a refused key would else be reported on stderr
        f"key = \"x'{key.hex()}'\"",
        "cipher_compatibility = 4",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        f"cache_size = -{CACHE_KIB}",
        "secure_delete = ON",
        "trusted_schema = OFF",
        "recursive_triggers = ON",  # else INSERT OR REPLACE deletes without asking the DELETE triggers
    ):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _begin(connection: Connection) -> None:
    # The driver is in autocommit: a writer takes its lock at once, so that it never fails half-way for one.
    writes = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
