"""Capital numerals that differ from the digits void an agreement's clearness (内容不明确)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.capital import from_capital, to_capital
from mediation_desk.domain.money import MOST_FEN
from mediation_desk.domain.problem import KnownProblem

VECTORS = [
    (0, "人民币零元整"),
    (5, "人民币伍分"),
    (50, "人民币伍角整"),
    (1_00, "人民币壹元整"),
    (10_00, "人民币壹拾元整"),
    (10_10, "人民币壹拾元零壹角整"),
    (325_04, "人民币叁佰贰拾伍元零肆分"),
    (1409_50, "人民币壹仟肆佰零玖元伍角整"),
    (1680_32, "人民币壹仟陆佰捌拾元零叁角贰分"),
    (6007_14, "人民币陆仟零柒元壹角肆分"),
    (16409_02, "人民币壹万陆仟肆佰零玖元零贰分"),
    (20000_00, "人民币贰万元整"),
    (107000_53, "人民币壹拾万柒仟元零伍角叁分"),
    (120300_10, "人民币壹拾贰万零叁佰元零壹角整"),
    (10010000_05, "人民币壹仟零壹万元零伍分"),
    (100000000_00, "人民币壹亿元整"),
    (100001000_00, "人民币壹亿零壹仟元整"),
    (1000000000000_00, "人民币壹万亿元整"),
    # the sample cases
    (65809_52, "人民币陆万伍仟捌佰零玖元伍角贰分"),
    (40758_68, "人民币肆万零柒佰伍拾捌元陆角捌分"),
    # around the borders of 万 and 亿
    (100010000_00, "人民币壹亿零壹万元整"),
    (1000100000000_00, "人民币壹万零壹亿元整"),
    (1000000000001_00, "人民币壹万亿零壹元整"),
    (MOST_FEN, "人民币壹拾万亿元整"),
]


@pytest.mark.parametrize(("fen", "words"), VECTORS)
def test_vectors_both_ways(fen: int, words: str) -> None:
    assert to_capital(fen) == words
    assert from_capital(words) == fen


@pytest.mark.parametrize(
    ("words", "fen"),
    [
        ("壹仟陆佰捌拾元叁角贰分", 1680_32),
        ("壹拾万零柒仟元伍角叁分", 107000_53),
        ("伍角", 50),
        ("人民币贰万圆正", 20000_00),
        ("人民币 叁佰贰拾伍元肆分", 325_04),
        ("叁佰贰拾伍元零角肆分", 325_04),
    ],
)
def test_other_spellings_are_read(words: str, fen: int) -> None:
    assert from_capital(words) == fen


@pytest.mark.parametrize(
    "words",
    [
        "",
        "人民币",
        "元整",
        "一百元",
        "壹佰",
        "壹贰元整",
        "拾元整",
        "壹佰壹仟元整",
        "壹万壹万元整",
        "伍分伍角",
        "零角",
        "壹元整伍角",
        "仟元",
    ],
)
def test_what_no_rule_allows_is_refused(words: str) -> None:
    with pytest.raises(KnownProblem):
        from_capital(words)


@pytest.mark.parametrize("fen", [-1, MOST_FEN + 1])
def test_beyond_the_limit_is_refused(fen: int) -> None:
    with pytest.raises(KnownProblem):
        to_capital(fen)


@given(st.one_of(st.integers(0, MOST_FEN), st.integers(0, 10**8).map(lambda n: n * 10**7 % MOST_FEN)))
def test_every_amount_reads_back(fen: int) -> None:
    words = to_capital(fen)
    assert from_capital(words) == fen
    assert "零零" not in words
    assert words.endswith("整") != words.endswith("分")


@given(st.text("零壹贰叁伍玖拾佰仟万亿元角分整", max_size=12))
def test_any_string_is_read_or_refused(words: str) -> None:
    try:
        fen = from_capital(words)
    except KnownProblem:
        return
    assert from_capital(to_capital(fen)) == fen
    assert {mark for mark in words if mark in "壹贰叁伍玖"} == {
        mark for mark in to_capital(fen) if mark in "壹贰叁伍玖"
    }
