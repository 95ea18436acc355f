"""卷名: the title a case gets from its parties and its class."""

from __future__ import annotations

from collections.abc import Sequence

from mediation_desk.domain.numerals import chinese_count

_NAMED_AT_MOST = 2


def compose_title(applicants: Sequence[str], respondents: Sequence[str], dispute: str) -> str:
    """``王𠮷与李㛃邻里纠纷``; more than two on a side: ``张喆等五人与…``. Empty when nobody is named yet."""
    sides = [_side(names) for names in (applicants, respondents) if names]
    return f"{'与'.join(sides)}{dispute}" if sides else ""


def _side(names: Sequence[str]) -> str:
    if len(names) > _NAMED_AT_MOST:
        return f"{names[0]}等{chinese_count(len(names))}人"
    return "、".join(names)
