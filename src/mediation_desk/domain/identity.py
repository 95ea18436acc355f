"""公民身份号码 (GB 11643-1999): read, checked with warnings only, masked.

Eighteen characters: region (6), birth (YYYYMMDD), sequence (3, odd for men), check character. The same shape and check
hold for 港澳台居民居住证 (81, 82, 83 in front) and for the 2023 外国人永久居留身份证 (9 in front). Elders in villages do
hold wrong cards, and region codes are abolished and re-used (济源 was 410881), so nothing is refused here and the region
is never looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mediation_desk.domain.finding import Finding, warn
from mediation_desk.domain.typed import compact
from mediation_desk.domain.words import N_

Sex = Literal["男", "女"]

_SEX_CODES: dict[Sex, str] = {"男": "1", "女": "2"}
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_FULL = re.compile(r"[0-9]{17}[0-9X]")
_FIRST_GENERATION = re.compile(r"[0-9]{15}")


@dataclass(frozen=True, slots=True)
class IdentityReading:
    """A number as it will be kept and printed, and what it says.

    ``sex`` and ``born`` fill the form from the number, never the other way round; both are None where the number
    does not tell. ``findings`` are warnings.
    """

    text: str
    sex: Sex | None
    born: date | None
    findings: tuple[Finding, ...]

    @property
    def sex_code(self) -> str:
        """The code of GB/T 2261.1 (``1``, ``2``), or empty: what a record keeps."""
        return _SEX_CODES[self.sex] if self.sex else ""


def normalise_identity(text: str) -> str:
    """The number without spaces, in ASCII digits, its check letter upper-case."""
    return compact(text).upper()


def check_character(first_seventeen: str) -> str:
    """The check character that GB 11643 gives to seventeen digits."""
    total = sum(int(digit) * weight for digit, weight in zip(first_seventeen, _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def read_identity(text: str, today: date) -> IdentityReading:
    """Read a typed number. Nothing typed gives an empty reading without findings."""
    number = normalise_identity(text)
    if not number:
        return IdentityReading("", None, None, ())
    if _FIRST_GENERATION.fullmatch(number):
        old = warn(N_("A number of 15 digits belongs to a first-generation card, invalid since 2013-01-01."))
        return _dated(number, f"19{number[6:12]}", int(number[14]), today, (old,))
    if len(number) != 18:
        wrong = warn(N_("An identity number has 18 characters; this one has {count}."), count=len(number))
        return IdentityReading(number, None, None, (wrong,))
    if not _FULL.fullmatch(number):
        odd = warn(N_("An identity number has 17 digits and then a digit or X."))
        return IdentityReading(number, None, None, (odd,))
    matches = check_character(number[:17]) == number[17]
    findings = () if matches else (warn(N_("The check digit does not fit: compare the number with the card.")),)
    return _dated(number, number[6:14], int(number[16]), today, findings)


def _dated(number: str, birth: str, sequence: int, today: date, findings: tuple[Finding, ...]) -> IdentityReading:
    sex: Sex = "男" if sequence % 2 else "女"
    try:
        born = date(int(birth[:4]), int(birth[4:6]), int(birth[6:]))
    except ValueError:
        return IdentityReading(number, sex, None, (*findings, warn(N_("The birth date in the number does not exist."))))
    if born > today:
        return IdentityReading(
            number, sex, None, (*findings, warn(N_("The birth date in the number lies in the future.")))
        )
    return IdentityReading(number, sex, born, findings)


def mask_identity(text: str) -> str:
    """``410802********1234``; a number of any other length shows its last four characters only."""
    number = normalise_identity(text)
    if len(number) == 18:
        return f"{number[:6]}********{number[-4:]}"
    shown = number[-4:] if len(number) > 4 else ""
    return "*" * (len(number) - len(shown)) + shown
