"""An amount written twice must be one amount: reviewers and banks go by the capital numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.capital import to_capital
from mediation_desk.domain.capital_pairs import AmountPair, unequal_amounts
from mediation_desk.domain.money import MOST_FEN, format_amount


@given(st.integers(1, MOST_FEN))
def test_what_a_term_prints_itself_is_never_complained_of(fen: int) -> None:
    """Every amount, as terms write it and as receipts do."""
    capital = to_capital(fen)
    assert list(unequal_amounts(f"支付{format_amount(fen)}元（{capital}），于月底前付清。")) == []
    assert (
        list(unequal_amounts(f"今收到人民币（大写）{capital.removeprefix('人民币')}（￥{format_amount(fen)}元）")) == []
    )


@given(st.integers(1, 10**10), st.integers(1, 10**10))
def test_two_amounts_are_found_whatever_they_are(one: int, other: int) -> None:
    """To the fen."""
    found = list(unequal_amounts(f"赔偿{format_amount(one)}元（{to_capital(other)}）。"))
    assert bool(found) == (one != other)


@pytest.mark.parametrize(
    "text",
    [
        "6,007.14元（大写：陆仟零柒元壹角肆分）",
        "6007.14元，大写人民币陆仟零柒圆壹角肆分",
        "陆仟零柒元壹角肆分（￥6007.14）",
        "1.2万元（壹万贰仟元整）",
    ],
)
def test_the_ways_people_write_it(text: str) -> None:
    """In brackets, with 圆, the capital first."""
    assert list(unequal_amounts(text)) == []


def test_the_pair_is_named_as_it_stands() -> None:
    """So that whoever mends it finds it."""
    text = "李㛃赔偿6,007.14元（人民币陆仟柒佰元壹角肆分），另付三千元。"
    assert list(unequal_amounts(text)) == [AmountPair("6,007.14", "陆仟柒佰元壹角肆分")]
