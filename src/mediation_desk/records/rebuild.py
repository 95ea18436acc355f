"""The tables made anew from the journal, to prove that they are its projection, and to mend them when they are not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Table, select

from mediation_desk.domain.records import ALL
from mediation_desk.journal.op import Op, from_bytes
from mediation_desk.journal.upcast import upcast
from mediation_desk.records import projection, search, summary
from mediation_desk.records.projection import Row
from mediation_desk.records.reading import Reader
from mediation_desk.records.tables import (
    CHAIN_HEAD,
    DERIVED,
    DESK_FACT,
    DRAFT,
    OP,
    RECORD_TABLES,
    SEARCH_CASE,
    SEARCH_TEXT,
    SIGN_IN_TRY,
)

COMPARED: tuple[Table, ...] = (*RECORD_TABLES.values(), OP, CHAIN_HEAD, *DERIVED)
PLACED = (SEARCH_TEXT, SEARCH_CASE)
_BATCH = 5_000

Stored = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A table whose rows are not what the journal says: how many are missing, too many or different, and the record
    that the first of them is about, where it is about one."""

    table: str
    rows: int
    record_id: UUID | None


def fill(source: Connection, target: Connection) -> int:
    """Copy the journal of ``source`` into the empty database ``target`` and project it there; returns the ops.

    Only the bytes of the ops and central's envelope are copied; all else is derived from the bytes.
    """
    count = 0
    heads: dict[tuple[UUID, UUID], Row] = {}
    for rows in _journal(source):
        ops = [from_bytes(row["body"]) for row in rows]
        copied = [_derived(row, op) for row, op in zip(rows, ops, strict=True)]
        target.execute(OP.insert(), copied)
        for row, op in zip(copied, ops, strict=True):
            projection.replay(target, upcast(op))
            heads[row["desk_id"], row["centre_id"]] = {c.name: row[c.name] for c in CHAIN_HEAD.c}
            count += 1
    if heads:
        target.execute(CHAIN_HEAD.insert(), list(heads.values()))
    reader = Reader(target)
    for record in ALL:
        search.index(target, [(r, True) for r in reader.find(record)])
    search.refresh_all(target)
    summary.refresh_all(target)
    return count


def mismatches(live: Connection, rebuilt: Connection) -> list[Mismatch]:
    """The tables that differ between the desk and what its journal makes."""
    found = []
    for table in COMPARED:
        different = _different(_rows(live, table), _rows(rebuilt, table), _width(table))
        first = next(different, None)
        if first is not None:
            found.append(Mismatch(table.name, 1 + sum(1 for _ in different), _about(table, first)))
    return found


def copy_own(source: Connection, target: Connection) -> None:
    """Copy what is the desk's own and never journalled: its facts, drafts and counted tries."""
    for table in (DESK_FACT, DRAFT, SIGN_IN_TRY):
        target.execute(table.delete())
        rows = [dict(r) for r in source.execute(select(table)).mappings()]
        if rows:
            target.execute(table.insert(), rows)


def _derived(row: Row, op: Op) -> Row:
    return row | {
        "op_id": UUID(op.op_id),
        "desk_id": UUID(op.desk_id),
        "centre_id": UUID(op.centre_id),
        "desk_seq": op.desk_seq,
        "unit_id": UUID(op.unit_id),
        "record_id": UUID(op.record_id),
        "case_id": None if op.case_id is None else UUID(op.case_id),
        "actor": UUID(op.actor),
    }


def _journal(source: Connection) -> Iterator[list[Row]]:
    columns = OP.c.place, OP.c.body, OP.c.digest, OP.c.revision, OP.c.answer
    result = source.execute(select(*columns).order_by(OP.c.place)).mappings()
    while rows := result.fetchmany(_BATCH):
        yield [dict(r) for r in rows]


def _different(ours: Iterator[Stored], theirs: Iterator[Stored], width: int) -> Iterator[Stored]:
    """The rows that are on one side alone, or not the same on both; both sides come ordered by their first ``width``
    values, so that a desk of any size is compared in little memory."""
    mine, other = next(ours, None), next(theirs, None)
    while mine is not None or other is not None:
        before = other is None or (mine is not None and mine[:width] < other[:width])
        after = mine is None or (other is not None and other[:width] < mine[:width])
        stands = other if mine is None or after else mine
        if mine != other and stands is not None:
            yield stands
        mine = mine if after else next(ours, None)
        other = other if before else next(theirs, None)


def _width(table: Table) -> int:
    """How many of the first columns say which row it is."""
    return 1 if table in PLACED else len(table.primary_key)


def _columns(table: Table) -> list[Column[Any]]:
    """The columns that are compared, the key first. At which place a text stands in the index is left out."""
    if table in PLACED:
        return [c for c in table.columns if not c.primary_key]
    return [*table.primary_key, *(c for c in table.columns if not c.primary_key)]


def _rows(connection: Connection, table: Table) -> Iterator[Stored]:
    # The stored forms, not the Python ones: what is compared is what lies on the disk.
    names = [f'"{c.name}"' for c in _columns(table)]
    query = f'SELECT {", ".join(names)} FROM "{table.name}" ORDER BY {", ".join(names[: _width(table)])}'
    return (tuple(row) for row in connection.exec_driver_sql(query))


def _about(table: Table, row: Stored) -> UUID | None:
    """The record a row is about."""
    named = dict(zip((c.name for c in _columns(table)), row, strict=True))
    value = named.get("id", named.get("record_id", named.get("case_id")))
    return UUID(bytes=value) if isinstance(value, bytes) else None
