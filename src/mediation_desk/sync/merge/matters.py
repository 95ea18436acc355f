"""What waits for someone (待处理): ops, or groups of them, that were not applied or are marked, until an op decides.

Derived from the log alone, entry by entry, so it is the same on every desk and at central.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from mediation_desk.journal.op import CREATE, RESTORE, VOID, Op
from mediation_desk.sync.merge.answers import CONFLICTED, JUDGED, Answer
from mediation_desk.sync.merge.groups import COUNTS, group_of, unknown
from mediation_desk.sync.merge.record import Written, applied

WHOLE: Final = ""
"""In place of a group: the op as a whole, refused, unauthorised or marked."""


class Matter(NamedTuple):
    """One thing that waits: an op, and the group of it that differs from what stands, or ``WHOLE``."""

    op_id: str
    group: str


def opened_by(op: Op, answer: Answer) -> list[Matter]:
    """What waits for someone since this entry."""
    differing = [Matter(op.op_id, g) for g, outcome in answer.groups.items() if outcome == CONFLICTED]
    whole = answer.status != JUDGED or bool(answer.marks)
    return [Matter(op.op_id, WHOLE), *differing] if whole else differing


def settles(op: Op, answer: Answer, group: str) -> bool:
    """Whether an entry settles a matter of a group for the ops that it names in ``resolves``.

    A group is settled by an op that writes it, if only with the value that stood before, or that takes the record out;
    a whole op by any that stands.
    """
    if answer.status != JUDGED:
        return False
    if group == WHOLE:
        return CONFLICTED not in answer.groups.values()
    if op.action == VOID:
        return answer.stands(COUNTS)
    if group == COUNTS:
        return op.action in (CREATE, RESTORE) and answer.stands(COUNTS)
    return any(group in (group_of(op.kind, f), unknown(f)) for f in applied(op, answer))


@dataclass(slots=True)
class Matters:
    """All that waits in one centre's log, as far as it was read, in the order in which it came up."""

    open: dict[Matter, Written]

    def __init__(self, entries: Iterable[Written] = ()) -> None:
        self.open = {}
        for entry in entries:
            self.read(entry)

    def read(self, entry: Written) -> None:
        """Read the next entry of the log."""
        for op_id in entry.op.resolves:
            for matter in [m for m in self.open if m.op_id == op_id and settles(entry.op, entry.answer, m.group)]:
                del self.open[matter]
        for matter in opened_by(entry.op, entry.answer):
            self.open[matter] = entry
