"""Text as the units a reader sees: a character with the marks that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Combining marks of the scripts our faces draw, the marks of kana, and variation selectors.
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u302a-\u302f\u3099\u309a"
SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Variation selectors, as the inside of a regular expression's brackets."""

_CLUSTER = re.compile(f".[{_MARKS}{SELECTORS}]*", re.DOTALL)
_HAS_MARKS = re.compile(f"[{_MARKS}{SELECTORS}]")
_SELECTOR = re.compile(f"[{SELECTORS}]")
# Control and format characters (joiners, direction marks, soft hyphen, byte order mark): nothing to draw.
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")

_SPACES = {
    **dict.fromkeys((0x9, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F), " "),
    **dict.fromkeys((0x2028, 0x2029, 0x0B, 0x0C, 0x85), "\n"),
}


def clusters(text: str) -> Sequence[str]:
    """The text cut into characters, each with its combining marks and variation selectors."""
    return _CLUSTER.findall(text) if _HAS_MARKS.search(text) else text


def is_selector(char: str) -> bool:
    """Whether the character only chooses a variant of the one before it."""
    return _SELECTOR.match(char) is not None


def drawable(text: str) -> str:
    """The text without characters that have no shape, every kind of narrow space a plain one, every line end a newline."""
    return INVISIBLE.sub("", text.translate(_SPACES))


def has_no_shape(cluster: str) -> bool:
    """Whether nothing is to be drawn for it: white space, a control or format character."""
    return cluster.isspace() or INVISIBLE.match(cluster) is not None
