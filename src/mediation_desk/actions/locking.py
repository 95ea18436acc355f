"""When the screen is to be covered because nobody is there: a decision without a clock or a window of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from mediation_desk.domain.records import Centre

USUAL = timedelta(minutes=10)
USUAL_IN_MEETING = timedelta(minutes=60)


def idle_limit(centres: Iterable[Centre], *, in_meeting: bool) -> timedelta:
    """How long a desk may stand untouched: the shortest time that one of its centres has chosen, 10 minutes as a rule;
    60 while a meeting is held (会谈中), as people then talk and do not type."""
    chosen = [c.meeting_lock_minutes if in_meeting else c.lock_minutes for c in centres]
    if not chosen:
        return USUAL_IN_MEETING if in_meeting else USUAL
    return timedelta(minutes=min(chosen))


def must_lock(limit: timedelta, touched_at: datetime, now: datetime) -> bool:
    """Whether nobody has touched the desk for so long. A clock set back counts as a touch: it proves no absence."""
    return now - touched_at >= limit
