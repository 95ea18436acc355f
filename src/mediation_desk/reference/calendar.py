"""The holidays that ship with the program: ``resources/calendar/<year>.toml``, one notice a year."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from mediation_desk.domain.calendar import HolidayTable
from mediation_desk.reference.place import resources


@cache
def holiday_table() -> HolidayTable:
    """All years at hand in one table. A new year is a new file: no code changes."""
    holidays: dict[date, str] = {}
    workdays: set[date] = set()
    sources: dict[int, str] = {}
    for path in sorted((resources() / "calendar").glob("*.toml")):
        with path.open("rb") as file:
            notice = tomllib.load(file)
        sources[notice["year"]] = notice["source"]
        workdays.update(notice["workdays"])
        for festival in notice["holidays"]:
            holidays.update(dict.fromkeys(_days(festival["first"], festival["last"]), festival["name"]))
    return HolidayTable(
        years=frozenset(sources),
        holidays=MappingProxyType(holidays),
        workdays=frozenset(workdays),
        sources=MappingProxyType(sources),
    )


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=count) for count in range((last - first).days + 1)]
