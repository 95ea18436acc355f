"""A wrong last day costs a party its right to confirmation."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.calendar import HolidayTable
from mediation_desk.domain.deadlines import DeadlineRule, last_day, override
from mediation_desk.reference.calendar import holiday_table

THIRTY = DeadlineRule("confirmation", 30, working=False, basis="三十日", version="1")
FIFTEEN = DeadlineRule("arbitration_review", 15, working=False, basis="十五日", version="1")
WORKING = DeadlineRule("medical", 30, working=True, basis="三十个工作日", version="1")
NOWHERE = HolidayTable(years=frozenset(), holidays={}, workdays=frozenset(), sources={})


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        (THIRTY, date(2026, 9, 2), date(2026, 10, 8)),  # over the national holiday
        (THIRTY, date(2026, 9, 9), date(2026, 10, 9)),
        (THIRTY, date(2026, 8, 20), date(2026, 9, 21)),  # a Saturday; the Sunday after it is worked
        (FIFTEEN, date(2026, 8, 20), date(2026, 9, 4)),
        (FIFTEEN, date(2026, 8, 17), date(2026, 9, 1)),
        (THIRTY, date(2026, 8, 10), date(2026, 9, 9)),
        (THIRTY, date(2026, 1, 1), date(2026, 2, 2)),  # a Saturday
        (THIRTY, date(2026, 8, 21), date(2026, 9, 20)),  # itself a worked Sunday: it holds
    ],
)
def test_the_last_day_is_counted_as_the_civil_code_counts(rule: DeadlineRule, start: date, expected: date) -> None:
    assert last_day(rule, start, holiday_table()).last == expected


def test_a_moved_day_is_explained() -> None:
    found = last_day(THIRTY, date(2026, 9, 2), holiday_table())
    assert found.moved
    assert found.counted == date(2026, 10, 2)
    assert [str(note) for note in found.notes] == [
        "Day 30, 2026-10-02, is a day of rest; the period ends with 2026-10-08."
    ]


def test_a_worked_weekend_on_the_way_is_named_as_the_safe_day() -> None:
    notes = last_day(THIRTY, date(2026, 8, 20), holiday_table()).notes
    assert notes[1].values == {"day": date(2026, 9, 20)}


def test_past_the_table_only_weekends_are_counted_and_it_says_so() -> None:
    found = last_day(THIRTY, date(2026, 12, 18), holiday_table())
    assert found.last == date(2027, 1, 18)  # 17 January 2027 is a Sunday
    assert found.notes[-1].values == {"year": 2027}


def test_within_the_table_nothing_is_said_about_its_end() -> None:
    assert last_day(THIRTY, date(2026, 11, 2), holiday_table()).notes == ()


def test_working_days_skip_holidays_and_take_worked_weekends() -> None:
    # 2026-09-18 is a Friday; 09-20 (worked Sunday) is day 1, 09-21..24 days 2-5, 25-27 holiday, 28 is day 6.
    six = DeadlineRule("six", 6, working=True, basis="六个工作日", version="1")
    assert last_day(six, date(2026, 9, 18), holiday_table()).last == date(2026, 9, 28)


def test_a_working_day_period_that_crosses_an_unknown_year_says_so() -> None:
    assert last_day(WORKING, date(2026, 12, 15), holiday_table()).notes[-1].values == {"year": 2027}


def test_the_centre_may_set_another_day_and_it_is_said() -> None:
    computed = last_day(THIRTY, date(2026, 9, 9), holiday_table())
    chosen = override(computed, date(2026, 10, 15))
    assert chosen.last == date(2026, 10, 15)
    assert chosen.basis == computed.basis
    assert chosen.notes[-1].values == {"computed": date(2026, 10, 9)}


def test_the_same_day_set_by_the_centre_is_no_change() -> None:
    computed = last_day(THIRTY, date(2026, 9, 9), holiday_table())
    assert override(computed, date(2026, 10, 9)) is computed


@given(st.dates(date(2024, 1, 1), date(2026, 11, 20)), st.integers(1, 60))
def test_no_period_ends_on_a_day_of_rest_or_early(start: date, days: int) -> None:
    found = last_day(DeadlineRule("any", days, working=False, basis="", version="1"), start, holiday_table())
    assert not holiday_table().is_rest_day(found.last)
    assert start + timedelta(days) == found.counted <= found.last
    assert found.last - found.counted < timedelta(days=12)


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(1, 60))
def test_working_days_in_the_period_are_as_many_as_the_rule_says(start: date, days: int) -> None:
    found = last_day(DeadlineRule("any", days, working=True, basis="", version="1"), start, NOWHERE)
    between = (start + timedelta(n) for n in range(1, (found.last - start).days + 1))
    assert sum(not NOWHERE.is_rest_day(day) for day in between) == days
