"""Amounts written twice in a text, in digits and in capital numerals, that do not say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mediation_desk.domain.capital import from_capital
from mediation_desk.domain.money import parse_amount
from mediation_desk.domain.problem import KnownProblem

_DIGITS: Final = r"(?P<digits>[0-9][0-9,]*(?:\.[0-9]{1,2})?(?:万|亿)?)"
_WORDS: Final = r"(?P<words>[零〇壹贰貳叁参肆伍陆陸柒捌玖拾佰仟万亿元圆角分整正]{2,})"
_BEFORE: Final = r"[（(]?\s*(?:人民币)?\s*(?:[（(]?大写[）)]?)?[：:]?\s*"
_PAIRS: Final = (
    re.compile(rf"[¥￥]?{_DIGITS}\s*元[，,]?\s*{_BEFORE}{_WORDS}"),
    re.compile(rf"{_WORDS}\s*[（(，,]?\s*(?:小写[：:]?)?\s*[¥￥]?{_DIGITS}\s*元?"),
)


@dataclass(frozen=True, slots=True)
class AmountPair:
    """The two spellings as they stand in the text."""

    digits: str
    words: str


def unequal_amounts(text: str) -> Iterator[AmountPair]:
    """Each pair whose digits and capital numerals differ, or whose capital numerals cannot be read."""
    seen: set[AmountPair] = set()
    for pattern in _PAIRS:
        for found in pattern.finditer(text):
            pair = AmountPair(found["digits"], found["words"])
            if pair not in seen and not _equal(pair):
                seen.add(pair)
                yield pair


def _equal(pair: AmountPair) -> bool:
    try:
        return parse_amount(pair.digits) == from_capital(pair.words)
    except KnownProblem:
        return False
