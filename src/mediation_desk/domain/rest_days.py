"""Days agreed in a contract that fall on a day of rest: hinted, never moved.

民法典 Art. 203 moves the last day of a *period*; a date the parties chose is theirs (a bank may not book that day).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mediation_desk.domain.calendar import HolidayTable
from mediation_desk.domain.finding import Finding, hint
from mediation_desk.domain.words import N_, Say

_WEEKDAYS = (
    N_("a Monday"),
    N_("a Tuesday"),
    N_("a Wednesday"),
    N_("a Thursday"),
    N_("a Friday"),
    N_("a Saturday"),
    N_("a Sunday"),
)


def rest_day_hint(day: date, holidays: HolidayTable) -> Finding | None:
    """A hint where the day is a holiday or a weekend not worked; None for a working day, 调休 included."""
    if not holidays.is_rest_day(day):
        return None
    festival = holidays.festival(day)
    if festival:
        return hint(N_("{day} is a holiday ({festival}). The agreed date stays as it is."), day=day, festival=festival)
    weekday = Say(_WEEKDAYS[day.weekday()])
    return hint(N_("{day} is {weekday}. The agreed date stays as it is."), day=day, weekday=weekday)


def rest_day_hints(days: Iterable[date], holidays: HolidayTable) -> tuple[Finding, ...]:
    """The hints for several days, in their order, each day once."""
    hints = (rest_day_hint(day, holidays) for day in dict.fromkeys(days))
    return tuple(found for found in hints if found)
