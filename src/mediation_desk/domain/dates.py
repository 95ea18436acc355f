"""Days and times as people type them, and as papers print them.

A day is a ``date``; a time is an instant with China's fixed offset (+08:00), the civil time of every centre.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.typed import compact, half_width

CHINA = timezone(timedelta(hours=8))

_WORDS = {"前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "today": 0, "明天": 1, "明日": 1, "后天": 2}
_SHIFT = re.compile(r"(?P<days>[+-][0-9]{1,4})天?")
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        r"(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        r"(?:(?P<y>[0-9]{4})[-./])?(?P<m>[0-9]{1,2})[-./](?P<d>[0-9]{1,2})",
        r"(?:(?P<y>[0-9]{4})年)?(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})[日号]",
    )
)
_HOURS = re.compile(r"(?P<h>[0-9]{2})(?P<min>[0-9]{2})|(?P<h2>[0-9]{1,2})(?::|时|点)(?:(?P<min2>[0-9]{1,2})分?|半)?")
_DAY_AND_HOURS = re.compile(r"(?P<day>\S*?)(?:\s+|(?<=[日号天])|T)(?P<hours>[0-9]\S*)|(?P<only>[0-9]{1,2}[:时点]\S*)")


def parse_date(text: str, today: date) -> date:
    """The day that was typed, without a year in the year of ``today``.

    ``20261124``, ``1124``, ``2026-11-24``, ``11-24``, ``2026.11.24``, ``2026/11/24``, ``2026年11月24日``, ``11月24日``, ``今天``,
    ``明天``, ``+30`` (days from today), ``-3``. Full-width signs as well. Anything else is a ``KnownProblem``.
    """
    typed = compact(text).replace("。", ".").lower()
    if typed in _WORDS:
        return _shifted(today, _WORDS[typed])
    if shift := _SHIFT.fullmatch(typed):
        return _shifted(today, int(shift["days"]))
    for shape in _SHAPES:
        if found := shape.fullmatch(typed):
            year = found.groupdict().get("y")
            return _day(int(year) if year else today.year, int(found["m"]), int(found["d"]))
    raise KnownProblem("This is not a date. Type it like 20261124, 11-24, +30 or 今天.")


def parse_moment(text: str, today: date) -> datetime:
    """The instant that was typed, in China's time: a day as in ``parse_date``, then ``09:30``, ``0930``, ``9时30分``, ``9点半``.

    Hours alone (``09:30``) mean today. Anything else is a ``KnownProblem``.
    """
    typed = " ".join(half_width(text).split())
    found = _DAY_AND_HOURS.fullmatch(typed)
    hours = _HOURS.fullmatch((found["only"] or found["hours"]).replace(" ", "")) if found else None
    if found is None or hours is None:
        raise KnownProblem("This is not a day and time. Type it like 2026-09-05 09:30 or 0905 0930.")
    day = parse_date(found["day"], today) if found["day"] else today
    hour = int(hours["h"] or hours["h2"])
    minute = 30 if typed.endswith("半") else int(hours["min"] or hours["min2"] or 0)
    if hour > 23 or minute > 59:
        raise KnownProblem("There is no such time of day; the clock runs from 00:00 to 23:59.")
    return datetime.combine(day, time(hour, minute), CHINA)


def print_date(day: date) -> str:
    """``2026年9月20日``, as notices and agreements print it (Arabic numerals)."""
    return f"{day.year}年{day.month}月{day.day}日"


def print_by(day: date) -> str:
    """``2026年9月20日前（含当日）``: 民法典 Art. 1259 leaves a bare 前 open, so the day itself is said to be included."""
    return f"{print_date(day)}前（含当日）"


def print_moment(at: datetime) -> str:
    """``2026年9月5日9时30分`` in China's time, from an instant of any offset."""
    local = at.astimezone(CHINA)
    return f"{print_date(local.date())}{local.hour}时{local.minute:02d}分"


def day_in_china(at: datetime) -> date:
    """The civil day of an instant at the centre."""
    return at.astimezone(CHINA).date()


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise KnownProblem("There is no such day in the calendar.") from error


def _shifted(today: date, days: int) -> date:
    return today + timedelta(days=days)
