"""Pieces of a paper onto pages: what may part, what stays together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from mediation_desk.documents.canvas import Sheet


class Bond(IntEnum):
    """How firmly a piece holds to the one after it."""

    FREE = 0
    TOGETHER = 1
    """On one page if one page can hold the whole group."""
    FIRM = 2
    """On one page unless no page could hold it."""


@dataclass(frozen=True)
class Piece:
    """A slice that is never cut: ``height`` points, drawn by ``draw(sheet, x, top)``.

    ``before`` is white space above it, left out at the top of a page.
    """

    height: float
    draw: Callable[[Sheet, float, float], None]
    before: float = 0.0
    bond: Bond = Bond.FREE
    again: Again | None = None
    """Drawn above it once more where it begins a page: the head of its table."""


@dataclass(frozen=True)
class Again(Piece):
    """A piece that stands on several pages, and the text it prints."""

    text: str = ""


class Placed(NamedTuple):
    """A piece and how far from the top of the page's text area it begins, in points."""

    piece: Piece
    top: float


def paged(pieces: Sequence[Piece], height: float) -> list[list[Placed]]:
    """The pieces in order on pages ``height`` points high. A piece higher than a page has a page of its own."""
    pages: list[list[Placed]] = []
    start = 0
    while start < len(pieces):
        full = _that_fit(pieces, start, height)
        end = _parting(pieces, start, full)
        pages.append(list(_placed(pieces[start:end])))
        start = end
    return pages


def _that_fit(pieces: Sequence[Piece], start: int, height: float) -> int:
    again = pieces[start].again
    used = pieces[start].height + (again.height if again else 0.0)
    end = start + 1
    while end < len(pieces) and used + pieces[end].before + pieces[end].height <= height:
        used += pieces[end].before + pieces[end].height
        end += 1
    return end


def _parting(pieces: Sequence[Piece], start: int, full: int) -> int:
    """The last place up to ``full`` where the looser bonds part; inside a group only when it fills the page."""
    if full == len(pieces):
        return full
    for loosest in (Bond.FREE, Bond.TOGETHER):
        for end in range(full, start, -1):
            if pieces[end - 1].bond <= loosest:
                return end
    return full


def _placed(pieces: Sequence[Piece]) -> Iterator[Placed]:
    top = 0.0
    if again := pieces[0].again:
        yield Placed(again, top)
        top += again.height
    for place, piece in enumerate(pieces):
        top += piece.before if place else 0.0
        yield Placed(piece, top)
        top += piece.height
