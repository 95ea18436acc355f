"""Small counts in Chinese words, as sentences on papers have them: 一式三份, 第十二期."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"


def chinese_count(number: int) -> str:
    """``八``, ``十二``, ``四十`` for 0 to 99; larger numbers stay in Arabic numerals."""
    if not 0 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    head = "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")
