"""Saving case graphs through the one door, against bare SQLite with the same encryption.

The limit writes the very rows that the program writes (records, journal, search index, the row of the list), a transaction
a unit, and nothing else: the statements of our own run, played again on a copy of the desk by the bare driver. Told as
well: the same against the rows of the records alone, which no program with a journal and a search index could reach.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, event

from bench import desk
from bench.cases import Maker
from bench.figures import Figure, median, seconds
from mediation_desk.actions.seat import Seat
from mediation_desk.records.engine import prepare
from mediation_desk.records.tables import RECORD_TABLES

ROUNDS = 7
EACH = 100
BULK = 2_000

Statement = tuple[str, Any, bool]
"""SQL, its values, and whether they are those of many rows."""

_RECORDS = tuple(f"INSERT INTO {name} " for table in RECORD_TABLES for name in (table, f'"{table}"'))


@dataclass
class Written:
    """What a run of ours has written: its statements, unit by unit."""

    units: list[list[Statement]] = field(default_factory=list)
    _open: list[Statement] = field(default_factory=list)

    def heard(self, _c: object, _cursor: object, sql: str, values: Any, _context: object, many: bool) -> None:
        """A statement that is about to run."""
        if sql.lstrip().startswith(("INSERT", "UPDATE", "DELETE")):
            self._open.append((sql, values, many))

    def committed(self, _connection: object) -> None:
        """The end of a transaction."""
        if self._open:
            self.units.append(self._open)
            self._open = []

    def of_records(self) -> list[list[Statement]]:
        """The rows of the records alone."""
        return [[s for s in unit if s[0].startswith(_RECORDS)] for unit in self.units]


@contextmanager
def listening(engine: Engine) -> Iterator[Written]:
    """What is written in the block."""
    written = Written()
    event.listen(engine, "before_cursor_execute", written.heard)
    event.listen(engine, "commit", written.committed)
    yield written
    event.remove(engine, "before_cursor_execute", written.heard)
    event.remove(engine, "commit", written.committed)


class Bare:
    """A copy of the desk's database in the hands of the bare driver."""

    def __init__(self, seat: Seat, file: Path) -> None:
        with seat.read() as reader:
            reader.connection.exec_driver_sql("SELECT 1")
        shutil.copyfile(seat.desk.profile.database, file)
        self._connection = sqlcipher.connect(str(file), isolation_level=None)
        prepare(self._connection, seat.desk.vault.key)

    def play(self, units: Sequence[Sequence[Statement]]) -> None:
        """Write them, a transaction each."""
        for unit in units:
            self._connection.execute("BEGIN IMMEDIATE")
            for sql, values, many in unit:
                (self._connection.executemany if many else self._connection.execute)(sql, values)
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def measure(folder: Path) -> Iterator[Figure]:
    """The figures of saving."""
    with desk.opened(folder / "saving") as (seat, maker):
        desk.write(seat, maker.graphs(BULK))  # a desk in use, and what the first case loads is loaded
        yield from _figures("a case graph saved, a unit each", seat, maker, (EACH, 1), folder, (0.3, 0.8))
        yield from _figures("case graphs saved, 1,000 in a unit", seat, maker, (BULK, 1_000), folder, (0.4, 0.9))


def _figures(
    name: str, seat: Seat, maker: Maker, size: tuple[int, int], folder: Path, bounds: tuple[float, float]
) -> Iterator[Figure]:
    count, unit = size
    with seat.desk.store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
    copies = [Bare(seat, folder / f"{unit}-{what}.db") for what in ("same", "records")]
    ours: list[float] = []
    limits: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        graphs = list(maker.graphs(count))
        with listening(seat.desk.store.engine) as written:
            ours.append(count / seconds(partial(desk.write, seat, graphs, unit)))
        for copy, own, units in zip(copies, limits, (written.units, written.of_records()), strict=True):
            own.append(count / seconds(partial(copy.play, units)))
    for copy in copies:
        copy.close()
    same, records = (median(own) for own in limits)
    yield Figure(f"{name}, against the same rows bare", "graphs/s", median(ours), same, *bounds, more=True)
    yield Figure(f"{name}, against bare records alone", "graphs/s", median(ours), records, None, None, more=True)
