"""What a desk does when central denies something: never at the cost of what was written here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from mediation_desk.domain.words import N_
from mediation_desk.sync.plan.state import CentreState, DeskState
from mediation_desk.sync.plan.steps import PushUnits, Step
from mediation_desk.sync.plan.waiting import failed
from mediation_desk.sync.wire import conversation as talk
from mediation_desk.sync.wire.conversation import Denied

GAP: Final = "gap"
"""Central lacks ops that stand before those this desk has."""
REFUSED_BATCH: Final = "refused_batch"
"""Central could not take a batch as it came."""
REFUSED_PULL: Final = "refused_pull"

_WHOLE_DESK: Final = (talk.REVOKED, talk.TOO_OLD, talk.TOO_NEW)
LASTING: Final = (*_WHOLE_DESK, talk.SCOPE)
"""What is as true of a desk without a line as of one with: worth knowing from a receipt."""
_PUT_OFF: Final = (talk.BUSY, talk.FULL)

TROUBLES: Final[dict[str, str]] = {
    talk.UNKNOWN_DESK: N_(
        "The centre's server does not know this desk. Everything is kept here. Ask its keeper for a new code to enrol."
    ),
    talk.REVOKED: N_(
        "This desk was taken off the centre's server. Everything is kept here and can be handed over as a file."
    ),
    talk.SCOPE: N_(
        "The server no longer lets this desk work for this centre. Everything is kept here and can be handed over as a file."
    ),
    talk.TOO_OLD: N_("This program is too old for the centre's server. Everything is kept here. Install the new one."),
    talk.TOO_NEW: N_(
        "This program is newer than the centre's server. Everything is kept here until the server is brought up to date."
    ),
    talk.RESTORING: N_("The centre's server is being restored. Everything is kept here and goes up afterwards."),
    GAP: N_("The server waits for something that was written here earlier. Everything is kept here and is sent again."),
    REFUSED_BATCH: N_(
        "The server could not read what was sent. Everything is kept here and can be handed over as a file."
    ),
    REFUSED_PULL: N_(
        "The server did not understand this desk. Everything is kept here. Tell whoever keeps the server."
    ),
}
"""The sentence for each trouble that a person must hear of."""


def denied(desk: DeskState, step: Step, answer: Denied, now: float, luck: float) -> DeskState:
    """The state after a denial of a request."""
    reason = answer.reason
    if reason == talk.UNAUTHENTICATED:
        # The first time in a row a token has simply run out.
        later = failed(desk, now, luck)
        return replace(later, signed_in=False, not_before=later.not_before if desk.failures else 0.0)
    if reason == talk.UNKNOWN_DESK and not desk.unknown:
        return replace(desk, signed_in=False, unknown=True)
    if reason in (*_WHOLE_DESK, talk.UNKNOWN_DESK):
        return replace(desk, trouble=reason)
    centre_id = getattr(step, "centre_id", None)
    if centre_id is None or reason in _PUT_OFF:
        return failed(desk, now, luck, answer.retry_after)
    if isinstance(step, PushUnits) and reason != talk.SCOPE:
        # A central that takes nothing new still hears what this desk has of its log, by the pull that follows.
        stuck = talk.RESTORING if reason == talk.RESTORING else REFUSED_BATCH
        return with_centre(desk, centre_id, lambda c: _stuck(c, step.desk_id, stuck))
    trouble = reason if reason in (talk.SCOPE, talk.RESTORING) else REFUSED_PULL
    return with_centre(desk, centre_id, lambda c: replace(c, trouble=trouble))


def with_centre(desk: DeskState, centre_id: str, change: Callable[[CentreState], CentreState]) -> DeskState:
    """The state with one centre changed."""
    return replace(desk, centres=tuple(change(c) if c.centre_id == centre_id else c for c in desk.centres))


def _stuck(centre: CentreState, desk_id: str, why: str) -> CentreState:
    chains = tuple(replace(c, stuck=why) if c.desk_id == desk_id else c for c in centre.chains)
    return replace(centre, chains=chains)
