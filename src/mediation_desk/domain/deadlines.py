"""Periods set by law, counted as the law counts them.

民法典 Art. 201: the first day is not counted. Art. 203: a last day that is a statutory day of rest gives way to the day
after the rest. A period in 工作日 counts working days only, 调休 included.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from mediation_desk.domain.calendar import SATURDAY, HolidayTable
from mediation_desk.domain.finding import Finding, hint, warn
from mediation_desk.domain.words import N_

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A period as data: ``days`` calendar days, or working days where ``working``; ``basis`` the statute in Chinese."""

    code: str
    days: int
    working: bool
    basis: str
    version: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a period.

    ``counted`` is the day counting alone gives, ``last`` the one that holds (moved past rest days, or the centre's own);
    ``basis`` the statute as printed beside it; ``notes`` what the reader must know.
    """

    last: date
    counted: date
    basis: str
    notes: tuple[Finding, ...]

    @property
    def moved(self) -> bool:
        """Whether the day that holds is not the one counted."""
        return self.last != self.counted


def last_day(rule: DeadlineRule, start: date, holidays: HolidayTable) -> Deadline:
    """The last day of a rule's period that begins with the event of ``start``."""
    counted = _working_days_after(start, rule.days, holidays) if rule.working else start + rule.days * _DAY
    last, worked = _past_rest(counted, holidays)
    notes = []
    if last != counted:
        notes.append(
            hint(
                N_("Day {days}, {counted}, is a day of rest; the period ends with {last}."),
                days=rule.days,
                counted=counted,
                last=last,
            )
        )
    notes += [
        warn(N_("{day} in between is a weekend day that is worked. Apply by then, to be safe."), day=day)
        for day in worked[:1]
    ]
    notes += _beyond_table(start if rule.working else counted, last, holidays)
    return Deadline(last, counted, rule.basis, tuple(notes))


def override(computed: Deadline, chosen: date) -> Deadline:
    """The centre's own last day in place of the computed one, said so beside it.

    Parties may agree on longer (e.g. 劳动争议调解仲裁法 Art. 14 leaves 15 days to arbitrate, not to stop talking).
    """
    if chosen == computed.last:
        return computed
    note = warn(N_("Set by the centre; counting gives {computed}."), computed=computed.last)
    return replace(computed, last=chosen, notes=(*computed.notes, note))


def _past_rest(counted: date, holidays: HolidayTable) -> tuple[date, list[date]]:
    """The day that ends the period, and the worked weekend days (调休) passed over on the way to it.

    A counted day that is worked holds, weekend or not. One that is not gives way to the first ordinary weekday after
    the rest, as the centres count it. A stricter reader of Art. 203 would end the period on a 调休 Saturday or Sunday in
    between; it is named, so that nobody is late under either reading.
    """
    if not holidays.is_rest_day(counted):
        return counted, []
    day, worked = counted, []
    while holidays.is_rest_day(day) or day.weekday() >= SATURDAY:
        if not holidays.is_rest_day(day):
            worked.append(day)
        day += _DAY
    return day, worked


def _working_days_after(start: date, days: int, holidays: HolidayTable) -> date:
    day = start
    while days:
        day += _DAY
        days -= not holidays.is_rest_day(day)
    return day


def _beyond_table(first: date, last: date, holidays: HolidayTable) -> list[Finding]:
    """A warning where the calendar of a year that mattered is not known."""
    unknown = [year for year in range(first.year, last.year + 1) if not holidays.known(year)]
    return [
        warn(N_("The holidays of {year} are not in the table; only weekends were counted. Check by hand."), year=year)
        for year in unknown
    ]
