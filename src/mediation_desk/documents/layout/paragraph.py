"""Running text: first line indented by two ems, lines stretched to the edge, no line left alone on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mediation_desk.documents.canvas import Sheet
from mediation_desk.documents.flow import Bond, Piece
from mediation_desk.documents.lines import Line, broken
from mediation_desk.documents.typefaces import BLANK, Role

_MOST_STRETCH = 0.2  # of an em between two characters; a line that would need more stays ragged
_BASELINE = 0.86  # of the em, from the top of the letters


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text at ``size`` points, lines ``leading`` apart. Newlines in it begin paragraphs of their own."""

    content: str
    role: Role
    size: float = 14.0
    leading: float = 26.0
    indent_ems: float = 2.0
    before: float = 0.0
    bond: Bond = Bond.FREE
    """Of its last line to what follows, and then of all its lines."""

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice a line."""
        indent = self.indent_ems * self.size
        lines = broken(self.content, self.role, self.size, width, indent)
        opening = [place == 0 or lines[place - 1].last for place in range(len(lines))]
        return [
            Piece(
                self.leading,
                self._drawing(line, width, indent if opening[place] else 0.0),
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
        if lines[place].last:
            return self.bond
        first_of_two, last_but_one = opening[place], lines[place + 1].last
        return Bond.FIRM if first_of_two or last_but_one else self.bond

    def _drawing(self, line: Line, width: float, indent: float) -> _LineDrawing:
        return _LineDrawing(line, self, indent, 0.0 if line.last else self._stretch(line, width - indent))

    def _stretch(self, line: Line, room: float) -> float:
        gaps = len(line.text) - 1
        spacing = (room - line.width) / gaps if gaps > 0 else 0.0
        return spacing if 0 < spacing <= _MOST_STRETCH * self.size else 0.0


@dataclass(frozen=True, slots=True)
class _LineDrawing:
    line: Line
    style: Paragraph
    indent: float
    spacing: float

    def __call__(self, sheet: Sheet, x: float, top: float) -> None:
        style = self.style
        baseline = top + (style.leading - style.size) / 2 + _BASELINE * style.size
        sheet.text(x + self.indent, baseline, self.line.text, style.role, style.size, self.spacing)


@dataclass(frozen=True, slots=True)
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
