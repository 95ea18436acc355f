"""A change judged against what its author had read: nobody's value is overwritten unseen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_, Say
from mediation_desk.journal.difference import Changes, groups_of
from mediation_desk.journal.op import from_bytes
from mediation_desk.records.tables import OP
from mediation_desk.records.types import instant_of


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that two people wrote differently: what it was when read, what it is now, what was to be written."""

    record: Record
    field: str
    label: str
    was: Any
    theirs: Any
    mine: Any
    by: UUID | None
    at: datetime | None


class StaleWrite(KnownProblem):
    """What was to be changed has been changed meanwhile. Nothing was written; both values are in ``clashes``."""

    def __init__(self, clashes: list[Clash]) -> None:
        self.clashes = clashes
        super().__init__(
            N_(
                "“{field}” was written differently by someone else meanwhile. Nothing was saved yet: choose which one stands."
            ),
            field=Say(clashes[0].label),
        )


def clashes(connection: Connection, was: Record, current: Record, new: Record, changes: Changes) -> list[Clash]:
    """The fields in the way of this change: whole merge groups it touches that moved since ``was`` was read.

    A group that already says what the change wants is no clash.
    """
    found = []
    spec = spec_of(type(new))
    for fields in groups_of(spec, changes).values():
        moved = [f for f in fields if getattr(current, f.name) != getattr(was, f.name)]
        if not moved or all(getattr(current, f.name) == getattr(new, f.name) for f in fields):
            continue
        for field in moved:
            by, at = _last_author(connection, new.id, field.name)
            found.append(
                Clash(
                    record=new,
                    field=field.name,
                    label=field.facet.label,
                    was=getattr(was, field.name),
                    theirs=getattr(current, field.name),
                    mine=getattr(new, field.name),
                    by=by,
                    at=at,
                )
            )
    return found


def _last_author(connection: Connection, record_id: UUID, field: str) -> tuple[UUID | None, datetime | None]:
    bodies = connection.execute(select(OP.c.body).where(OP.c.record_id == record_id).order_by(OP.c.place.desc()))
    for (body,) in bodies:
        op = from_bytes(body)
        if field in op.changes:
            return UUID(op.actor), instant_of(op.at)
    return None, None
