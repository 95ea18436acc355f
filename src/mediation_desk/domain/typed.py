"""What a keyboard in Chinese mode types, brought to the plain characters that are meant."""

from __future__ import annotations

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−﹣"), "-")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\ufeff"))
_TABLE = {**_FULL_WIDTH, **_DASHES, **_INVISIBLE, 0x3000: " "}


def half_width(text: str) -> str:
    """Full-width Latin, digits and signs become ASCII, any dash becomes ``-``, invisible marks go.

    For numbers, codes, dates and amounts. Never for names: those are kept as written.
    """
    return text.translate(_TABLE)


def compact(text: str) -> str:
    """``half_width`` without any white space: for numbers that are copied in groups."""
    return "".join(half_width(text).split())
