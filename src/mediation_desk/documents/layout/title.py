"""The head of a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mediation_desk.documents.canvas import Sheet
from mediation_desk.documents.flow import Bond, Piece
from mediation_desk.documents.lines import broken
from mediation_desk.documents.typefaces import BLANK, Role


@dataclass(frozen=True, slots=True)
class Title:
    """The paper's name, centred: 2号 bold, its characters a little apart."""

    content: str
    size: float = 22.0
    spacing: float = 4.0

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice a line; a very long name breaks."""
        per_character = self.size + self.spacing
        room = width * self.size / per_character
        return [
            Piece(self.size * 1.6, self._drawing(line.text, line.width, width), 0.0, Bond.FIRM)
            for line in broken(self.content, Role.SONG_BOLD, self.size, room)
        ]

    def text(self) -> str:
        """The content."""
        return self.content

    def _drawing(self, text: str, natural: float, width: float) -> _Centred:
        whole = natural + self.spacing * (len(text) - 1)
        return _Centred(text, (width - whole) / 2, self.size, self.spacing)


@dataclass(frozen=True, slots=True)
class _Centred:
    content: str
    left: float
    size: float
    spacing: float

    def __call__(self, sheet: Sheet, x: float, top: float) -> None:
        sheet.text(x + self.left, top + 1.1 * self.size, self.content, Role.SONG_BOLD, self.size, self.spacing)


@dataclass(frozen=True, slots=True)
class Numbered:
    """``编号：…`` at the right edge under the title."""

    content: str
    role: Role = Role.FANG
    size: float = 12.0

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice a line."""
        return [
            Piece(self.size * 2, self._drawing(line.text, width), 4.0, Bond.FIRM)
            for line in broken(self.content, self.role, self.size, width)
        ]

    def text(self) -> str:
        """The content."""
        return self.content.replace(BLANK, "")

    def _drawing(self, text: str, width: float) -> _AtRight:
        return _AtRight(text, self, width)


@dataclass(frozen=True, slots=True)
class _AtRight:
    content: str
    style: Numbered
    width: float

    def __call__(self, sheet: Sheet, x: float, top: float) -> None:
        size = self.style.size
        sheet.right(x + self.width, top + 1.3 * size, self.content, self.style.role, size)
