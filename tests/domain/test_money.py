"""A sum on paper is the sum that was typed, to the fen."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.money import MOST_FEN, format_amount, half_up, parse_amount
from mediation_desk.domain.problem import KnownProblem


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("6,007.14", 600714),
        ("6007.14", 600714),
        ("¥6007.14", 600714),
        ("￥6,007.14", 600714),
        ("6007.14元", 600714),
        ("人民币 6007.14 元整", 600714),
        ("６，００７．１４", 600714),
        ("1.2万", 1_200_000),
        ("1.2万元", 1_200_000),
        ("1.234567万", 1_234_567),
        ("3亿", 30_000_000_000),
        ("0", 0),
        ("0.5", 50),
        ("5.", None),
        ("12,000", 1_200_000),
        ("6007.140", 600714),
        ("10000000000000", MOST_FEN),
    ],
)
def test_typed_amounts(typed: str, fen: int | None) -> None:
    if fen is None:
        with pytest.raises(KnownProblem):
            parse_amount(typed)
    else:
        assert parse_amount(typed) == fen


@pytest.mark.parametrize("typed", ["6007.145", "1.2345678万", "0.001"])
def test_more_than_two_decimals_are_refused_with_that_reason(typed: str) -> None:
    with pytest.raises(KnownProblem, match="at most two decimals"):
        parse_amount(typed)


@pytest.mark.parametrize("typed", ["", "元", "-5", "60,07.14", "1,5", "1.2.3", "五元", "1e3", "١٢"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(KnownProblem, match="not an amount"):
        parse_amount(typed)


def test_the_limit_is_stated() -> None:
    with pytest.raises(KnownProblem, match=r"between 0 and 10,000,000,000,000\.00 yuan"):
        parse_amount("10000000000000.01")


@given(st.integers(0, MOST_FEN))
def test_what_is_printed_reads_back(fen: int) -> None:
    assert parse_amount(format_amount(fen)) == fen


def test_amounts_below_nothing_print_their_sign() -> None:
    assert format_amount(-5) == "-0.05"


@given(st.fractions(0, 10**6))
def test_half_up_is_the_nearest_whole_number(value: Fraction) -> None:
    rounded = half_up(value)
    assert -Fraction(1, 2) < rounded - value <= Fraction(1, 2)
