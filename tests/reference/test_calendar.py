"""One wrong holiday moves every deadline that meets it."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest

from mediation_desk.reference.calendar import holiday_table


@pytest.mark.parametrize("year", sorted(holiday_table().years))
def test_every_day_equals_an_independent_calendar(year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        assert holiday_table().is_rest_day(day) == chinese_calendar.is_holiday(day), day
        day += timedelta(days=1)


def test_the_years_at_hand() -> None:
    assert holiday_table().years == {2024, 2025, 2026}
    assert holiday_table().known(2026)
    assert not holiday_table().known(2027)


def test_every_year_names_the_notice_it_is_from() -> None:
    for year, source in holiday_table().sources.items():
        assert f"国务院办公厅关于{year}年部分节假日安排的通知" in source
        assert "国办发明电" in source


def test_worked_weekends_are_weekends_of_known_years() -> None:
    for day in holiday_table().workdays:
        assert day.weekday() >= 5
        assert day.year in holiday_table().years
        assert day not in holiday_table().holidays


def test_a_holiday_knows_its_festival() -> None:
    assert holiday_table().festival(date(2026, 10, 2)) == "国庆节"
    assert holiday_table().festival(date(2026, 10, 8)) is None
