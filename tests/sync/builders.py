"""Ops, chains and logs for the tests of sync: short to write, valid to the last field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from mediation_desk.domain.roles import REGISTER
from mediation_desk.journal.op import AMEND, CREATE, SCHEMA, Op, to_bytes
from mediation_desk.sync.merge.accept import Accepted, Tip, accept
from mediation_desk.sync.merge.answers import Answer, answer_from
from mediation_desk.sync.merge.groups import ALL
from mediation_desk.sync.merge.held import HeldLog
from mediation_desk.sync.merge.lines import Line, Placed, Unplaced
from mediation_desk.sync.merge.record import Written, written
from mediation_desk.sync.wire.batch import Batch, batch_of
from mediation_desk.sync.wire.frames import Frame, frame
from mediation_desk.sync.wire.keys import public_text, signing_key
from mediation_desk.sync.wire.log import Entry
from mediation_desk.sync.wire.seals import seal


def uid(name: str) -> str:
    """An identity with a name: the same name is always the same identity."""
    return str(UUID(bytes=name.encode().ljust(16, b"-")[:16]))


CENTRE = uid("centre")
CASE = uid("case")
HEAD_PERSON = uid("head")
KEY = signing_key(b"k" * 32)
PUBLIC = public_text(KEY)


class Chain:
    """A desk that writes one op after the other."""

    def __init__(self, name: str, after: str = "", centre: str = CENTRE, disk: str = "") -> None:
        self.desk_id = uid(name)
        self.disk = disk
        self.centre = centre
        self.prev = after
        self.frames: list[Frame] = []

    def write(
        self,
        record: str = "case",
        changes: dict[str, Any] | None = None,
        *,
        kind: str = "case",
        action: str = AMEND,
        case: str | None = "case",
        seen: int | dict[str, int] = 0,
        purpose: str = REGISTER,
        actor: str = "head",
        unit: str | None = None,
        resolves: Sequence[Frame] = (),
        schema: int = SCHEMA,
    ) -> Frame:
        """The next op; ``changes`` to new values. Kept in ``frames`` too."""
        seq = len(self.frames) + 1
        op = Op(
            op_id=uid(f"{self.desk_id[:6]}{self.disk}{seq}"),
            desk_id=self.desk_id,
            centre_id=self.centre,
            desk_seq=seq,
            unit_id=uid(unit or f"u{self.desk_id[:6]}{seq}"),
            purpose=purpose,
            kind=kind,
            record_id=uid(record),
            action=action,
            actor=uid(actor),
            at="2026-11-24T02:00:00.000000Z",
            schema=schema,
            prev=self.prev,
            case_id=None if case is None else uid(case),
            changes={f: [None, new] for f, new in (changes or {}).items()},
            seen=seen if isinstance(seen, dict) else {ALL: seen},
            resolves=[f.op.op_id for f in resolves],
        )
        made = frame(to_bytes(op))
        self.prev = made.digest
        self.frames.append(made)
        return made

    def create(self, record: str, kind: str = "case", changes: dict[str, Any] | None = None, **more: Any) -> Frame:
        """A new record; a case is its own case."""
        more.setdefault("case", record if kind == "case" else "case")
        return self.write(record, changes, kind=kind, action=CREATE, **more)

    def grant(self, person: str, role: str, **more: Any) -> Frame:
        """A role for somebody."""
        values = {"account_id": uid(person), "role": role}
        return self.write(f"g{person}{role}", values, kind="role_grant", action=CREATE, case=None, **more)


class Log:
    """A centre's log that judges what it is given: the least of a central. Also what the judge asks about chains."""

    def __init__(self) -> None:
        self.tip = Tip()
        self.entries: list[Entry] = []
        self.written: list[Written] = []
        self.placed: dict[str, Placed] = {}
        self.last: dict[Line, tuple[Placed, str]] = {}
        self.parents: dict[Line, Placed | None] = {}

    def find(self, digest: str) -> Placed | None:
        """Where an op stands."""
        return self.placed.get(digest)

    def has_id(self, op_id: str) -> bool:
        """Whether an op is there."""
        return any(w.op.op_id == op_id for w in self.written)

    def ends(self, desk_id: str) -> Sequence[tuple[Placed, str]]:
        """The lines of a desk."""
        return [self.last[line] for line in sorted(self.last) if line.desk_id == desk_id]

    def parent(self, line: Line) -> Placed | None:
        """What a line goes on from."""
        return self.parents.get(line)

    def take(self, *frames: Frame) -> Accepted:
        """Judge and keep ops."""
        result = self.try_take(*frames)
        assert isinstance(result, Accepted)
        return result

    def try_take(self, *frames: Frame) -> Accepted | Unplaced:
        """The same, where it may not be placed."""
        result = accept(frames, self, HeldLog(self.written), self.tip)
        if isinstance(result, Unplaced):
            return result
        if result.begins:
            self.parents[result.line] = result.parent
        by_digest = {f.digest: f for f in frames}
        for entry in result.entries:
            one = by_digest[entry.digest]
            at = Placed(result.line, one.op.desk_seq)
            self.placed[one.digest] = at
            self.last[result.line] = (at, one.digest)
            self.entries.append(entry)
            self.written.append(written(entry.revision, entry.branch, one.op, answer_from(entry.answer)))
        self.tip = result.tip
        return result

    def answer(self, one: Frame) -> Answer:
        """What became of an op."""
        return next(w.answer for w in self.written if w.op.op_id == one.op.op_id)

    @property
    def newest(self) -> int:
        """The last revision."""
        return self.tip.mark.revision


def founded(*people: str) -> tuple[Log, Chain]:
    """A log in which a desk has set up the centre: its head, and mediators."""
    log, first = Log(), Chain("first")
    first.write("centre", {"name": "m"}, kind="centre", action=CREATE, case=None, purpose="set_up", unit="setup")
    first.grant("head", "head", purpose="set_up", unit="setup")
    for person in people:
        first.grant(person, "mediator", purpose="set_up", unit="setup")
    log.take(*first.frames)
    return log, first


def with_case(*people: str) -> tuple[Log, Chain]:
    """The same, with a case and a claim in it."""
    log, first = founded(*people)
    made = [
        first.create("case", changes={"title": "old", "facts": "old facts"}),
        first.create("claim", "claim", {"text": "old claim", "position": 1}),
    ]
    log.take(*made)
    return log, first


def sealed(frames: Sequence[Frame], prev: str = "", centre: str = CENTRE, signer: str | None = None) -> Batch:
    """A batch under a seal that holds."""
    last = frames[-1]
    given = seal(
        KEY,
        signer=signer or last.op.desk_id,
        desk_id=last.op.desk_id,
        centre_id=centre,
        desk_seq=last.op.desk_seq,
        digest=last.digest,
    )
    return batch_of([f.body for f in frames], prev, given)


def groups(answer: Answer, *names: str) -> list[str]:
    """The outcomes of some groups."""
    return [answer.outcome(n) for n in names]


def ops_of(frames: Iterable[Frame]) -> list[Op]:
    """Their ops."""
    return [f.op for f in frames]
