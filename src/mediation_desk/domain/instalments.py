"""Splitting a sum into parts that add up to the fen, and the days they fall due."""

from __future__ import annotations

import calendar
from datetime import date
from fractions import Fraction

from mediation_desk.domain.money import format_amount, half_up
from mediation_desk.domain.problem import KnownProblem


def split_equally(total: int, parts: int) -> tuple[int, ...]:
    """``total`` fen in ``parts`` amounts: each but the last rounded half-up to the fen, the last the remainder.

    Raises ``KnownProblem`` where a part would be nothing or less (3 fen in 5 parts).
    """
    if parts < 1:
        raise KnownProblem("A sum is split into at least one part.")
    each = half_up(Fraction(total, parts))
    last = total - each * (parts - 1)
    if each < 1 or last < 1:
        raise KnownProblem("{total} yuan cannot be split into {parts} parts.", total=format_amount(total), parts=parts)
    return (each,) * (parts - 1) + (last,)


def monthly_days(first: date, parts: int) -> tuple[date, ...]:
    """The same day of ``parts`` months, from ``first`` on; the month's last day where there is no such day.

    民法典 Art. 202: 没有对应日的，月末日为期间的最后一日.
    """
    return tuple(_months_later(first, months) for months in range(parts))


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
