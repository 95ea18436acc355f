"""Judging: what becomes of the ops of one unit, against what a centre's log holds and what their author had seen.

Nobody's value is overwritten by one who had not seen it; what happened in the world stands whatever anyone had seen;
and whatever is not applied is kept, until someone who sees both decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from mediation_desk.domain.records import Case, Signing
from mediation_desk.journal.op import CREATE, RESTORE, VOID, Op
from mediation_desk.journal.upcast import upcast
from mediation_desk.sync.merge import answers
from mediation_desk.sync.merge.answers import APPLIED, CONFLICTED, PARALLEL, Answer
from mediation_desk.sync.merge.authority import may
from mediation_desk.sync.merge.groups import ALL, COUNTS, FACT, WRITTEN_ONCE, groups_of, is_fact, seen
from mediation_desk.sync.merge.lines import Author, Placed
from mediation_desk.sync.merge.record import RecordState, Stamp
from mediation_desk.sync.merge.working import Working
from mediation_desk.sync.wire.revisions import epoch_of


@dataclass(frozen=True, slots=True)
class Given:
    """What revisions the log has given: the ``newest`` that any desk can have pulled, and in which ``epochs``."""

    newest: int
    epochs: frozenset[int]


def judge(ops: Sequence[Op], author: Author, working: Working, given: Given, counter: int) -> list[Answer]:
    """The answers to the ops of one unit, which stand or fall together, and which ``working`` has taken in afterwards.

    ``counter``: the revision before that of the first op. A unit that records a fact does not fall; what cannot stand
    in it is kept beside the fact.
    """
    read = [_credible(upcast(op), given.epochs) for op in ops]
    if any(max(op.seen.values(), default=0) > given.newest for op in read):
        fallen = [_refused(answers.UNSEEN)] * len(read)
        return _taken_in(read, fallen, author, working, counter)
    permitted = _permitted(read, [_pulled(op, given) for op in ops], author, working)
    wrong = _wrong(read, working)
    out: list[Answer] = []
    facts = any(map(is_fact, read))
    if wrong and not facts:
        return _taken_in(read, [_refused(wrong)] * len(read), author, working, counter)
    if not permitted and not facts:
        return _taken_in(read, [Answer(status=answers.UNAUTHORISED)] * len(read), author, working, counter)
    for op in read:
        out += _taken_in([op], [_judged(op, author, working, permitted=permitted)], author, working, counter + len(out))
    return out


def _credible(op: Op, epochs: frozenset[int]) -> Op:
    """The op without what its author saw of a log that this one is not: of an epoch that central, restored to before
    it, knows nothing of. Nobody can tell how much of it is the same as here; so it counts as having seen nothing."""
    if all(epoch_of(at) in epochs for at in op.seen.values() if at):
        return op
    return msgspec.structs.replace(op, seen={g: at if epoch_of(at) in epochs else 0 for g, at in op.seen.items()})


def _taken_in(ops: Sequence[Op], given: list[Answer], author: Author, working: Working, counter: int) -> list[Answer]:
    for number, (op, answer) in enumerate(zip(ops, given, strict=True), start=1):
        working.write(op, answer, Stamp(counter + number, Placed(author.line, op.desk_seq)))
    return given


def _refused(reason: str) -> Answer:
    return Answer(status=answers.REFUSED, reason=reason)


def _pulled(op: Op, given: Given) -> int:
    """How far its author had pulled the log; where nobody can tell, he is not held to what he may not have known."""
    pulled = op.seen.get(ALL, max(op.seen.values(), default=0))
    return pulled if not pulled or epoch_of(pulled) in given.epochs else given.newest


def _permitted(ops: Sequence[Op], pulled: Sequence[int], author: Author, working: Working) -> bool:
    sets_up = ops[0].desk_seq == 1 and not author.earlier
    return all(may(op, working.grants, author, at, sets_up=sets_up) for op, at in zip(ops, pulled, strict=True))


def _wrong(ops: Sequence[Op], working: Working) -> str:
    """Why a unit is refused; "" when it is not."""
    made = {op.record_id: op.kind for op in reversed(ops) if op.action == CREATE}
    for op in ops:
        reason = _why_refused(op, working.record(op.record_id).kind or made.get(op.record_id))
        if reason:
            return reason
    return ""


def _why_refused(op: Op, kind: str | None) -> str:
    if kind is not None and kind != op.kind:
        return answers.OTHER_KIND
    if op.kind in WRITTEN_ONCE and (op.action in (VOID, RESTORE) or (op.action != CREATE and op.changes)):
        return answers.WRITTEN_ONCE
    return ""


def _judged(op: Op, author: Author, working: Working, *, permitted: bool) -> Answer:
    record = working.record(op.record_id)
    fact = is_fact(op)
    marks = _marks(op, author, working, permitted=permitted) if fact else []
    if _why_refused(op, record.kind) or not _has_ground(op, record, working, fact=fact):
        return Answer(groups=dict.fromkeys(groups_of(op), CONFLICTED), marks=marks)
    if not record.stamps and not working.signed(op):
        return Answer(marks=marks)  # nobody has written anything of it yet
    groups = {g: _outcome(op, g, fields, author, working) for g, fields in groups_of(op).items()}
    if op.action == CREATE and groups[COUNTS] == CONFLICTED:
        groups = dict.fromkeys(groups, CONFLICTED)
    return Answer(groups={g: o for g, o in groups.items() if o != APPLIED}, marks=marks)


def _has_ground(op: Op, record: RecordState, working: Working, *, fact: bool) -> bool:
    """Whether there is something for an op to stand on: its record, in a case that counts."""
    if op.action in (VOID, RESTORE):
        return True
    return (op.action == CREATE or record.counts) and (fact or working.case_counts(op))


def _outcome(op: Op, group: str, fields: tuple[str, ...], author: Author, working: Working) -> str:
    record = working.record(op.record_id)
    before = seen(op, group)
    unseen = _last_other(op, fields, author, working) > before
    if (unseen or working.signed(op)) and not _says_the_same(op, group, fields, record):
        return CONFLICTED
    others = record.last_other(record.stamps.keys() - set(fields), author)
    return PARALLEL if others > before else APPLIED


def _says_the_same(op: Op, group: str, fields: tuple[str, ...], record: RecordState) -> bool:
    if group == COUNTS:
        return record.counts == (op.action != VOID)
    return all(record.value(f) == op.changes[f][1] for f in fields if f in op.changes)


def _last_other(op: Op, fields: tuple[str, ...], author: Author, working: Working) -> int:
    """The newest revision of another desk that an op would undo."""
    record = working.record(op.record_id)
    if op.action != VOID:
        return record.last_other(fields, author)
    # Taking a record out undoes every change of it; taking a case out, all that is in it.
    if op.kind == Case.kind:
        return working.last_other_in_case(op.record_id, author)
    return record.last_other_of_any(author)


def _marks(op: Op, author: Author, working: Working, *, permitted: bool) -> list[str]:
    marks = []
    if not permitted:
        marks.append(answers.BY_UNAUTHORISED)
    if not working.case_counts(op):
        marks.append(answers.TAKEN_OUT)
    if op.kind == Signing.kind and working.last_other_in_text(op, author) > seen(op, FACT):
        marks.append(answers.TEXT_CHANGED)
    return marks
