"""The next step: the one pure function from what a desk remembers to what it does."""

from __future__ import annotations

from dataclasses import replace

from mediation_desk.sync.plan.state import BlobState, CentreState, ChainState, DeskState
from mediation_desk.sync.plan.steps import (
    AskBlob,
    AskLease,
    FetchPart,
    GiveBackLog,
    PullPage,
    PushUnits,
    Renew,
    Rest,
    SendPart,
    SignIn,
    Step,
    Wait,
)
from mediation_desk.sync.plan.waiting import LONGEST
from mediation_desk.sync.wire.limits import BATCH_BYTES, BATCH_OPS, PART


def begin(desk: DeskState) -> DeskState:
    """A new round: everything is looked at again, what was denied before included."""
    return replace(desk, trouble="", centres=tuple(map(_afresh, desk.centres)))


def _afresh(centre: CentreState) -> CentreState:
    return replace(centre, current=False, trouble="", chains=tuple(replace(c, stuck="") for c in centre.chains))


def next_step(desk: DeskState, now: float) -> Step:
    """What to do now (``now``: seconds of any clock, which may jump).

    First what was written here goes out, then what others wrote comes in, then numbers, then blobs.
    """
    if desk.trouble:
        return Rest((desk.trouble,))
    # A clock that was put back must not make a desk wait for years.
    if now < desk.not_before <= now + LONGEST:
        return Wait(desk.not_before)
    if desk.renewal:
        return Renew()
    if not desk.signed_in:
        return SignIn(readmit=desk.unknown)
    served = [c for c in desk.centres if not c.trouble]
    for ask in (_talk, _numbers):
        for centre in served:
            step = ask(centre)
            if step is not None:
                return step
    blobs = [b for b in desk.blobs if b.centre_id in {c.centre_id for c in served}]
    if blobs:
        return _blob(blobs[0])
    return Rest(tuple(c.trouble for c in desk.centres if c.trouble) + _stuck(served))


def _talk(centre: CentreState) -> Step | None:
    if centre.giving is not None:
        return GiveBackLog(centre.centre_id, centre.giving)
    for chain in centre.chains:
        if chain.units and not chain.stuck:
            return _push(centre, chain)
    if not centre.current:
        return PullPage(centre.centre_id, centre.cursor, centre.whole)
    return None


def _push(centre: CentreState, chain: ChainState) -> PushUnits:
    """As many whole units as make a batch; one at least, however large."""
    first = last = chain.units[0]
    size = 0
    for unit in chain.units:
        size += unit.size
        if unit is not first and (unit.last - first.first >= BATCH_OPS or size > BATCH_BYTES):
            break
        last = unit
    return PushUnits(centre.centre_id, chain.desk_id, first.first, last.last, centre.cursor)


def _numbers(centre: CentreState) -> Step | None:
    return AskLease(centre.centre_id) if centre.lease_wanted else None


def _blob(blob: BlobState) -> Step:
    if blob.coming:
        return FetchPart(blob.centre_id, blob.digest, blob.sent or 0)
    if blob.sent is None:
        return AskBlob(blob.centre_id, blob.digest)
    return SendPart(blob.centre_id, blob.digest, blob.sent, min(PART, blob.size - blob.sent))


def _stuck(centres: list[CentreState]) -> tuple[str, ...]:
    return tuple(chain.stuck for centre in centres for chain in centre.chains if chain.stuck)
