"""What the log makes of one record: its values, who last wrote each of them, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from mediation_desk.journal.op import CREATE, RESTORE, VOID, Op
from mediation_desk.journal.upcast import upcast
from mediation_desk.sync.merge.answers import JUDGED, Answer
from mediation_desk.sync.merge.groups import COUNTS, default_of, group_of, unknown
from mediation_desk.sync.merge.lines import Author, Line, Placed


class Written(NamedTuple):
    """An op of the log as the judge needs it: its revision, where it stands, what it says, what became of it."""

    revision: int
    at: Placed
    op: Op
    answer: Answer


class Stamp(NamedTuple):
    """By which op something was last written."""

    revision: int
    at: Placed


@dataclass(slots=True)
class RecordState:
    """A record as a log, read up to some entry, makes it. ``kind`` is None as long as it was not made.

    ``stamps``: for each field, and for ``COUNTS``, the ops that wrote it, oldest first.
    """

    kind: str | None = None
    case_id: str | None = None
    counts: bool = False
    values: dict[str, Any] = field(default_factory=dict)
    stamps: dict[str, list[Stamp]] = field(default_factory=dict)

    def value(self, name: str) -> Any:
        """A field's value in plain form; its default where no op named it."""
        return self.values.get(name, default_of(self.kind or "", name))

    def last_other(self, names: Iterable[str], author: Author) -> int:
        """The newest revision at which another desk wrote one of these fields; 0 for none."""
        return max((_last(self.stamps.get(name, ()), author) for name in names), default=0)

    def last_other_of_any(self, author: Author) -> int:
        """The newest revision at which another desk wrote anything of the record; 0 for none."""
        return max((_last(stamps, author) for stamps in self.stamps.values()), default=0)

    def write(self, op: Op, answer: Answer, stamp: Stamp) -> None:
        """Take in what was applied of an op about this record."""
        if op.action in (CREATE, VOID, RESTORE) and answer.stands(COUNTS):
            self.counts = op.action != VOID
            self._stamp(COUNTS, stamp)
            if op.action == CREATE:
                self.kind, self.case_id = op.kind, op.case_id
        for name, new in applied(op, answer).items():
            self.values[name] = new
            self._stamp(name, stamp)

    def _stamp(self, name: str, stamp: Stamp) -> None:
        self.stamps.setdefault(name, []).append(stamp)


def written(revision: int, branch: int, op: Op, answer: Answer) -> Written:
    """An entry of the log, read as today's schema would have written it."""
    return Written(revision, Placed(Line(op.desk_id, branch), op.desk_seq), upcast(op), answer)


def applied(op: Op, answer: Answer) -> dict[str, Any]:
    """The new values of the fields of an op that its answer lets stand.

    A field unknown to the central that answered was judged by itself; here it may be known by now.
    """
    if answer.status == JUDGED and not answer.groups:
        return {name: new for name, (_, new) in op.changes.items()}
    return {
        name: new
        for name, (_, new) in op.changes.items()
        if answer.stands(group_of(op.kind, name)) and answer.stands(unknown(name))
    }


def fold(entries: Iterable[Written]) -> RecordState:
    """The record that these entries of one log, in the order of their revisions and all about one record, make."""
    state = RecordState()
    for entry in entries:
        state.write(entry.op, entry.answer, Stamp(entry.revision, entry.at))
    return state


def _last(stamps: Iterable[Stamp], author: Author) -> int:
    for stamp in reversed(tuple(stamps)):
        if not author.wrote(stamp.at):
            return stamp.revision
    return 0
