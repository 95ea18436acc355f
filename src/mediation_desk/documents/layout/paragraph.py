"""Running text: first line indented by two ems, lines stretched to the edge, no line left alone on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from mediation_desk.documents.canvas import Sheet
from mediation_desk.documents.flow import Bond, Piece
from mediation_desk.documents.lines import Line, broken
from mediation_desk.documents.typefaces import BLANK, Role

_MOST_STRETCH = 0.2  # of an em between two characters; a line that would need more stays ragged
_BASELINE = 0.86  # of the em, from the top of the letters


@dataclass(frozen=True)
class Paragraph:
    """Text at ``size`` points, lines ``leading`` apart. Newlines in it begin paragraphs of their own."""

    content: str
    role: Role
    size: float = 14.0
    leading: float = 26.0
    indent_ems: float = 2.0
    before: float = 0.0
    bond: Bond = Bond.FREE
    """Of its last line to what follows. ``TOGETHER`` also holds all its lines to one another."""

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice a line."""
        indent = self.indent_ems * self.size
        lines = broken(self.content, self.role, self.size, width, indent)
        opening = [place == 0 or lines[place - 1].last for place in range(len(lines))]
        return [
            Piece(
                self.leading,
                partial(self._draw, line, indent if opening[place] else 0.0, width),
                self.before if place == 0 else 0.0,
                self._bond(place, lines, opening),
            )
            for place, line in enumerate(lines)
        ]

    def text(self) -> str:
        """The content."""
        return self.content.replace(BLANK, "")

    def _bond(self, place: int, lines: Sequence[Line], opening: Sequence[bool]) -> Bond:
        if place == len(lines) - 1:
            return self.bond
        first_of_two, last_but_one = opening[place], lines[place + 1].last
        if not lines[place].last and (first_of_two or last_but_one):
            return Bond.FIRM
        return Bond.TOGETHER if self.bond is Bond.TOGETHER else Bond.FREE

    def _draw(self, line: Line, indent: float, width: float, sheet: Sheet, x: float, top: float) -> None:
        baseline = top + (self.leading - self.size) / 2 + _BASELINE * self.size
        spacing = 0.0 if line.last else self._stretch(line, width - indent)
        sheet.text(x + indent, baseline, line.text, self.role, self.size, spacing)

    def _stretch(self, line: Line, room: float) -> float:
        gaps = len(line.text) - 1
        spacing = (room - line.width) / gaps if gaps > 0 else 0.0
        return spacing if 0 < spacing <= _MOST_STRETCH * self.size else 0.0


@dataclass(frozen=True)
class Heading:
    """A label above a part of the paper, never the last line of a page."""

    content: str
    role: Role = Role.HEI
    size: float = 14.0
    leading: float = 28.0
    before: float = 6.0

    def pieces(self, width: float) -> Sequence[Piece]:
        """Its lines, held to what follows."""
        return Paragraph(self.content, self.role, self.size, self.leading, 0.0, self.before, Bond.FIRM).pieces(width)

    def text(self) -> str:
        """The content."""
        return self.content
