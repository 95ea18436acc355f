"""A ruled table: a head, rows, and a last row for the sums. Rows part only when very high; a table flows over pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from mediation_desk.documents.area import TEXT_WIDTH
from mediation_desk.documents.canvas import Sheet
from mediation_desk.documents.flow import Again, Bond, Piece
from mediation_desk.documents.lines import Line, broken
from mediation_desk.documents.typefaces import BLANK, Role

_PAD = 4.0
_SHORT = 16
_MOST_LINES = 20  # of a row on one page; a higher one goes on in a row without its head's other cells
_BASELINE = 0.86

_Cells = tuple[tuple[Line, ...], ...]


@dataclass(frozen=True)
class Table:
    """Cells of text under a head. ``weights`` are the columns' shares of the width, ``numbers`` those set to the right.

    ``left`` columns hold sentences and begin at the left; all others are centred. Rows are at least ``least`` points high.
    The head stands again on every page the table goes on to.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    weights: tuple[float, ...]
    role: Role
    numbers: frozenset[int] = frozenset()
    left: frozenset[int] = frozenset()
    size: float = 11.0
    leading: float = 16.0
    before: float = 4.0
    least: float = 0.0

    def pieces(self, width: float) -> Sequence[Piece]:
        """One slice a row. A short table stays whole; of a long one head and first row, and the last two, do."""
        widths = self._widths(width)
        head = self._row(self._cells(self.head, Role.HEI, widths), widths, Role.HEI)
        again = Again(head.height, head.draw, text="\n".join(self.head))
        pieces = [Piece(head.height, head.draw, self.before, Bond.FIRM)]
        rows = [(place, cells) for place, row in enumerate(self.rows, start=1) for cells in self._parts(row, widths)]
        for order, (place, cells) in enumerate(rows, start=1):
            row = self._row(cells, widths, self.role)
            pieces.append(Piece(row.height, row.draw, 0.0, self._bond(order, len(rows)), again if place else None))
        return pieces

    def text(self) -> str:
        """Head and rows, cell by cell."""
        widths = self._widths(TEXT_WIDTH)
        parts = [cells for row in self.rows for cells in self._parts(row, widths)]
        written = ["".join(line.text for line in lines) for cells in parts for lines in cells]
        return "\n".join((*self.head, *written)).replace(BLANK, "")

    def _widths(self, width: float) -> tuple[float, ...]:
        total = sum(self.weights)
        return tuple(width * weight / total for weight in self.weights)

    def _cells(self, row: Sequence[str], role: Role, widths: Sequence[float]) -> _Cells:
        return tuple(broken(cell, role, self.size, width - 2 * _PAD) for cell, width in zip(row, widths, strict=True))

    def _parts(self, row: Sequence[str], widths: Sequence[float]) -> Iterator[_Cells]:
        """The row, or a very high one in parts that pages can hold."""
        cells = self._cells(row, self.role, widths)
        for start in range(0, max(1, *map(len, cells)), _MOST_LINES):
            yield tuple(lines[start : start + _MOST_LINES] for lines in cells)

    def _row(self, cells: _Cells, widths: Sequence[float], role: Role) -> Piece:
        height = max(self.least, max(1, *map(len, cells)) * self.leading + 2 * _PAD)
        return Piece(height, partial(self._draw, cells, widths, role, height))

    def _bond(self, place: int, last: int) -> Bond:
        if place == last:
            return Bond.FREE
        if place == last - 1:
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
        for column, (lines, width) in enumerate(zip(cells, widths, strict=True)):
            sheet.box(x, top, width, height)
            first = top + (height - len(lines) * self.leading) / 2
            for place, line in enumerate(lines):
                baseline = first + place * self.leading + (self.leading - self.size) / 2 + _BASELINE * self.size
                inset = self._inset(column, role is Role.HEI, width - line.width)
                sheet.text(x + inset, baseline, line.text, role, self.size)
            x += width

    def _inset(self, column: int, head: bool, spare: float) -> float:
        if head:
            return spare / 2
        if column in self.numbers:
            return spare - _PAD
        return _PAD if column in self.left else spare / 2
