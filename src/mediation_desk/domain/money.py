"""Amounts of money: whole fen, from what people type to what paper shows. No floats anywhere."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.typed import compact

MOST_FEN = 10**15
"""The largest amount: ten trillion yuan (十万亿元), in fen. Beyond it no dispute is mediated and no column fits."""

_TYPED = re.compile(
    r"(?:人民币|RMB|CNY)?[¥￥]?(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<part>[0-9]+))?"
    r"(?P<scale>万|亿)?(?:元|圆)?(?:整|正)?"
)
_SCALES = {None: 1, "万": 10**4, "亿": 10**8}


def parse_amount(text: str) -> int:
    """The fen that typed digits mean: ``6,007.14``, ``¥6007.14``, ``6007.14元``, ``1.2万``, full-width digits.

    Raises ``KnownProblem`` for anything else, for more than two decimals of a yuan, and above ``MOST_FEN``.
    """
    typed = _TYPED.fullmatch(compact(text).upper())
    if typed is None:
        raise KnownProblem("This is not an amount. Type it like 6,007.14 or 1.2万.")
    digits = f"{typed['whole'].replace(',', '')}.{typed['part'] or '0'}"
    fen = Fraction(Decimal(digits)) * _SCALES[typed["scale"]] * 100
    if fen.denominator != 1:
        raise KnownProblem("An amount has at most two decimals: yuan, jiao and fen.")
    return checked(fen.numerator)


def checked(fen: int) -> int:
    """The same fen, or ``KnownProblem`` where an amount below nothing or above ``MOST_FEN`` was meant."""
    if not 0 <= fen <= MOST_FEN:
        raise KnownProblem("An amount lies between 0 and {most} yuan.", most=format_amount(MOST_FEN))
    return fen


def format_amount(fen: int) -> str:
    """``6,007.14``: thousands and two decimals, as printed after ``¥`` or before ``元``."""
    yuan, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{yuan:,}.{rest:02d}"


def half_up(value: Fraction) -> int:
    """The nearest whole number, a half rounded up (四舍五入). For values not below zero."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
