"""The tables made anew from the journal, to prove that they are its projection, and to mend them when they are not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select

from mediation_desk.domain.records import ALL
from mediation_desk.journal.op import from_bytes
from mediation_desk.journal.upcast import upcast
from mediation_desk.records import projection, search, summary
from mediation_desk.records.reading import Reader
from mediation_desk.records.tables import CASE_SUMMARY, CHAIN_HEAD, OP, RECORD_TABLES, SEARCH_KEY, SEARCH_TEXT

COMPARED: tuple[Table, ...] = (*RECORD_TABLES.values(), OP, CHAIN_HEAD, CASE_SUMMARY, SEARCH_KEY)
_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A table whose rows are not what the journal says: how many are missing, too many or different."""

    table: str
    rows: int


def fill(source: Connection, target: Connection) -> int:
    """Copy the journal of ``source`` into the empty database ``target`` and project it there; returns the ops."""
    count = 0
    for rows in _journal(source):
        target.execute(OP.insert(), rows)
        for row in rows:
            op = upcast(from_bytes(row["body"]))
            projection.replay(target, op)
            count += 1
    _heads(source, target)
    reader = Reader(target)
    for record in ALL:
        search.index(target, [(r, True) for r in reader.find(record)])
    summary.refresh_all(target)
    return count


def mismatches(live: Connection, rebuilt: Connection) -> list[Mismatch]:
    """The tables that differ between the desk and what its journal makes."""
    found = []
    for table in COMPARED:
        ours, theirs = _rows(live, table), _rows(rebuilt, table)
        if ours != theirs:
            found.append(Mismatch(table.name, len(ours ^ theirs)))
    if _texts(live) != _texts(rebuilt):
        found.append(Mismatch(SEARCH_TEXT.name, len(_texts(live) ^ _texts(rebuilt))))
    return found


def _journal(source: Connection) -> Iterator[list[dict[str, Any]]]:
    result = source.execute(select(OP).order_by(OP.c.place)).mappings()
    while rows := result.fetchmany(_BATCH):
        yield [dict(r) for r in rows]


def _heads(source: Connection, target: Connection) -> None:
    rows = [dict(r) for r in source.execute(select(CHAIN_HEAD)).mappings()]
    if rows:
        target.execute(CHAIN_HEAD.insert(), rows)


def _rows(connection: Connection, table: Table) -> set[tuple[object, ...]]:
    # The stored forms, not the Python ones: what is compared is what lies on the disk.
    columns = ", ".join(f'"{c.name}"' for c in table.columns)
    return {tuple(r) for r in connection.exec_driver_sql(f'SELECT {columns} FROM "{table.name}"')}


def _texts(connection: Connection) -> set[tuple[object, ...]]:
    return {tuple(r) for r in connection.exec_driver_sql("SELECT record_id, folded FROM search_text")}
