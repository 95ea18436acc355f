"""A ruled table: a head, rows, and a last row for the sums. Rows never part; a table flows over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mediation_desk.documents.canvas import Sheet
from mediation_desk.documents.flow import Bond, Piece
from mediation_desk.documents.lines import Line, broken
from mediation_desk.documents.typefaces import BLANK, Role, chain

_PAD = 4.0
_BASELINE = 0.86


@dataclass(frozen=True, slots=True)
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
        """One slice a row; the head stays with the first row, the last two rows stay together."""
        total = sum(self.weights)
        widths = tuple(width * weight / total for weight in self.weights)
        rows = [(self.head, Role.HEI), *((row, self.role) for row in self.rows)]
        pieces = []
        for place, (row, role) in enumerate(rows):
            drawing = _RowDrawing(self, self._cells(row, role, widths), role, widths)
            firm = place == 0 or place == len(rows) - 2
            pieces.append(
                Piece(drawing.height, drawing, 0.0 if place else self.before, Bond.FIRM if firm else Bond.FREE)
            )
        return pieces

    def text(self) -> str:
        """Head and rows, cell by cell."""
        cells = (cell for row in (self.head, *self.rows) for cell in row)
        return "\n".join(cells).replace(BLANK, "")

    def _cells(self, row: Sequence[str], role: Role, widths: Sequence[float]) -> tuple[tuple[Line, ...], ...]:
        return tuple(broken(cell, role, self.size, width - 2 * _PAD) for cell, width in zip(row, widths, strict=True))


@dataclass(frozen=True, slots=True)
class _RowDrawing:
    style: Table
    cells: tuple[tuple[Line, ...], ...]
    role: Role
    widths: tuple[float, ...]

    @property
    def height(self) -> float:
        return max(1, *(len(lines) for lines in self.cells)) * self.style.leading + 2 * _PAD

    def __call__(self, sheet: Sheet, x: float, top: float) -> None:
        style = self.style
        for column, (lines, width) in enumerate(zip(self.cells, self.widths, strict=True)):
            sheet.box(x, top, width, self.height)
            first = top + (self.height - len(lines) * style.leading) / 2
            for place, line in enumerate(lines):
                baseline = first + place * style.leading + (style.leading - style.size) / 2 + _BASELINE * style.size
                natural = chain(self.role).width(line.text) * style.size / 1000
                inset = width - _PAD - natural if self._to_the_right(column) else (width - natural) / 2
                sheet.text(x + inset, baseline, line.text, self.role, style.size)
            x += width

    def _to_the_right(self, column: int) -> bool:
        return column in self.style.numbers and self.role is not Role.HEI
