"""Case numbers as the register has them: ``（2026）木城人调字第03012号``.

Year, the centre's short name, 人调字, then the digits: the desk's two-digit infix where it has one (given at enrolment, so
that two machines apart never choose the same number), and a serial of at least three digits.

Limits, so that one text has one reading: a serial without infix ends at 9,999; with one at 999,999. So three or four
digits have no infix, and five to eight begin with one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.typed import compact

WORD = "人调字"
INFIX_DIGITS = 2
MOST_BARE = 9_999
MOST_WITH_INFIX = 999_999

_INFIX = re.compile(r"0[1-9]|[1-9][0-9]")
_NUMBER = re.compile(r"[(〔\[](?P<year>[0-9]{4})[)〕\]](?P<short>.+?)人调字第(?P<digits>[0-9]{1,8})号")


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """The parts of a number. ``short_name`` without 人调字 (``木城``); ``infix`` two digits, or empty."""

    year: int
    short_name: str
    serial: int
    infix: str = ""

    def __str__(self) -> str:
        return format_number(self)


def format_number(number: CaseNumber) -> str:
    """The printed form. Raises ``KnownProblem`` for a part outside the limits."""
    if not number.short_name or WORD in number.short_name:
        raise KnownProblem("Numbers need the centre's short name, without 人调字.")
    if number.infix and not _INFIX.fullmatch(number.infix):
        raise KnownProblem("The infix of a desk is two digits from 01 to 99.")
    most = MOST_WITH_INFIX if number.infix else MOST_BARE
    if not 1 <= number.serial <= most:
        raise KnownProblem("Serial numbers of a year run from 1 to {most}.", most=most)
    return f"（{number.year}）{number.short_name}{WORD}第{number.infix}{number.serial:03d}号"


def parse_number(text: str) -> CaseNumber:
    """The parts of a written number; brackets of any width, and old ones with fewer digits (第12号), are read too.

    Raises ``KnownProblem`` for anything else.
    """
    found = _NUMBER.fullmatch(compact(text))
    if found is None:
        raise KnownProblem("This is not a case number. It looks like （2026）木城人调字第03012号.")
    digits = found["digits"]
    infix = digits[:INFIX_DIGITS] if len(digits) > 4 else ""
    return CaseNumber(int(found["year"]), found["short"], int(digits[len(infix) :]), infix)
