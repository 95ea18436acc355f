"""Lines and frames for the hand: where a blank form leaves room to write, and where things are pasted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from mediation_desk.documents.canvas import Sheet
from mediation_desk.documents.flow import Bond, Piece
from mediation_desk.documents.lines import broken
from mediation_desk.documents.typefaces import Role

_GREY = 0.45
_SMALL = 10.0


@dataclass(frozen=True)
class Ruled:
    """``lines`` empty lines across the paper, ``leading`` points apart; ``opening`` is printed where the first begins."""

    lines: int
    role: Role
    opening: str = ""
    size: float = 14.0
    leading: float = 27.0

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice a line; the first two and the last two stay together."""
        ends = (0, self.lines - 2)
        return [
            Piece(self.leading, partial(self._draw, place, width), 0.0, Bond.FIRM if place in ends else Bond.FREE)
            for place in range(self.lines)
        ]

    def text(self) -> str:
        """The opening."""
        return self.opening

    def _draw(self, place: int, width: float, sheet: Sheet, x: float, top: float) -> None:
        baseline = top + 0.7 * self.leading
        if place == 0:
            sheet.text(x, baseline, self.opening, self.role, self.size)
        sheet.rule(x, x + width, top + 0.7 * self.leading + 0.3 * self.size)


@dataclass(frozen=True)
class Frame:
    """A frame to paste into, ``height`` points high; its caption stands small and pale in its middle.

    ``wide`` is its width in points, all the paper's when zero; a narrower one stands in the middle.
    """

    caption: str
    height: float
    role: Role
    wide: float = 0.0
    before: float = 8.0
    bond: Bond = Bond.FIRM

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice."""
        return [Piece(self.height, partial(self._draw, width), self.before, self.bond)]

    def text(self) -> str:
        """The caption."""
        return self.caption

    def _draw(self, width: float, sheet: Sheet, x: float, top: float) -> None:
        wide = self.wide or width
        x += (width - wide) / 2
        sheet.grey(_GREY)
        sheet.box(x, top, wide, self.height)
        lines = broken(self.caption, self.role, _SMALL, wide - 20)
        first = top + self.height / 2 - (len(lines) - 1) * 0.8 * _SMALL
        for place, line in enumerate(lines):
            sheet.centred(x + wide / 2, first + place * 1.6 * _SMALL, line.text, self.role, _SMALL)
        sheet.grey(0)
