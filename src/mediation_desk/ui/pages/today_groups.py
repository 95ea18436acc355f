"""What presses, in the four groups a mediator thinks in: overdue, today, within seven days, waiting for someone."""

from __future__ import annotations

from collections.abc import Iterable

from mediation_desk.actions.today import Pressing
from mediation_desk.domain.words import N_
from mediation_desk.ui.look.tokens import Tone

OVERDUE, TODAY, SOON, WAITING = N_("Overdue"), N_("Today"), N_("Within seven days"), N_("Waiting for someone")
GROUPS: dict[str, Tone] = {OVERDUE: Tone.STOP, TODAY: Tone.SOON, SOON: Tone.PLAIN, WAITING: Tone.ACT}


def group_of(line: Pressing) -> str:
    """The group of a line."""
    if line.days_left is None:
        return WAITING
    if line.days_left < 0:
        return OVERDUE
    return SOON if line.days_left else TODAY


def grouped(lines: Iterable[Pressing]) -> dict[str, list[Pressing]]:
    """The lines by group, in the groups' order; the oldest first. Empty groups are left out."""
    groups: dict[str, list[Pressing]] = {name: [] for name in GROUPS}
    for line in lines:
        groups[group_of(line)].append(line)
    return {name: found for name, found in groups.items() if found}
