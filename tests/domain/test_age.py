"""Age decides capacity and stands on every form."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.age import Capacity, capacity_by_age, full_years


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(1968, 3, 12), date(2026, 9, 8), 58),
        (date(1975, 11, 2), date(2026, 9, 8), 50),
        (date(1990, 5, 1), date(2026, 8, 10), 36),
        (date(2008, 9, 8), date(2026, 9, 7), 17),
        (date(2008, 9, 8), date(2026, 9, 8), 18),
        (date(2008, 2, 29), date(2026, 2, 27), 17),
        (date(2008, 2, 29), date(2026, 2, 28), 18),
        (date(2008, 2, 29), date(2028, 2, 28), 19),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2026, 9, 8), date(2026, 9, 8), 0),
        (date(2026, 9, 8), date(2026, 9, 7), None),
    ],
)
def test_full_years(born: date, on: date, years: int | None) -> None:
    assert full_years(born, on) == years


@pytest.mark.parametrize(
    ("born", "capacity"),
    [
        (date(2018, 9, 9), Capacity.NONE),
        (date(2018, 9, 8), Capacity.LIMITED),
        (date(2008, 9, 9), Capacity.LIMITED),
        (date(2008, 9, 8), Capacity.FULL),
        (date(2027, 1, 1), None),
    ],
)
def test_capacity_at_its_borders(born: date, capacity: Capacity | None) -> None:
    assert capacity_by_age(born, date(2026, 9, 8)) is capacity


@given(st.dates(date(1900, 1, 1), date(2030, 1, 1)), st.integers(0, 40000))
def test_age_never_falls_and_grows_by_one_a_year(born: date, days: int) -> None:
    on = born + timedelta(days)
    today, tomorrow, next_year = (full_years(born, on + timedelta(step)) for step in (0, 1, 366))
    assert today is not None and tomorrow is not None and next_year is not None
    assert today <= tomorrow <= today + 1
    assert today + 1 <= next_year <= today + 2
