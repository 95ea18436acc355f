"""The recovery code: some 135 random bits as six groups of six characters that survive being copied by hand.

The 23 characters leave out whatever a hand or an eye confuses (0 O D Q, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V). 23 is prime, so
the sixth character of a group, a weighted sum of the five before it and of the group's place, finds every single wrong
character, every two neighbours exchanged and every group written in another's place, and names the group.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from mediation_desk.domain.problem import KnownProblem

ALPHABET = "23456789ACEFHJKMNPRTWXY"
GROUPS = 6
_DATA = 5  # characters of a group before its check character
_SIZE = _DATA + 1
BASE = len(ALPHABET)
_LOOKALIKE = str.maketrans("ZSBG", "2586")


def new_recovery_code(rng: Callable[[int], bytes]) -> str:
    """A fresh code such as ``7KXR3A-…``; ``rng(n)`` gives n random bytes."""
    number = int.from_bytes(rng(32)) % BASE ** (GROUPS * _DATA)  # 256 bits: the remainder's bias is below 2**-120
    groups = []
    for place in range(GROUPS):
        digits = []
        for _ in range(_DATA):
            number, digit = divmod(number, BASE)
            digits.append(digit)
        groups.append("".join(ALPHABET[d] for d in (*digits, check_digit(digits, place))))
    return "-".join(groups)


def read_recovery_code(typed: str) -> str:
    """The code as it was given out, from what a person typed: lower case, full-width, spaces and any dashes are fine.

    Raises ``KnownProblem`` naming the first group that is mistyped.
    """
    groups = _groups(typed)
    for place, group in enumerate(groups):
        digits = [ALPHABET.find(letter) for letter in group]
        if -1 in digits:
            raise KnownProblem(
                "Group {group} of the recovery code holds a character that the code never uses. "
                "Compare it with the paper; nothing was changed.",
                group=place + 1,
            )
        if len(digits) != _SIZE or digits[-1] != check_digit(digits[:-1], place):
            raise KnownProblem(
                "Group {group} of the recovery code is mistyped. Compare it with the paper; nothing was changed.",
                group=place + 1,
            )
    if len(groups) != GROUPS:
        raise KnownProblem(
            "The recovery code has {wanted} groups of {size} characters; {found} were typed. Nothing was changed.",
            wanted=GROUPS,
            size=_SIZE,
            found=len(groups),
        )
    return "-".join(groups)


def _groups(typed: str) -> list[str]:
    """The groups as the person parted them, when that makes six, else every six characters."""
    plain = plain_letters(typed)
    parted = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    if len(parted) == GROUPS:
        return parted
    whole = "".join(parted)
    return [whole[start : start + _SIZE] for start in range(0, len(whole), _SIZE)]


def plain_letters(typed: str) -> str:
    """What was typed in the alphabet's own capitals, whatever the keyboard was set to; other signs stay."""
    return unicodedata.normalize("NFKC", typed).upper().translate(_LOOKALIKE)


def check_digit(digits: list[int], place: int) -> int:
    """The digit that goes after ``digits`` in the group at ``place``."""
    return (sum(weight * digit for weight, digit in enumerate(digits, start=2)) + place + 1) % BASE
