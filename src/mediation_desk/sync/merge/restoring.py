"""Central restored from a backup: taking back from its desks what it had signed, before it gives a new revision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from mediation_desk.journal.op import digest
from mediation_desk.sync.merge.accept import Tip
from mediation_desk.sync.wire.frames import Frame
from mediation_desk.sync.wire.log import Kept, Pulled
from mediation_desk.sync.wire.revisions import epoch_of, in_epoch, number_of, revision
from mediation_desk.sync.wire.seals import Mark


def taken_back(
    kept: Kept, given: Sequence[Pulled], tip: Tip, has: Callable[[Mark], bool]
) -> tuple[Sequence[Pulled], Tip] | None:
    """The entries of a checked ``Kept`` that go on from the end of the log, unchanged, and where it ends with them.

    ``has``: whether a place is one of the log. None when what was given does not go on from its end: then it is of a
    log that central went on without (``left_over``).
    """
    if has(kept.head.mark):
        return (), tip
    places = [kept.start, *(p.mark for p in given)]
    if tip.mark not in places:
        return None
    rest = given[places.index(tip.mark) :]
    counter = revision(epoch_of(max(tip.counter, rest[-1].mark.revision)), number_of(rest[-1].mark.revision))
    return rest, Tip(rest[-1].mark, counter, tip.epochs | {epoch_of(p.mark.revision) for p in rest})


def left_over(given: Sequence[Pulled]) -> list[list[Frame]]:
    """The ops of entries that central went on without, to be judged anew like any batch, in their order.

    Each list holds whole consecutive units of one desk. Central's own earlier word stands in for the seals.
    """
    batches: list[list[Frame]] = []
    for p in given:
        one = Frame(p.entry.body, digest(p.entry.body), p.op)
        if batches and batches[-1][-1].op.desk_id == p.op.desk_id:
            batches[-1].append(one)
        else:
            batches.append([one])
    return batches


def new_epoch(tip: Tip, minute: int) -> Tip:
    """The end of the log once a restored central has heard all it can, and gives revisions again. ``minute``: as in
    ``revisions.in_epoch``."""
    return replace(tip, counter=in_epoch(tip.counter, minute))
