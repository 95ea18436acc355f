"""The head of a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from mediation_desk.documents.canvas import Sheet
from mediation_desk.documents.flow import Bond, Piece
from mediation_desk.documents.lines import Line, broken
from mediation_desk.documents.typefaces import BLANK, Role


@dataclass(frozen=True)
class Title:
    """The paper's name, centred: 2号 bold, its characters a little apart."""

    content: str
    size: float = 22.0
    spacing: float = 2.2  # more, and readers copy the title out with spaces between its characters

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice a line; a very long name breaks."""
        per_character = self.size + self.spacing
        room = width * self.size / per_character
        return [
            Piece(self.size * 1.6, partial(self._draw, line, width), 0.0, Bond.FIRM)
            for line in broken(self.content, Role.SONG_BOLD, self.size, room)
        ]

    def text(self) -> str:
        """The content."""
        return self.content

    def _draw(self, line: Line, width: float, sheet: Sheet, x: float, top: float) -> None:
        whole = line.width + self.spacing * (len(line.text) - 1)
        baseline = top + 1.1 * self.size
        sheet.text(x + (width - whole) / 2, baseline, line.text, Role.SONG_BOLD, self.size, self.spacing)


@dataclass(frozen=True)
class Numbered:
    """``编号：…`` at the right edge under the title."""

    content: str
    role: Role = Role.FANG
    size: float = 12.0

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice a line."""
        return [
            Piece(self.size * 2, partial(self._draw, line, width), 4.0, Bond.FIRM)
            for line in broken(self.content, self.role, self.size, width)
        ]

    def text(self) -> str:
        """The content."""
        return self.content.replace(BLANK, "")

    def _draw(self, line: Line, width: float, sheet: Sheet, x: float, top: float) -> None:
        sheet.right(x + width, top + 1.3 * self.size, line.text, self.role, self.size)


@dataclass(frozen=True)
class Centred:
    """A line in the middle, held to what follows."""

    content: str
    role: Role = Role.FANG
    size: float = 14.0
    leading: float = 24.0

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice a line."""
        return [
            Piece(self.leading, partial(self._draw, line, width), 0.0, Bond.FIRM)
            for line in broken(self.content, self.role, self.size, width)
        ]

    def text(self) -> str:
        """The content."""
        return self.content.replace(BLANK, "")

    def _draw(self, line: Line, width: float, sheet: Sheet, x: float, top: float) -> None:
        baseline = top + (self.leading - self.size) / 2 + 0.86 * self.size
        sheet.centred(x + width / 2, baseline, line.text, self.role, self.size)
