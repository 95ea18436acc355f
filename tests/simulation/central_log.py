"""One centre's log at the simulated central, in memory: what the real one keeps in PostgreSQL."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field

from mediation_desk.journal.op import from_bytes
from mediation_desk.sync.merge.accept import Accepted, Tip, accept
from mediation_desk.sync.merge.answers import answer_from
from mediation_desk.sync.merge.held import HeldLog
from mediation_desk.sync.merge.lines import Line, Placed, Unplaced
from mediation_desk.sync.merge.record import Written, written
from mediation_desk.sync.wire.conversation import Answered, ChainEnd
from mediation_desk.sync.wire.frames import Frame
from mediation_desk.sync.wire.log import Entry, Pulled, after, shown
from mediation_desk.sync.wire.revisions import number_of
from mediation_desk.sync.wire.seals import START, Mark


@dataclass
class CentreLog:
    """Entries with their marks, what is known of the chains in them, and batches that wait for an earlier one."""

    centre_id: str
    aliases: set[str]
    entries: list[Entry] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    tip: Tip = field(default_factory=Tip)
    placed: dict[str, Placed] = field(default_factory=dict)
    last: dict[Line, tuple[Placed, str]] = field(default_factory=dict)
    parents: dict[Line, Placed | None] = field(default_factory=dict)
    held: dict[str, list[Frame]] = field(default_factory=dict)
    restoring: bool = False
    heard: set[str] = field(default_factory=set)

    def fork(self) -> CentreLog:
        """A copy to work on; the original stays as it is until the copy is committed."""
        twin = copy.copy(self)
        for name in ("aliases", "entries", "marks", "written", "placed", "last", "parents", "held", "heard"):
            setattr(twin, name, copy.copy(getattr(self, name)))
        return twin

    # What the judge asks (merge.lines.Chains).
    def find(self, digest: str) -> Placed | None:
        """Where an op stands."""
        return self.placed.get(digest)

    def has_id(self, op_id: str) -> bool:
        """Whether an op is there."""
        return any(w.op.op_id == op_id for w in self.written)

    def ends(self, desk_id: str) -> Sequence[tuple[Placed, str]]:
        """The last op of each line of a desk."""
        return [self.last[line] for line in sorted(self.last) if line.desk_id == desk_id]

    def parent(self, line: Line) -> Placed | None:
        """What a line goes on from."""
        return self.parents.get(line)

    def has(self, mark: Mark) -> bool:
        """Whether a place is one of this log."""
        number = number_of(mark.revision)
        return mark == START or (number <= len(self.marks) and self.marks[number - 1] == mark)

    def take(self, frames: list[Frame]) -> Accepted | Unplaced:
        """Judge a batch and store what it adds; hold it when it cannot be placed yet."""
        result = accept(frames, self, HeldLog(self.written), self.tip)
        if isinstance(result, Unplaced):
            self.held[frames[-1].digest] = frames
            return result
        if result.begins:
            self.parents[result.line] = result.parent
        for entry in result.entries:
            self.append(entry)
        self.tip = result.tip
        return result

    def take_held(self) -> None:
        """Take what was waiting, as long as that brings more of it into place."""
        again = True
        while again:
            again = False
            for key, frames in list(self.held.items()):
                if frames[0].op.prev == "" or self.find(frames[0].op.prev):
                    del self.held[key]
                    self.take(frames)
                    again = True

    def append(self, entry: Entry) -> None:
        """Store an entry: judged now, or taken back from a desk as it was."""
        op = from_bytes(entry.body)
        line = Line(op.desk_id, entry.branch)
        at = Placed(line, op.desk_seq)
        digest = after(self.marks[-1].digest if self.marks else "", entry)
        if line not in self.parents:
            parent = self.find(op.prev) if op.prev else None
            self.parents[line] = parent
        self.entries.append(entry)
        self.marks.append(Mark(entry.revision, digest))
        self.written.append(written(entry.revision, entry.branch, op, answer_from(entry.answer)))
        self.placed[entry.digest] = at
        self.last[line] = (at, entry.digest)

    def restore_tail(self, tail: Sequence[Pulled], tip: Tip) -> None:
        """Store entries as they were, after those that are there."""
        for p in tail:
            self.append(p.entry)
        self.tip = tip

    def answered(self, frames: Sequence[Frame]) -> list[Answered]:
        """The answers to ops that are stored."""
        by_digest = {e.digest: e for e in self.entries}
        return [Answered(by_digest[f.digest].revision, by_digest[f.digest].answer) for f in frames]

    def chain_ends(self, desk_id: str) -> list[ChainEnd]:
        """How far the log has each line of a desk."""
        return [ChainEnd(at.line.desk_id, at.line.branch, at.desk_seq, d) for at, d in self.ends(desk_id)]

    def shown_marks(self) -> list[Mark]:
        """Places from which a desk finds where its log and this one part."""
        return [self.marks[n - 1] if n else START for n in shown(len(self.marks))]
