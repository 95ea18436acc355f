"""What the smaller answers change: the way in, numbers, blobs."""

from __future__ import annotations

from dataclasses import replace

from mediation_desk.sync.plan.denials import denied, with_centre
from mediation_desk.sync.plan.state import BlobState, DeskState
from mediation_desk.sync.plan.steps import AskBlob, AskLease, FetchPart, Renew, SendPart, SignIn
from mediation_desk.sync.plan.waiting import served
from mediation_desk.sync.wire.conversation import BlobAnswer, BlobHave, Denied, LeaseAnswer
from mediation_desk.sync.wire.enrolment import EnrolAnswer, TokenAnswer


def signed_in(desk: DeskState, answer: TokenAnswer, now: float, luck: float) -> DeskState:
    """After the desk proved itself, or could not."""
    if isinstance(answer, Denied):
        return denied(desk, SignIn(), answer, now, luck)
    # Failures are counted on: a token that is refused at once must not be asked for again and again.
    return replace(desk, signed_in=True, unknown=False)


def renewed(desk: DeskState, answer: EnrolAnswer, now: float, luck: float) -> DeskState:
    """After central was told of the new identity; its certificate the desk stores."""
    if isinstance(answer, Denied):
        return denied(desk, Renew(), answer, now, luck)
    return replace(served(desk), renewal=False, signed_in=False, unknown=False)


def leased(desk: DeskState, step: AskLease, answer: LeaseAnswer, now: float, luck: float) -> DeskState:
    """After a block of numbers was asked for; the block itself the desk stores."""
    if isinstance(answer, Denied):
        return denied(desk, step, answer, now, luck)
    return with_centre(served(desk), step.centre_id, lambda c: replace(c, lease_wanted=False))


def blob_answered(
    desk: DeskState, step: AskBlob | SendPart | FetchPart, answer: BlobAnswer, now: float, luck: float
) -> DeskState:
    """After a part went or came, or central said how much it has. A blob that is whole leaves the list."""
    if isinstance(answer, Denied):
        return denied(desk, step, answer, now, luck)
    so_far = answer.have if isinstance(answer, BlobHave) else answer.offset + len(answer.data)
    blobs = (replace(b, sent=so_far) if _same(b, step) else b for b in desk.blobs)
    return replace(served(desk), blobs=tuple(b for b in blobs if b.sent is None or b.sent < b.size))


def _same(blob: BlobState, step: AskBlob | SendPart | FetchPart) -> bool:
    return (blob.centre_id, blob.digest) == (step.centre_id, step.digest)
