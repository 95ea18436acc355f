"""What a desk's tables hold: the log in the order of its revisions, as answered; then its own outbox on top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from mediation_desk.journal.op import CREATE, RESTORE, VOID, Op
from mediation_desk.journal.upcast import upcast
from mediation_desk.sync.merge.answers import PLAIN, Answer
from mediation_desk.sync.merge.groups import COUNTS, groups_of, seen
from mediation_desk.sync.merge.lines import Author, Line, Placed
from mediation_desk.sync.merge.record import RecordState, Stamp, Written, applied, fold


def as_answered(op: Op, answer: Answer) -> Op | None:
    """The part of an op that goes into the tables; None when nothing of it does. A create that stands, stands whole
    or over a record that is there already: then it only changes that."""
    if op.action in (CREATE, VOID, RESTORE) and not answer.stands(COUNTS):
        return None
    standing = applied(op, answer)
    if len(standing) == len(op.changes):
        return op
    if not standing and op.action not in (CREATE, VOID, RESTORE):
        return None
    return msgspec.structs.replace(op, changes={name: op.changes[name] for name in standing})


def on_top(log: Iterable[Written], outbox: Iterable[Op]) -> RecordState:
    """One record as a desk shows it: its entries in the log, then the desk's own ops that are not in it yet."""
    state = fold(log)
    for op in outbox:
        state.write(upcast(op), PLAIN, Stamp(0, Placed(Line(op.desk_id, 0), op.desk_seq)))
    return state


@dataclass(frozen=True, slots=True)
class Moved:
    """A group of a record that somebody else changed while one's own change of it waits: show both at once.

    ``theirs`` stands in the log; ``mine`` is the last of one's own, and is still what the tables show. Values by field.
    """

    record_id: str
    group: str
    theirs: Written
    mine: Op
    their_values: dict[str, Any]
    my_values: dict[str, Any]


def moved(page: Iterable[Written], outbox: Sequence[Op], author: Author) -> list[Moved]:
    """The groups that a pulled page moved under the desk's own waiting ops, whose author had not seen it."""
    mine: dict[tuple[str, str], Op] = {(op.record_id, g): op for op in map(upcast, outbox) for g in groups_of(op)}
    found: dict[tuple[str, str], Moved] = {}
    for entry in page:
        if author.wrote(entry.at):
            continue
        for group in groups_of(entry.op):
            op = mine.get((entry.op.record_id, group))
            if op is None or not entry.answer.stands(group) or seen(op, group) >= entry.revision:
                continue
            theirs, ours = _values(entry.op, group), _values(op, group)
            if theirs != ours:
                found[op.record_id, group] = Moved(op.record_id, group, entry, op, theirs, ours)
            else:
                found.pop((op.record_id, group), None)
    return list(found.values())


def _values(op: Op, group: str) -> dict[str, Any]:
    if group == COUNTS:
        return {COUNTS: op.action != VOID}
    return {f: op.changes[f][1] for f in groups_of(op)[group] if f in op.changes}
