"""The first letters of a text's pinyin, for finding Chinese words on a keyboard that types Latin."""

from __future__ import annotations

from functools import cache


@cache
def initials(text: str) -> str:
    """``lljf`` for 邻里纠纷; what has no pinyin stays as it is, in lower case."""
    from pypinyin import Style, lazy_pinyin  # large: read when letters are first typed

    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).lower()
