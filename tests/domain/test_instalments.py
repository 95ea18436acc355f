"""Parts that do not add up to the sum start the next dispute."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mediation_desk.domain.instalments import monthly_days, split_equally
from mediation_desk.domain.problem import KnownProblem

WAGES = {
    1640902: (546967, 546967, 546968),
    1200000: (400000, 400000, 400000),
    980050: (326683, 326683, 326684),
    2000000: (666667, 666667, 666666),
    760000: (253333, 253333, 253334),
}


@pytest.mark.parametrize(("total", "parts"), WAGES.items())
def test_thirds_of_the_five_wages(total: int, parts: tuple[int, ...]) -> None:
    assert split_equally(total, 3) == parts


def test_the_thirds_of_all_five_add_up() -> None:
    columns = zip(*(split_equally(total, 3) for total in WAGES), strict=True)
    assert [sum(column) for column in columns] == [2193650, 2193650, 2193652]
    assert sum(WAGES) == 6580952


def test_the_bank_case_in_twelve() -> None:
    assert split_equally(4075868, 12) == (339656,) * 11 + (339652,)


@given(st.integers(1, 10**15), st.integers(1, 360))
def test_parts_add_up_and_are_rounded_half_up(total: int, parts: int) -> None:
    assume(total >= parts * parts)
    split = split_equally(total, parts)
    assert len(split) == parts
    assert sum(split) == total
    assert all(-Fraction(1, 2) < part - Fraction(total, parts) <= Fraction(1, 2) for part in split[:-1])


@given(st.integers(-5, 2000), st.integers(-2, 60))
def test_a_split_has_only_real_parts_or_is_refused(total: int, parts: int) -> None:
    try:
        split = split_equally(total, parts)
    except KnownProblem:
        return
    assert min(split) >= 1
    assert sum(split) == total


@pytest.mark.parametrize(("total", "parts"), [(2, 4), (3, 5), (0, 1), (100, 0)])
def test_a_part_of_nothing_is_refused(total: int, parts: int) -> None:
    with pytest.raises(KnownProblem):
        split_equally(total, parts)


def test_monthly_days_keep_the_day_over_the_year() -> None:
    days = monthly_days(date(2026, 9, 5), 12)
    assert days[0] == date(2026, 9, 5)
    assert days[4] == date(2027, 1, 5)
    assert days[-1] == date(2027, 8, 5)


def test_a_month_without_the_day_uses_its_last() -> None:
    assert monthly_days(date(2026, 12, 31), 4) == (
        date(2026, 12, 31),
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
    )
