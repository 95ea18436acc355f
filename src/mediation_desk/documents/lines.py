"""A paragraph into lines of a given width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from mediation_desk.documents.breaks import break_before
from mediation_desk.documents.clusters import clusters, drawable
from mediation_desk.documents.typefaces import Chain, Role, chain

_SLACK = 1e-6
# A cut inside a word, the last resort, minds the marks that stand after and before words.
_NEVER_FIRST = frozenset("，。；：！？、）》」』】〕〉”’…,.;:!?)]}%％")
_NEVER_LAST = frozenset("（《「『【〔〈“‘([{")


class Line(NamedTuple):
    """One line: its text without the spaces at its end, and its natural width in points."""

    text: str
    width: float
    last: bool
    """Whether the paragraph ends here (the line is then not stretched)."""


def broken(text: str, role: Role, size: float, width: float, indent: float = 0.0) -> tuple[Line, ...]:
    """The lines of a text at ``size`` points in ``width`` points, the first shorter by ``indent``.

    Every newline of the text begins a paragraph with its own indent. No mark that may not begin or end a line does so;
    a word longer than a line is cut between characters. An empty text has no lines.
    """
    return _broken(text, role, size, round(width, 3), round(indent, 3))


@lru_cache(maxsize=512)
def _broken(text: str, role: Role, size: float, width: float, indent: float) -> tuple[Line, ...]:
    paragraphs = drawable(text).splitlines() if text else []
    return tuple(line for paragraph in paragraphs for line in _paragraph(paragraph, chain(role), size, width, indent))


def _paragraph(text: str, faces: Chain, size: float, width: float, indent: float) -> Iterator[Line]:
    units = clusters(text)
    if not units:
        yield Line("", 0.0, True)
        return
    edges = [0.0, *accumulate(_widths(units, faces, size))]
    allowed = _allowed(text, units)
    start, room = 0, width - indent
    while start < len(units):
        end = _end(start, edges, allowed, units, room)
        shown = "".join(units[start:end])
        trimmed = shown.rstrip(" ")
        spaces = len(shown) - len(trimmed)
        yield Line(trimmed, edges[end - spaces] - edges[start], end == len(units))
        start, room = end, width


def _widths(units: Sequence[str], faces: Chain, size: float) -> list[float]:
    scale = size / 1000
    drawn = (faces.drawn(unit) for unit in units)
    return [one.width * scale if one else 0.0 for one in drawn]


def _allowed(text: str, units: Sequence[str]) -> bytearray:
    """Break flags by cluster; a mark never begins a line, so only the first character of each is looked at."""
    flags = break_before(text)
    if len(units) == len(text):
        return flags
    starts = accumulate((len(unit) for unit in units[:-1]), initial=0)
    return bytearray(flags[start] for start in starts)


def _end(start: int, edges: list[float], allowed: bytearray, units: Sequence[str], room: float) -> int:
    """Where the line that begins at ``start`` ends: the last allowed place that fits, else the last that fits."""
    total = len(units)
    limit = edges[start] + room + _SLACK
    fits = start + 1
    while fits < total and edges[fits + 1] <= limit:
        fits += 1
    if fits == total:
        return total
    hanging = fits
    while hanging < total and units[hanging] == " ":
        hanging += 1
    for place in range(hanging, start, -1):
        if place == total or allowed[place]:
            return place
    for place in range(fits, start, -1):
        if units[place][0] not in _NEVER_FIRST and units[place - 1][0] not in _NEVER_LAST:
            return place
    return fits
