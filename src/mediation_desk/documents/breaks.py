"""Where a line may end: UAX #14 by ``uniseg``, with the few Chinese rules it leaves open (GB/T 15834-2011, 避头尾).

``uniseg`` takes about 80 µs a character, and almost all of a Chinese text is ideographs, between which a line may always
end. So only what stands between two ideographs is asked of it, with digits and letters made alike, and remembered.
"""

from __future__ import annotations

import re
from functools import lru_cache

from uniseg.linebreak import line_break_breakables

# Unified ideographs of every plane: one class (ID) to the rules, whichever they are.
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_BETWEEN = re.compile(f"[^{_HAN}]+")
_ANY_HAN = "一"
_ALIKE = str.maketrans(
    {**dict.fromkeys(map(chr, range(0x30, 0x3A)), "0"), **dict.fromkeys("abcdefghijklmnopqrstuvwxyz", "a")}
    | dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "A")
)
# 间隔号, 连接号 and 分隔号 do not begin a line (GB/T 15834-2011 5.1.5, 5.1.7); a tick or a unit stays with its number.
_NEVER_FIRST = frozenset("·・•～／/\u2010\u2011\u2013′″℃℉‰％%")
# 分隔号 does not end one either.
_NEVER_LAST = frozenset("／")


def break_before(text: str) -> bytearray:
    """One flag a code point: 1 where a line may begin, 0 where it may not; the first is 0."""
    allowed = bytearray(b"\x01" * len(text))
    if text:
        allowed[0] = 0
    for piece in _BETWEEN.finditer(text):
        start, end = piece.span()
        flags = _asked(piece.group().translate(_ALIKE), start > 0, end < len(text))
        allowed[start : min(end + 1, len(text))] = flags[: len(text) - start]
        if start == 0:
            allowed[0] = 0
    return allowed


@lru_cache(maxsize=8192)
def _asked(between: str, ideograph_before: bool, ideograph_after: bool) -> bytes:
    """Flags for each character of ``between`` and for the ideograph after it."""
    before = _ANY_HAN if ideograph_before else ""
    text = before + between + (_ANY_HAN if ideograph_after else "")
    flags = bytearray(line_break_breakables(text))
    for place in range(1, len(text)):
        if text[place] in _NEVER_FIRST or text[place - 1] in _NEVER_LAST:
            flags[place] = 0
    return bytes(flags[len(before) :])
