"""A party without a copy cannot go to court with it."""

from __future__ import annotations

import pytest

from mediation_desk.domain.copies import copies_for
from mediation_desk.domain.numerals import chinese_count


@pytest.mark.parametrize(
    ("parties", "court", "total", "sentence"),
    [
        (2, False, 3, "本协议一式三份，当事人双方各一份，人民调解委员会一份。"),
        (6, True, 8, "本协议一式八份，当事人六方各一份，人民调解委员会一份，人民法院一份。"),
        (2, True, 4, "本协议一式四份，当事人双方各一份，人民调解委员会一份，人民法院一份。"),
        (40, True, 42, "本协议一式四十二份，当事人四十方各一份，人民调解委员会一份，人民法院一份。"),
    ],
)
def test_copies_of_the_sample_cases(parties: int, court: bool, total: int, sentence: str) -> None:
    copies = copies_for(parties, court=court)
    assert copies.total == total
    assert copies.sentence() == sentence


def test_the_breakdown_adds_up_and_leaves_out_who_gets_none() -> None:
    assert copies_for(2).breakdown() == (("当事人", 2), ("人民调解委员会", 1))
    assert sum(count for _, count in copies_for(6, court=True).breakdown()) == 8


@pytest.mark.parametrize(
    ("number", "words"), [(0, "零"), (8, "八"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")]
)
def test_counts_in_words(number: int, words: str) -> None:
    assert chinese_count(number) == words
