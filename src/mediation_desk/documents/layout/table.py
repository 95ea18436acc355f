"""A ruled table: a head, rows, and a last row for the sums. Rows never part; a table flows over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from mediation_desk.documents.canvas import Sheet
from mediation_desk.documents.flow import Bond, Piece
from mediation_desk.documents.lines import Line, broken
from mediation_desk.documents.typefaces import BLANK, Role

_PAD = 4.0
_SHORT = 16
_BASELINE = 0.86


@dataclass(frozen=True)
class Table:
    """Cells of text under a head. ``weights`` are the columns' shares of the width, ``numbers`` those set to the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    weights: tuple[float, ...]
    role: Role
    numbers: frozenset[int] = frozenset()
    size: float = 11.0
    leading: float = 16.0
    before: float = 4.0

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice a row. A short table stays whole; of a long one head and first row, and the last two, do."""
        total = sum(self.weights)
        widths = tuple(width * weight / total for weight in self.weights)
        rows = [(self.head, Role.HEI), *((row, self.role) for row in self.rows)]
        pieces = []
        for place, (row, role) in enumerate(rows):
            cells = self._cells(row, role, widths)
            height = max(1, *(len(lines) for lines in cells)) * self.leading + 2 * _PAD
            draw = partial(self._draw, cells, widths, role, height)
            pieces.append(Piece(height, draw, 0.0 if place else self.before, self._bond(place)))
        return pieces

    def text(self) -> str:
        """Head and rows, cell by cell."""
        cells = (cell for row in (self.head, *self.rows) for cell in row)
        return "\n".join(cells).replace(BLANK, "")

    def _cells(self, row: Sequence[str], role: Role, widths: Sequence[float]) -> tuple[tuple[Line, ...], ...]:
        return tuple(broken(cell, role, self.size, width - 2 * _PAD) for cell, width in zip(row, widths, strict=True))

    def _bond(self, place: int) -> Bond:
        last = len(self.rows)
        if place == last:
            return Bond.FREE
        if place == 0 or place == last - 1:
            return Bond.FIRM
        return Bond.TOGETHER if last <= _SHORT else Bond.FREE

    def _draw(
        self,
        cells: Sequence[Sequence[Line]],
        widths: Sequence[float],
        role: Role,
        height: float,
        sheet: Sheet,
        x: float,
        top: float,
    ) -> None:
        head = role is Role.HEI
        for column, (lines, width) in enumerate(zip(cells, widths, strict=True)):
            sheet.box(x, top, width, height)
            first = top + (height - len(lines) * self.leading) / 2
            for place, line in enumerate(lines):
                baseline = first + place * self.leading + (self.leading - self.size) / 2 + _BASELINE * self.size
                number = column in self.numbers and not head
                inset = width - _PAD - line.width if number else (width - line.width) / 2
                sheet.text(x + inset, baseline, line.text, role, self.size)
            x += width
