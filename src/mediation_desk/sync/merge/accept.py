"""Taking a batch in: what a centre's log gains by it. Pure; the caller stores the result in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mediation_desk.sync.merge.answers import answer_bytes
from mediation_desk.sync.merge.held import Log
from mediation_desk.sync.merge.judge import Given, judge
from mediation_desk.sync.merge.lines import Chains, Line, Placed, Unplaced, author, place
from mediation_desk.sync.merge.working import Working
from mediation_desk.sync.wire.batch import units_of
from mediation_desk.sync.wire.frames import Frame
from mediation_desk.sync.wire.log import Entry, after
from mediation_desk.sync.wire.revisions import epoch_of
from mediation_desk.sync.wire.seals import START, Mark


@dataclass(frozen=True, slots=True)
class Tip:
    """Where a centre's log ends, as its next entry is counted from it.

    ``counter`` is ``mark.revision``, or after a new epoch has begun what stands for it (``revisions.in_epoch``).
    ``epochs``: those in which entries of this log were given.
    """

    mark: Mark = START
    counter: int = 0
    epochs: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a batch adds to the log: entries with their bytes, and where the log ends then. ``line`` begins with them
    when ``begins``, going on from ``parent``. ``forked``: tell the desk to take a new identity."""

    line: Line
    parent: Placed | None
    begins: bool
    entries: tuple[Entry, ...]
    tip: Tip
    forked: bool


def accept(frames: Sequence[Frame], chains: Chains, log: Log, tip: Tip) -> Accepted | Unplaced:
    """Judge a verified batch. What is known by digest already adds nothing; ``Unplaced``: hold it until its ``prev`` is.

    ``log`` must hold what ``held.needed`` asks for these ops. ``Malformed`` when the batch belongs nowhere.
    """
    found = place(frames, chains)
    if isinstance(found, Unplaced):
        return found
    who = author(found.line, found.parent, chains)
    working = Working(log)
    entries: list[Entry] = []
    counter, digest = tip.counter, tip.mark.digest
    for unit in units_of(found.new):
        given = judge([f.op for f in unit], who, working, Given(tip.mark.revision, tip.epochs), counter)
        for one, answer in zip(unit, given, strict=True):
            counter += 1
            entry = Entry(counter, found.line.branch, one.digest, answer_bytes(answer), one.body)
            digest = after(digest, entry)
            entries.append(entry)
    end = Tip(Mark(counter, digest), counter, tip.epochs | {epoch_of(counter)}) if entries else tip
    return Accepted(found.line, found.parent, found.begins, tuple(entries), end, found.forked)
