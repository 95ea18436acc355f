"""Names of people: kept as on the card, counted by code points, looked at with hints only.

NFC and never NFKC, so that no character becomes another one that merely resembles it. Characters outside the basic
plane (𠮷, 䶮, 𬱖) are one code point each and as good as any other (GB 18030-2022, level 3).
"""

from __future__ import annotations

import unicodedata

from mediation_desk.domain.finding import Finding, hint, warn
from mediation_desk.domain.words import N_

SHORTEST = 2
LONGEST = 30
MIDDLE_DOT = "·"

_LOOKALIKE_DOTS = frozenset("•‧∙⋅・･．.。")
_LATIN_MARKS = frozenset(" -'’.,")
_HAN = (
    (0x3007, 0x3007),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFD),
)
_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))


def clean_name(text: str) -> str:
    """NFC, without white space around it. Spaces inside are part of the name and stay."""
    return unicodedata.normalize("NFC", text).strip()


def name_findings(text: str) -> tuple[Finding, ...]:
    """What looks odd about a person's name: 2 to 30 code points of Han characters, ``·`` and Latin letters."""
    name = clean_name(text)
    if not name:
        return ()
    findings = []
    if not SHORTEST <= len(name) <= LONGEST:
        findings.append(
            warn(
                N_("A name has {least} to {most} characters; this one has {count}."),
                least=SHORTEST,
                most=LONGEST,
                count=len(name),
            )
        )
    if any(_within(mark, _PRIVATE) for mark in name):
        findings.append(
            warn(N_("The name holds a character of a private code, which other machines show differently."))
        )
    elif _has_lookalike_dot(name):
        findings.append(hint(N_("The dot between the parts of a name is written {dot}."), dot=MIDDLE_DOT))
    elif not all(_allowed(mark) for mark in name):
        findings.append(warn(N_("The name holds a character that names do not have.")))
    return tuple(findings)


def is_han(mark: str) -> bool:
    """Whether one character is a Han character, rare ones and 〇 included."""
    return _within(mark, _HAN)


def _allowed(mark: str) -> bool:
    return is_han(mark) or mark == MIDDLE_DOT or mark in _LATIN_MARKS or _is_latin(mark)


def _is_latin(mark: str) -> bool:
    return mark.isalpha() and unicodedata.name(mark, "").startswith("LATIN")


def _has_lookalike_dot(name: str) -> bool:
    """A dot of the wrong kind between two Han characters, as the keyboard gives it."""
    middles = zip(name, name[1:], name[2:], strict=False)
    return any(dot in _LOOKALIKE_DOTS and is_han(before) and is_han(after) for before, dot, after in middles)


def _within(mark: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(mark) <= last for first, last in ranges)
