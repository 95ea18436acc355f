"""What is measured, beside its limit, and the table of it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    ``ours`` and ``limit`` are in ``unit``; ``limit`` is None where the floor is an absolute one. ``floor`` must be kept
    and ``goal`` is wished for: of the ratio ours to limit where there is a limit, else of ``ours``. ``more``: the higher
    the better.
    """

    name: str
    unit: str
    ours: float
    limit: float | None
    floor: float | None
    goal: float | None
    more: bool = False

    @property
    def judged(self) -> float:
        """What floor and goal are held against."""
        return self.ours if self.limit is None else self.ours / self.limit

    def within(self, bound: float | None) -> bool:
        """Whether the figure keeps a bound; one that is not set is kept."""
        if bound is None:
            return True
        return self.judged >= bound if self.more else self.judged <= bound

    @property
    def verdict(self) -> str:
        """Goal, floor, or missed."""
        if self.floor is None:
            return ""
        if not self.within(self.floor):
            return "MISSED"
        return "goal" if self.goal is not None and self.within(self.goal) else "floor"


_TITLES = ("figure", "ours", "limit", "", "ratio", "floor", "goal", "met")


def lines(figures: Iterable[Figure]) -> list[str]:
    """The table as text."""
    rows = [_TITLES, *(_row(f) for f in figures)]
    wide = [max(_width(row[n]) for row in rows) for n in range(len(_TITLES))]
    return [
        "  ".join(_padded(cell, wide[n], right=0 < n < 7 and n != 3) for n, cell in enumerate(r)).rstrip() for r in rows
    ]


def _row(figure: Figure) -> tuple[str, ...]:
    ratio = "" if figure.limit is None else f"{figure.judged:.2f}"
    limit = "" if figure.limit is None else _short(figure.limit)
    floor, goal = ("" if bound is None else f"{bound:g}" for bound in (figure.floor, figure.goal))
    return (figure.name, _short(figure.ours), limit, figure.unit, ratio, floor, goal, figure.verdict)


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}" if value < 100 else f"{value:.0f}"


def _width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _padded(text: str, width: int, *, right: bool) -> str:
    room = " " * (width - _width(text))
    return room + text if right else text + room


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def high(values: Sequence[float], part: float = 0.95) -> float:
    """The value that ``part`` of them do not exceed."""
    return sorted(values)[min(len(values) - 1, round(part * (len(values) - 1)))]


median = statistics.median
