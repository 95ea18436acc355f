"""统一社会信用代码 (GB 32100-2015), with the organisation code (GB 11714-1997) inside it. Warns, never refuses.

Eighteen symbols of digits and letters without I, O, S, V, Z: registering body (1), kind (1), area (6), organisation
code (9), check (1). A people's mediation committee may have none.
"""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.domain.finding import Finding, warn
from mediation_desk.domain.typed import compact
from mediation_desk.domain.words import N_

_SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ORGANISATION_SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class CreditCodeReading:
    """A code as it will be kept and printed, and what looks wrong about it."""

    text: str
    findings: tuple[Finding, ...]


def normalise_credit_code(text: str) -> str:
    """The code without spaces, in upper-case ASCII."""
    return compact(text).upper()


def check_symbol(first_seventeen: str) -> str:
    """The 18th symbol that GB 32100 gives to the first seventeen."""
    total = sum(_SYMBOLS.index(symbol) * weight for symbol, weight in zip(first_seventeen, _WEIGHTS, strict=True))
    return _SYMBOLS[-total % 31]


def organisation_check(first_eight: str) -> str:
    """The ninth symbol that GB 11714 gives to the first eight of an organisation code."""
    weighted = zip(first_eight, _ORGANISATION_WEIGHTS, strict=True)
    remainder = -sum(_ORGANISATION_SYMBOLS.index(symbol) * weight for symbol, weight in weighted) % 11
    return "X" if remainder == 10 else str(remainder)


def read_credit_code(text: str) -> CreditCodeReading:
    """Read a typed code. Nothing typed gives an empty reading without findings."""
    code = normalise_credit_code(text)
    return CreditCodeReading(code, _findings(code) if code else ())


def _findings(code: str) -> tuple[Finding, ...]:
    if len(code) != 18:
        return (warn(N_("A unified credit code has 18 characters; this one has {count}."), count=len(code)),)
    if not set(code) <= set(_SYMBOLS):
        return (warn(N_("A unified credit code has digits and capital letters only, and never I, O, S, V or Z.")),)
    findings = []
    if organisation_check(code[8:16]) != code[16]:
        findings.append(warn(N_("The organisation code inside (places 9 to 17) does not fit its own check character.")))
    if check_symbol(code[:17]) != code[17]:
        findings.append(warn(N_("The last character does not fit: compare the code with the licence.")))
    return tuple(findings)
