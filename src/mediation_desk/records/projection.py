"""From op to tables: the one place where a change becomes rows, used by the door and by a rebuild alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam

from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.domain.records import BY_KIND
from mediation_desk.journal.difference import default_values
from mediation_desk.journal.op import AMEND, CREATE, RESTORE, VOID, Op
from mediation_desk.journal.values import revive
from mediation_desk.records.tables import RECORD_TABLES, table_of

Row = dict[str, Any]


def row_of(record: Record) -> Row:
    """A new record as a row."""
    row = {f.name: getattr(record, f.name) for f in spec_of(type(record))}
    row |= {"id": record.id, "centre_id": record.centre_id, "voided": False}
    case_id = getattr(record, "case_id", None)
    if case_id is not None:
        row["case_id"] = case_id
    return row


def insert(connection: Connection, kind: str, rows: Sequence[Row]) -> None:
    """Add new records of one kind."""
    connection.execute(RECORD_TABLES[kind].insert(), list(rows))


def update(connection: Connection, kind: str, record_id: UUID, values: Row) -> None:
    """Set some fields of one record."""
    table = RECORD_TABLES[kind]
    connection.execute(table.update().where(table.c.id == bindparam("which")).values(values), {"which": record_id})


def void(connection: Connection, kind: str, record_id: UUID) -> None:
    """The record stays and no longer counts."""
    update(connection, kind, record_id, {"voided": True})


def restore(connection: Connection, kind: str, record_id: UUID) -> None:
    """The record counts again."""
    update(connection, kind, record_id, {"voided": False})


def replay(connection: Connection, op: Op) -> None:
    """Project one op. A kind or field that this version does not know waits in the journal for one that does."""
    record = BY_KIND.get(op.kind)
    if record is None:
        return
    spec = spec_of(record)
    known = {f.name: f.type for f in spec}
    values = {name: revive(new, known[name]) for name, (_, new) in op.changes.items() if name in known}
    record_id = UUID(op.record_id)
    if op.action == CREATE:
        row = default_values(record) | values
        row |= {"id": record_id, "centre_id": UUID(op.centre_id), "voided": False}
        if op.case_id is not None and spec.of_case:
            row["case_id"] = UUID(op.case_id)
        insert(connection, op.kind, [row])
    elif op.action == AMEND and values:
        update(connection, op.kind, record_id, values)
    elif op.action == VOID:
        void(connection, op.kind, record_id)
    elif op.action == RESTORE:
        restore(connection, op.kind, record_id)


def record_from(record: type[Record], row: Any) -> Any:
    """The record of a row (a mapping of its columns)."""
    values = dict(row)
    values.pop("voided", None)
    return record(**values)


__all__ = ["Row", "insert", "record_from", "replay", "restore", "row_of", "table_of", "update", "void"]
