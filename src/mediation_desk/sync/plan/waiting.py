"""How long a desk waits after a failure: longer each time, never all desks at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mediation_desk.sync.plan.state import DeskState

SHORTEST: Final = 2.0
LONGEST: Final = 300.0
"""Seconds between two tries, at most."""
_MOST_DOUBLINGS: Final = 8


def failed(desk: DeskState, now: float, luck: float, asked: int = 0) -> DeskState:
    """After a request that was lost, cut, or put off. ``luck``: a random number from 0 up to 1, so that five hundred
    desks do not come back in the same second; ``asked``: the seconds central asked to wait."""
    longest = min(LONGEST, SHORTEST * 2 ** min(desk.failures, _MOST_DOUBLINGS))
    wait = min(LONGEST, max(longest * (0.5 + luck / 2), float(asked) * (1 + luck / 2)))
    return replace(desk, failures=desk.failures + 1, not_before=now + wait)


def served(desk: DeskState) -> DeskState:
    """After an answer."""
    return replace(desk, failures=0, not_before=0.0) if desk.failures else desk
