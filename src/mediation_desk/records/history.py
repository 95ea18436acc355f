"""修改记录: what was changed in a record or a case, by whom and when, read straight from the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, select

from mediation_desk.domain.fields import FieldSpec, spec_of
from mediation_desk.domain.records import BY_KIND
from mediation_desk.journal.op import Op, from_bytes
from mediation_desk.journal.upcast import upcast
from mediation_desk.journal.values import revive
from mediation_desk.records.tables import OP
from mediation_desk.records.types import instant_of

HIDDEN = "••••"


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of one record, changed once. ``old`` is ``None`` when it was first filled; ``field`` is ``None`` for a
    record that was taken out. A secret field shows dots for both values."""

    at: datetime
    by: UUID
    purpose: str
    action: str
    kind: str
    record_id: UUID
    field: FieldSpec | None
    old: Any
    new: Any
    unit_id: UUID


def of_case(connection: Connection, case_id: UUID) -> list[Entry]:
    """All changes of a case and what belongs to it, oldest first."""
    return list(_entries(connection, select(OP.c.body).where(OP.c.case_id == case_id)))


def of_record(connection: Connection, record_id: UUID, field: str | None = None) -> list[Entry]:
    """All changes of one record, or of one field of it, oldest first."""
    entries = _entries(connection, select(OP.c.body).where(OP.c.record_id == record_id))
    return [e for e in entries if field is None or (e.field is not None and e.field.name == field)]


def ops_of_unit(connection: Connection, unit_id: UUID) -> list[Op]:
    """The ops of a unit, in the order they were written."""
    rows = connection.execute(select(OP.c.body).where(OP.c.unit_id == unit_id).order_by(OP.c.place))
    return [upcast(from_bytes(body)) for (body,) in rows]


def _entries(connection: Connection, query: Select[Any]) -> Iterator[Entry]:
    for (body,) in connection.execute(query.order_by(OP.c.place)):
        op = upcast(from_bytes(body))
        record = BY_KIND.get(op.kind)
        if record is None:
            continue
        fields = {f.name: f for f in spec_of(record)}
        shown = [(fields[name], old, new) for name, (old, new) in op.changes.items() if name in fields]
        for field, old, new in shown:
            yield _entry(op, field, _value(field, old), _value(field, new))
        if not shown:
            yield _entry(op, None, None, None)


def _value(field: FieldSpec, value: Any) -> Any:
    if value is None:
        return None
    return HIDDEN if field.facet.secret else revive(value, field.type)


def _entry(op: Op, field: FieldSpec | None, old: Any, new: Any) -> Entry:
    return Entry(
        at=instant_of(op.at),
        by=UUID(op.actor),
        purpose=op.purpose,
        action=op.action,
        kind=op.kind,
        record_id=UUID(op.record_id),
        field=field,
        old=old,
        new=new,
        unit_id=UUID(op.unit_id),
    )
