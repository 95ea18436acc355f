"""Taking back one's own last unit: a further unit with the opposite changes, judged like any other."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from sqlalchemy import Connection, select

from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import BY_KIND, Signing
from mediation_desk.domain.roles import UNDO
from mediation_desk.domain.words import N_
from mediation_desk.journal.op import CREATE, VOID, Op, from_bytes
from mediation_desk.journal.values import revive
from mediation_desk.records.door import Changed, Unit
from mediation_desk.records.frozen import WRITE_ONCE
from mediation_desk.records.history import ops_of_unit
from mediation_desk.records.reading import Reader
from mediation_desk.records.store import Actor, Store
from mediation_desk.records.tables import OP

NOTHING = N_("There is nothing of yours to undo on this desk.")
CANNOT = N_("A paper that was issued or printed cannot be undone. Withdraw it and issue it again instead.")
# What concerns the desk itself is not undone by a key.
_UNDOABLE = frozenset(
    (
        *("register", "amend", "inquire", "meet", "agree", "sign", "perform"),
        *("follow_up", "enforce", "refer", "end", "file", "attach", "inspect"),
    )
)


def last_unit(connection: Connection, desk_id: UUID, actor: UUID) -> UUID | None:
    """The latest unit of this person at this desk that can be taken back and was not yet."""
    undone: set[str] = set()
    query = select(OP.c.body).where(OP.c.actor == actor, OP.c.desk_id == desk_id).order_by(OP.c.place.desc())
    for (body,) in connection.execute(query):
        op = from_bytes(body)
        if op.undoes:
            undone.add(op.undoes)
        elif op.purpose in _UNDOABLE and op.unit_id not in undone:
            return UUID(op.unit_id)
        elif op.purpose not in _UNDOABLE:
            return None
    return None


def undo(store: Store, actor: Actor, unit_id: UUID) -> None:
    """Take a unit back. Raises ``StaleWrite`` when someone changed the same things since, ``KnownProblem`` when it
    cannot be taken back; nothing is written then. A fact of signing is taken back by a row that says so."""
    with store.read() as reader:
        ops = ops_of_unit(reader.connection, unit_id)
    if not ops:
        raise KnownProblem(NOTHING)
    with store.write(actor, UNDO, UUID(ops[0].centre_id), undoes=unit_id) as unit:
        for op in reversed(ops):
            _reverse(unit, op)


def _reverse(unit: Unit, op: Op) -> None:
    kind = BY_KIND[op.kind]
    now = unit.read.get(kind, UUID(op.record_id), voided=op.action == VOID)
    if now is None:
        raise KnownProblem(NOTHING)
    if op.action == CREATE and isinstance(now, Signing):
        blank = Signing(
            id=unit.new_id(),
            centre_id=now.centre_id,
            case_id=now.case_id,
            agreement_id=now.agreement_id,
            fact="retracted",
            on=now.on,
            retracts=now.id,
        )
        unit.put(blank)
    elif op.kind in WRITE_ONCE:
        raise KnownProblem(CANNOT)
    elif op.action == CREATE:
        unit.void(now)
    elif op.action == VOID:
        unit.restore(now)
    else:
        _amend_back(unit, op, now)


def _amend_back(unit: Unit, op: Op, now: Record) -> None:
    types = {f.name: f.type for f in spec_of(type(now))}
    old = {name: revive(pair[0], types[name]) for name, pair in op.changes.items()}
    new = {name: revive(pair[1], types[name]) for name, pair in op.changes.items()}
    # As its author left it: what moved since is a difference that he must see.
    left = dataclasses.replace(now, **new)
    unit.put(dataclasses.replace(left, **old), was=left)


__all__ = ["Changed", "Reader", "last_unit", "undo"]
