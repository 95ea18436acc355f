"""A number names one case for ever, on paper and on screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.numbers import CaseNumber, format_number, parse_number
from mediation_desk.domain.problem import KnownProblem


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (CaseNumber(2026, "木城", 12, "03"), "（2026）木城人调字第03012号"),
        (CaseNumber(2026, "木城", 12), "（2026）木城人调字第012号"),
        (CaseNumber(2026, "焦作非诉", 9999), "（2026）焦作非诉人调字第9999号"),
        (CaseNumber(2026, "焦作金融", 123456, "12"), "（2026）焦作金融人调字第12123456号"),
    ],
)
def test_printed_and_read(number: CaseNumber, text: str) -> None:
    assert str(number) == text
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text", ["(2026)木城人调字第03012号", "〔2026〕木城人调字第03012号", " （2026） 木城人调字第 03012 号 "]
)
def test_written_otherwise(text: str) -> None:
    assert parse_number(text) == CaseNumber(2026, "木城", 12, "03")


def test_old_numbers_with_fewer_digits_are_read() -> None:
    assert parse_number("（2019）山阳人调字第12号") == CaseNumber(2019, "山阳", 12)


@pytest.mark.parametrize(
    "number",
    [
        CaseNumber(2026, "木城", 0),
        CaseNumber(2026, "木城", 10_000),
        CaseNumber(2026, "木城", 1_000_000, "03"),
        CaseNumber(2026, "木城", 1, "3"),
        CaseNumber(2026, "木城", 1, "00"),
        CaseNumber(2026, "", 1, "03"),
        CaseNumber(2026, "木城人调字", 1, "03"),
    ],
)
def test_outside_the_limits_is_refused(number: CaseNumber) -> None:
    with pytest.raises(KnownProblem):
        format_number(number)


@pytest.mark.parametrize("text", ["", "2026木城人调字第012号", "（2026）人调字第012号", "（2026）木城人调字第号"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(KnownProblem):
        parse_number(text)


INFIXES = st.integers(1, 99).map("{:02d}".format)
NUMBERS = st.one_of(
    st.builds(CaseNumber, st.integers(1980, 2100), st.just("木城"), st.integers(1, 9999)),
    st.builds(CaseNumber, st.integers(1980, 2100), st.just("木城"), st.integers(1, 999_999), INFIXES),
)


@given(NUMBERS)
def test_every_number_has_one_reading(number: CaseNumber) -> None:
    assert parse_number(str(number)) == number


@given(NUMBERS, NUMBERS)
def test_two_desks_never_print_the_same_text(one: CaseNumber, other: CaseNumber) -> None:
    assert (str(one) == str(other)) == (one == other)
