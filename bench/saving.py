"""Saving a case graph, against bare SQLite with the same encryption writing the same rows of records, and no more.

The limit writes records alone. What this program writes beside them in the same transaction, the journal, the search
index and the row of the list, is what the ratio pays for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from bench import desk
from bench.cases import Graph, Maker
from bench.figures import Figure, median, seconds
from mediation_desk.actions.seat import Seat
from mediation_desk.records.engine import prepare
from mediation_desk.records.projection import row_of
from mediation_desk.records.tables import RECORD_TABLES

ROUNDS = 5
EACH = 100
BULK = 2_000

_KINDS = ("case", "subject", "party", "stage_change", "meeting", "agreement", "term")
_Rows = dict[str, list[tuple[object, ...]]]


class Bare:
    """The records' own tables and indexes in an encrypted file, and nothing above them."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlcipher.connect(str(file), isolation_level=None)
        prepare(self._connection, bytes(range(32)))
        self._insert: dict[str, str] = {}
        dialect = sqlite.dialect()
        for kind in _KINDS:
            table = RECORD_TABLES[kind]
            self._connection.execute(str(CreateTable(table).compile(dialect=dialect)))
            for index in table.indexes:
                self._connection.execute(str(CreateIndex(index).compile(dialect=dialect)))
            names = ", ".join(f'"{c.name}"' for c in table.columns)
            self._insert[kind] = f'INSERT INTO "{kind}" ({names}) VALUES ({", ".join("?" * len(table.columns))})'

    def write(self, rows: _Rows) -> None:
        """One transaction."""
        self._connection.execute("BEGIN IMMEDIATE")
        for kind, own in rows.items():
            self._connection.executemany(self._insert[kind], own)
        self._connection.execute("COMMIT")

    def write_all(self, parts: Iterable[_Rows]) -> None:
        """One transaction each."""
        for rows in parts:
            self.write(rows)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def rows_of(graphs: Sequence[Graph]) -> _Rows:
    """The records as bare values, in the order of each table's columns."""
    dialect = sqlite.dialect()
    bind = {kind: [(c.name, c.type.bind_processor(dialect)) for c in RECORD_TABLES[kind].columns] for kind in _KINDS}
    rows: _Rows = {}
    for graph in graphs:
        for record in graph.records:
            row = row_of(record)
            values = tuple(to(row[name]) if to else row[name] for name, to in bind[record.kind])
            rows.setdefault(record.kind, []).append(values)
    return rows


def measure(folder: Path) -> Iterator[Figure]:
    """The two figures of saving."""
    with desk.opened(folder / "saving") as (seat, maker):
        bare = Bare(folder / "bare.db")
        desk.write(seat, maker.graphs(50))  # the first one loads what every later one has ready
        yield _figure("saving a case graph, one unit each", seat, maker, bare, (EACH, 1), floor=0.3, goal=0.8)
        yield _figure("saving case graphs, 1,000 in a unit", seat, maker, bare, (BULK, 1_000), floor=0.4, goal=0.9)
        bare.close()


def _figure(
    name: str, seat: Seat, maker: Maker, bare: Bare, size: tuple[int, int], *, floor: float, goal: float
) -> Figure:
    count, unit = size
    ours: list[float] = []
    limits: list[float] = []
    for _ in range(ROUNDS):
        graphs = list(maker.graphs(count))
        parts = [rows_of(graphs[n : n + unit]) for n in range(0, count, unit)]
        limits.append(count / seconds(partial(bare.write_all, parts)))
        ours.append(count / seconds(partial(desk.write, seat, graphs, unit)))
    return Figure(name, "graphs/s", median(ours), median(limits), floor, goal, more=True)
