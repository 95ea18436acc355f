"""Central restored from a backup: taking back from its desks what it had signed, before it gives a new revision."""

from __future__ import annotations

from collections.abc import Sequence

from mediation_desk.journal.op import digest
from mediation_desk.sync.merge.accept import Tip
from mediation_desk.sync.wire.frames import Frame
from mediation_desk.sync.wire.log import Pulled
from mediation_desk.sync.wire.revisions import epoch_of, next_epoch, number_of, revision


def taken_back(given: Sequence[Pulled], start: str, tip: Tip) -> tuple[tuple[Pulled, ...], Tip] | None:
    """The entries of a checked ``Kept`` that follow the end of the log, and where it ends with them, unchanged.

    ``start``: the digest of the log before the first that was given. None when what was given does not reach or pass
    through the end of this log: then it belongs to one that central went on without.
    """
    places = [start, *(p.mark.digest for p in given)]
    if tip.mark.digest not in places:
        return None
    rest = tuple(given[places.index(tip.mark.digest) :])
    if not rest:
        return (), tip
    end = rest[-1].mark
    return rest, Tip(end, revision(epoch_of(max(tip.counter, end.revision)), number_of(end.revision)))


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


def new_epoch(tip: Tip) -> Tip:
    """The end of the log once a restored central has heard all it can, and gives revisions again."""
    return Tip(tip.mark, next_epoch(tip.counter))
