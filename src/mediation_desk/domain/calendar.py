"""Which days the country rests: statutory holidays, weekends, and the weekends worked instead (调休)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class HolidayTable:
    """The holiday notices of the State Council (国务院办公厅) for some years.

    ``holidays`` gives each day off, weekends within a holiday included, with the festival's Chinese name;
    ``workdays`` the Saturdays and Sundays worked instead; ``sources`` each year's notice, title and number.
    """

    years: frozenset[int]
    holidays: Mapping[date, str] = field(hash=False)
    workdays: frozenset[date]
    sources: Mapping[int, str] = field(hash=False)

    def known(self, year: int) -> bool:
        """Whether the year's notice is in the table; for other years only weekends are counted."""
        return year in self.years

    def is_rest_day(self, day: date) -> bool:
        """Whether nobody is expected to work: a holiday, or a Saturday or Sunday that is not worked."""
        if day in self.holidays:
            return True
        return day.weekday() >= SATURDAY and day not in self.workdays

    def festival(self, day: date) -> str | None:
        """The festival a day off belongs to (``国庆节``), or None on other days."""
        return self.holidays.get(day)
