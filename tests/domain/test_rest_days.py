"""A date the parties chose is hinted at and never moved."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.finding import Severity
from mediation_desk.domain.rest_days import rest_day_hint, rest_day_hints
from mediation_desk.reference.calendar import holiday_table


def test_a_worked_sunday_gives_no_hint() -> None:
    assert rest_day_hint(date(2026, 9, 20), holiday_table()) is None


def test_a_saturday_is_hinted() -> None:
    found = rest_day_hint(date(2026, 10, 31), holiday_table())
    assert found is not None
    assert found.severity is Severity.HINT
    assert str(found) == "2026-10-31 is a Saturday. The agreed date stays as it is."


def test_a_holiday_is_named() -> None:
    found = rest_day_hint(date(2026, 9, 25), holiday_table())
    assert found is not None
    assert found.values["festival"] == "中秋节"


def test_several_days_are_hinted_once_each_in_order() -> None:
    days = (date(2026, 10, 31), date(2026, 9, 20), date(2026, 10, 4), date(2026, 10, 31), date(2026, 11, 2))
    hints = rest_day_hints(days, holiday_table())
    assert [found.values["day"] for found in hints] == [date(2026, 10, 31), date(2026, 10, 4)]
