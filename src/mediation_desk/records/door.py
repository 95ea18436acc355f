"""The one door for writes: rows, journal and search index in one transaction, or none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from mediation_desk.domain.fields import Record
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Case, Mediator, StageChange, Subject
from mediation_desk.domain.words import N_
from mediation_desk.journal.difference import Changes, amended, created
from mediation_desk.journal.op import AMEND, CREATE, RESTORE, SCHEMA, VOID, Op, digest, to_bytes
from mediation_desk.records import projection, search, summary
from mediation_desk.records.frozen import SIGNED_CONTENT, WRITE_ONCE
from mediation_desk.records.projection import Row
from mediation_desk.records.reading import Reader
from mediation_desk.records.stale import StaleWrite, clashes
from mediation_desk.records.tables import CHAIN_HEAD, OP
from mediation_desk.records.types import instant_text

R = TypeVar("R", bound=Record)

_LISTED = frozenset({"case", "party", StageChange.kind})
"""The kinds of records that the row of a case in a list shows; beside them the names of its parties."""

GONE = N_("This entry was taken out meanwhile. Nothing was saved; what you typed is still on the screen.")
SIGNED = N_("This has been signed and can no longer be changed. Write a further paper that refers to it.")


@dataclass(frozen=True, slots=True)
class Changed:
    """A record that a unit changed: its kind, identity and case."""

    kind: str
    id: UUID
    case_id: UUID | None


@dataclass(frozen=True, slots=True)
class Context:
    """Who writes, why, where and when: the same for every op of a unit."""

    desk_id: UUID
    centre_id: UUID
    actor: UUID
    purpose: str
    at: datetime
    unit_id: UUID
    new_id: Callable[[], UUID]
    undoes: UUID | None = None


@dataclass(slots=True)
class _Pending:
    record: Record
    action: str
    changes: Changes


@dataclass(slots=True)
class _Work:
    ops: list[_Pending] = field(default_factory=list)
    fresh: dict[str, list[Row]] = field(default_factory=dict)
    touched: dict[UUID, tuple[Record, bool]] = field(default_factory=dict)
    signs: bool = False


class Unit:
    """Changes that stand or fall together, all of one centre. Made by ``Store.write``; ends with its ``with`` block."""

    def __init__(self, connection: Connection, context: Context) -> None:
        self.context = context
        self.connection = connection
        self._work = _Work()
        self._reader = Reader(connection)

    @property
    def read(self) -> Reader:
        """Read records as they are with this unit's own changes."""
        self._flush()
        return self._reader

    def new_id(self) -> UUID:
        """An identity for a new record."""
        return self.context.new_id()

    def put(self, new: R, was: R | None = None) -> R:
        """Write a record: a new one, or the change from ``was`` (as it was read) to ``new``.

        Raises ``StaleWrite`` when what is to be changed moved since it was read, ``KnownProblem`` when the record
        was taken out or signed meanwhile. Nothing of the unit is written then.
        """
        if new.centre_id != self.context.centre_id:
            raise ValueError("a unit writes records of one centre")
        if was is None:
            self._create(new)
        else:
            self._amend(was, new)
        return new

    def void(self, record: Record) -> None:
        """Take a record out: it stays in the journal and no longer counts."""
        if record.kind in WRITE_ONCE:
            raise KnownProblem(SIGNED)
        self._refuse_signed(record)
        self._flush()
        projection.void(self.connection, record.kind, record.id)
        self._work.ops.append(_Pending(record, VOID, {}))
        search.remove(self.connection, record.id)
        self._work.touched.pop(record.id, None)

    def restore(self, record: Record) -> None:
        """Let a record that was taken out count again."""
        self._refuse_signed(record)
        self._flush()
        projection.restore(self.connection, record.kind, record.id)
        self._work.ops.append(_Pending(record, RESTORE, {}))
        self._work.touched[record.id] = (record, False)

    def _create(self, new: Record) -> None:
        self._refuse_signed(new)
        self._work.fresh.setdefault(new.kind, []).append(projection.row_of(new))
        self._work.ops.append(_Pending(new, CREATE, created(new)))
        self._work.signs |= new.kind == "signing"
        self._work.touched[new.id] = (new, True)

    def _amend(self, was: Record, new: Record) -> None:
        changes = amended(was, new)
        if not changes:
            return
        if new.kind in WRITE_ONCE:
            raise KnownProblem(SIGNED)
        self._refuse_signed(new)
        current = self.read.get(type(new), new.id)
        if current is None:
            raise KnownProblem(GONE)
        if current != was:
            found = clashes(self.connection, was, current, new, changes)
            if found:
                raise StaleWrite(found)
        projection.update(self.connection, new.kind, new.id, {name: getattr(new, name) for name in changes})
        self._work.ops.append(_Pending(new, AMEND, changes))
        first = self._work.touched.get(new.id)
        stands = new if current == was else self.read.get(type(new), new.id)
        assert stands is not None
        self._work.touched[new.id] = (stands, first[1] if first else False)

    def _refuse_signed(self, record: Record) -> None:
        # The triggers refuse it anyway; this says it in words.
        if record.kind not in SIGNED_CONTENT:
            return
        agreement = getattr(record, "agreement_id", record.id)
        if not self._work.signs and self._work.touched.get(agreement, (None, False))[1]:
            return  # made by this unit, which signs nothing
        if self._work.fresh.get("signing"):
            self._flush()
        if is_signed(self.connection, agreement):
            raise KnownProblem(SIGNED)

    def _flush(self) -> None:
        for kind, rows in self._work.fresh.items():
            projection.insert(self.connection, kind, rows)
        self._work.fresh.clear()

    def finish(self) -> frozenset[Changed]:
        """Write journal, index and summary; called once by the store before it commits."""
        self._flush()
        self._write_ops()
        search.index(self.connection, self._work.touched.values())
        changed = frozenset(Changed(p.record.kind, p.record.id, _case_of(p.record)) for p in self._work.ops)
        if any(p.action != CREATE and p.record.kind == Mediator.kind for p in self._work.ops):
            summary.refresh_all(self.connection)
        else:
            summary.refresh(self.connection, self._cases(changed, _LISTED))
        search.refresh(self.connection, sorted(self._cases(changed, search.SHOWS)))
        return changed

    def _cases(self, changed: frozenset[Changed], shown: frozenset[str]) -> set[UUID]:
        """The cases that show a change of such a kind."""
        cases = {c.case_id for c in changed if c.case_id is not None and c.kind in shown}
        for change in changed:
            # Of a subject made here, the parties are made here as well.
            if change.kind == Subject.kind and not self._work.touched.get(change.id, (None, False))[1]:
                cases.update(summary.cases_of_subject(self.connection, change.id))
        return cases

    def _write_ops(self) -> None:
        if not self._work.ops:
            return
        context = self.context
        where = (CHAIN_HEAD.c.desk_id == context.desk_id, CHAIN_HEAD.c.centre_id == context.centre_id)
        head = self.connection.execute(select(CHAIN_HEAD.c.desk_seq, CHAIN_HEAD.c.digest).where(*where)).first()
        seq, prev = (head[0], head[1]) if head else (0, "")
        rows = []
        for pending in self._work.ops:
            seq += 1
            op = self._op(pending, seq, prev)
            body = to_bytes(op)
            prev = digest(body)
            rows.append(
                {
                    "op_id": UUID(op.op_id),
                    "desk_id": context.desk_id,
                    "centre_id": context.centre_id,
                    "desk_seq": seq,
                    "unit_id": context.unit_id,
                    "record_id": pending.record.id,
                    "case_id": _case_of(pending.record),
                    "actor": context.actor,
                    "digest": prev,
                    "body": body,
                }
            )
        self.connection.execute(OP.insert(), rows)
        new_head = {"desk_seq": seq, "digest": prev}
        self.connection.execute(
            upsert(CHAIN_HEAD)
            .values(desk_id=context.desk_id, centre_id=context.centre_id, **new_head)
            .on_conflict_do_update(index_elements=["desk_id", "centre_id"], set_=new_head)
        )

    def _op(self, pending: _Pending, seq: int, prev: str) -> Op:
        context, record = self.context, pending.record
        case_id = _case_of(record)
        return Op(
            op_id=str(context.new_id()),
            desk_id=str(context.desk_id),
            centre_id=str(context.centre_id),
            desk_seq=seq,
            unit_id=str(context.unit_id),
            purpose=context.purpose,
            case_id=None if case_id is None else str(case_id),
            kind=record.kind,
            record_id=str(record.id),
            action=pending.action,
            changes=pending.changes,
            actor=str(context.actor),
            at=instant_text(context.at),
            schema=SCHEMA,
            prev=prev,
            undoes=None if context.undoes is None else str(context.undoes),
        )


def _case_of(record: Record) -> UUID | None:
    return record.id if isinstance(record, Case) else getattr(record, "case_id", None)


def is_signed(connection: Connection, agreement_id: UUID) -> bool:
    """Whether a fact of signing stands on this agreement: one that was not taken back."""
    row = connection.exec_driver_sql(
        "SELECT 1 FROM signing AS s WHERE s.agreement_id = ? AND s.fact <> 'retracted' "
        "AND NOT EXISTS (SELECT 1 FROM signing AS r WHERE r.retracts = s.id) LIMIT 1",
        (agreement_id.bytes,),
    ).first()
    return row is not None
