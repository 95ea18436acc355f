"""Telephone numbers as people give them: mobile, landline, service number, or a remark. Never refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from mediation_desk.domain.finding import Finding, hint, warn
from mediation_desk.domain.typed import half_width
from mediation_desk.domain.words import N_

_COUNTRY = re.compile(r"^(?:\+|00)?86-?(?=1[3-9][0-9]{9}$|0[0-9]{9,11}$)")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(
    r"(?P<area>0(?:10|2[0-9]|[3-9][0-9]{2}))-?(?P<local>[2-9][0-9]{6,7})(?:(?:-|转|#)(?P<extension>[0-9]{1,6}))?"
)
_LOCAL = re.compile(r"[2-9][0-9]{6,7}")
_SERVICE = re.compile(r"1[0-9]{2,4}|9[0-9]{4,7}|[48]00-?[0-9]{3}-?[0-9]{4}")
_DIGITS = re.compile(r"[0-9]{5,}")


class PhoneKind(StrEnum):
    """What a number was recognised as."""

    NONE = "none"
    MOBILE = "mobile"
    LANDLINE = "landline"
    SERVICE = "service"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PhoneReading:
    """A number as it will be kept: mobile ``13839100001``, landline ``0391-2345678`` or ``0391-2345678-801``."""

    text: str
    kind: PhoneKind
    findings: tuple[Finding, ...]


def read_phone(text: str) -> PhoneReading:
    """Read one typed number. What is not recognised is kept as typed, with a remark."""
    typed = half_width(text).strip()
    number = _COUNTRY.sub("", re.sub(r"[\s()]", "", typed))
    if not number:
        return PhoneReading("", PhoneKind.NONE, ())
    if _MOBILE.fullmatch(number.replace("-", "")):
        return PhoneReading(number.replace("-", ""), PhoneKind.MOBILE, ())
    if landline := _LANDLINE.fullmatch(number):
        parts = filter(None, landline.group("area", "local", "extension"))
        return PhoneReading("-".join(parts), PhoneKind.LANDLINE, ())
    if _LOCAL.fullmatch(number):
        return PhoneReading(number, PhoneKind.LANDLINE, (hint(N_("The number has no area code.")),))
    if _SERVICE.fullmatch(number):
        return PhoneReading(number, PhoneKind.SERVICE, ())
    return PhoneReading(text.strip(), PhoneKind.OTHER, (_unrecognised(number),))


def _unrecognised(number: str) -> Finding:
    if number.isascii() and number.isdigit() and number.startswith("1"):
        return warn(N_("A mobile number has 11 digits; this one has {count}."), count=len(number))
    return hint(N_("Not read as a telephone number; kept as typed."))


def mask_phone(text: str) -> str:
    """``138****5678``; in anything else every longer run of digits shows its last four only."""
    return _DIGITS.sub(_masked_run, half_width(text))


def _masked_run(match: re.Match[str]) -> str:
    run = match.group()
    if _MOBILE.fullmatch(run):
        return f"{run[:3]}****{run[-4:]}"
    return "*" * (len(run) - 4) + run[-4:]


def last_four(text: str) -> str:
    """The last four digits (or X) of a telephone, identity or account number; empty where there are fewer."""
    digits = re.sub(r"[^0-9X]", "", half_width(text).upper())
    return digits[-4:] if len(digits) >= 4 else ""
