"""What a simulated desk shows, and writing through its door: with what its author had before him noted as the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from tests.simulation.desk import Desk
from tests.simulation.disk import Disk, Register

from mediation_desk.domain.records import RoleGrant, Signing
from mediation_desk.domain.roles import PERMITTED, permits
from mediation_desk.journal.op import CREATE, RESTORE, SCHEMA, VOID, Op
from mediation_desk.sync.merge.groups import SIGNED_CONTENT, groups_of
from mediation_desk.sync.merge.inherit import seen_by
from mediation_desk.sync.merge.record import RecordState

Change = tuple[str, str, str, str | None, dict[str, list[Any]]]
"""Of a unit: kind, record, action, case, changes."""


@dataclass
class Truth:
    """What no desk knows: for every op, the ops whose values its author had on his screen; and which were committed."""

    saw: dict[str, set[str]] = field(default_factory=dict)
    made: dict[str, Op] = field(default_factory=dict)


def shown(register: Register, record_id: str, group: str) -> str | None:
    """The op whose value a desk shows for a group: its own last one that waits, else the last that stands."""
    own = [op for op in register.waiting(record_id) if group in groups_of(op)]
    if own:
        return own[-1].op_id
    standing = [
        e.op.op_id
        for e in register.entries()
        if e.op.record_id == record_id and group in groups_of(e.op) and e.answer.stands(group)
    ]
    return standing[-1] if standing else None


def all_shown(register: Register, record_id: str) -> set[str]:
    """The ops whose values a desk shows of a whole record, and of all in it when it is a case."""
    entries = register.entries()
    ops = [e.op for e in entries] + [f.op for f in register.outbox()]
    about = {op.record_id for op in ops if record_id in (op.record_id, op.case_id)}
    touched = {(op.record_id, g) for op in ops if op.record_id in about for g in groups_of(op)}
    return {op_id for r, g in touched if (op_id := shown(register, r, g))}


def counting(register: Register, kind: str) -> list[str]:
    """The records of a kind that a desk shows, sorted; not those of a case that was taken out."""
    tables = register.tables
    return sorted(
        r
        for r, s in tables.items()
        if s.kind == kind and s.counts and (s.case_id is None or tables.get(s.case_id, RecordState()).counts)
    )


def taken_out(register: Register, kind: str) -> list[str]:
    """The records of a kind that were there and do not count."""
    return sorted(r for r, s in register.tables.items() if s.kind == kind and not s.counts)


def signed(register: Register, record_id: str) -> bool:
    """Whether a desk shows an agreement, or a term's agreement, as signed."""
    state = register.tables[record_id]
    if state.kind not in SIGNED_CONTENT:
        return False
    agreement = record_id if state.kind == "agreement" else state.value("agreement_id")
    facts = {r: s for r, s in register.tables.items() if s.kind == Signing.kind and s.counts}
    back = {s.value("retracts") for s in facts.values()}
    return any(
        s.value("agreement_id") == agreement and s.value("fact") != "retracted" and r not in back
        for r, s in facts.items()
    )


def who_may(register: Register, people: Sequence[str], purpose: str) -> list[str]:
    """The people whom a desk lets write for a purpose."""
    roles: dict[str, set[str]] = {}
    for state in register.tables.values():
        if state.kind == RoleGrant.kind and state.counts:
            roles.setdefault(state.value("account_id"), set()).add(state.value("role"))
    return [p for p in people if purpose in PERMITTED and permits(roles.get(p, ()), purpose)]


class Door:
    """Writes units on desks. ``new_id`` gives identities; ``truth`` notes what every author saw."""

    def __init__(self, truth: Truth, new_id: Callable[[], str]) -> None:
        self.truth = truth
        self.new_id = new_id

    def write(
        self,
        desk: Desk,
        centre_id: str,
        actor: str,
        purpose: str,
        changes: Iterable[Change],
        *,
        saw: Iterable[str] = (),
        read_at: int | None = None,
        resolves: Sequence[str] = (),
        afresh: bool = False,
        schema: int = SCHEMA,
        crash: bool = False,
    ) -> list[Op]:
        """One unit, committed or not at all. ``afresh``: both values were shown, so nothing is inherited."""
        disk = desk.disk.fork()
        register = disk.registers[centre_id]
        unit, made = self.new_id(), []
        for kind, record_id, action, case_id, values in changes:
            op = self._op(disk, register, unit, (kind, record_id, action, case_id, values), actor, purpose)
            cursor = desk.disk.planned().centres
            at = next(c.cursor.revision for c in cursor if c.centre_id == centre_id) if read_at is None else read_at
            waiting = [] if afresh else register.waiting(record_id)
            built_on = self._texts(register, values) if kind == Signing.kind and action == CREATE else []
            seen = seen_by(op, at, waiting, built_on)

            op = msgspec.structs.replace(op, seen=seen, resolves=list(resolves), schema=schema)
            seen_ops = {*saw, *self._before(register, op)}
            disk.write(centre_id, op)
            register.project([record_id])
            made.append((op, seen_ops))
        if crash or not desk.commit(disk):
            return []
        for op, seen_ops in made:
            self.truth.saw[op.op_id] = seen_ops
            self.truth.made[op.op_id] = op
        return [op for op, _ in made]

    def _before(self, register: Register, op: Op) -> set[str]:
        """What its author had before him of what he writes."""
        if op.action in (VOID, RESTORE):
            return all_shown(register, op.record_id)
        return {i for g in groups_of(op) if (i := shown(register, op.record_id, g))}

    def _texts(self, register: Register, values: dict[str, list[Any]]) -> list[Op]:
        agreement = values["agreement_id"][1]
        return [
            f.op
            for f in register.outbox()
            if f.op.kind in SIGNED_CONTENT
            and agreement in (f.op.record_id, register.tables[f.op.record_id].value("agreement_id"))
        ]

    def _op(self, disk: Disk, register: Register, unit: str, change: Change, actor: str, purpose: str) -> Op:
        kind, record_id, action, case_id, values = change
        seq, prev = register.head(disk.desk_id)
        return Op(
            op_id=self.new_id(),
            desk_id=disk.desk_id,
            centre_id=register.writes_as,
            desk_seq=seq + 1,
            unit_id=unit,
            purpose=purpose,
            kind=kind,
            record_id=record_id,
            action=action,
            case_id=case_id,
            changes=values,
            actor=actor,
            at="2026-11-24T02:00:00.000000Z",
            schema=SCHEMA,
            prev=prev,
        )


def amended(state: RecordState, field_name: str, new: Any) -> dict[str, list[Any]]:
    """The change of one field from what is shown."""
    return {field_name: [state.value(field_name), new]}
