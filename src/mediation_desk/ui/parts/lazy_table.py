"""A table that stays quick at a hundred thousand rows: it paints the rows it shows, all in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.table_model import Column, Index, PagedModel, Source
from mediation_desk.ui.reveal import reveal

Spot = tuple[int, int, int]
"""Left edge, width, line within the row."""


class LazyTable(QTableView):
    """``chosen`` carries the row on Enter or double click, ``moved`` the row the keyboard is on.

    Where the columns do not fit beside each other (small window, large type), each row folds onto more lines.
    Ctrl+1 to 9 sort by a column, as a click on its title does. ``renew`` reads again and stays at its place.
    """

    chosen = Signal(object)
    moved = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column], source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hover = -1
        self._lines = 1
        self._spots: list[Spot] = []
        self.rows = PagedModel(columns, source, self)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionsMovable(False)
        header.sectionClicked.connect(self.rows.order)
        self.rows.resorted.connect(self.scrollToTop)
        self.doubleClicked.connect(lambda index: self.chosen.emit(self.rows.row(index.row())))
        look().changed.connect(self._widen)
        reveal().changed.connect(self.viewport().update)
        self._widen()

    def renew(self, source: Source | None = None) -> None:
        """Read again; the same row number stays current and in sight."""
        row, top = self.currentIndex().row(), self.verticalScrollBar().value()
        self.rows.renew(source)
        self.go_to(min(row, self.rows.rowCount() - 1))
        self.verticalScrollBar().setValue(top)

    def go_to(self, row: int) -> None:
        """Put the keyboard on a row."""
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, 0))

    def current_row(self) -> Any:
        """The row the keyboard is on, or None."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid():
            self.moved.emit(self.rows.row(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.current_row())
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.rows.order(event.key() - Qt.Key.Key_1)
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(self.rows.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._set_hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        self._set_hover(-1)

    def _set_hover(self, row: int) -> None:
        if row != self._hover:
            self._hover = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()

    @property
    def folded(self) -> bool:
        """Whether a row takes more than one line, as its columns do not fit beside each other."""
        return self._lines > 1

    def _widen(self) -> None:
        """Give every column its place: side by side, or folded onto further lines where the room is too small."""
        self._spots = places(self.rows.columns, self.viewport().width(), look().px(13), look().gap(16))
        self._lines = 1 + max(line for _left, _width, line in self._spots)
        height = self._lines * look().px(20) + look().gap(12)
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setVisible(not self.folded)
        for number, (_left, width, _line) in enumerate(self._spots):
            self.setColumnWidth(number, self.viewport().width() // len(self._spots) if self.folded else width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        height = self.verticalHeader().defaultSectionSize()
        first = self.verticalScrollBar().value()
        last = min(self.rows.rowCount(), first + self.viewport().height() // height + 2)
        self._paint_ground(painter, first, last, height, self.viewport().width())
        font = look().font()
        painter.setFont(font)
        writer = _Writer(painter, QFontMetrics(font))
        cells = list(zip(self.rows.columns, self._spots, strict=True))
        for number in range(first, last):
            row = self.rows.row(number)
            if row is not None:
                top = (number - first) * height
                for column, spot in cells:
                    writer.write(column, row, top, spot)
        painter.end()

    def _paint_ground(self, painter: QPainter, first: int, last: int, height: int, width: int) -> None:
        colour, colours = look().colour, look().colours
        current = self.currentIndex().row()
        for number, ground in ((self._hover, colours.hover), (current, colours.teal_tint)):
            if first <= number < last:
                painter.fillRect(QRect(0, (number - first) * height, width, height), colour(ground))
        painter.setPen(QPen(colour(colours.line), 1))
        for number in range(first + 1, last + 1):
            painter.drawLine(QPoint(0, (number - first) * height - 1), QPoint(width, (number - first) * height - 1))
        if first <= current < last and self.hasFocus():
            painter.setPen(QPen(colour(colours.teal), 2))
            painter.drawRect(QRect(1, (current - first) * height, width - 2, height - 1))


def places(columns: Sequence[Column], room: int, em: int, pad: int) -> list[Spot]:
    """Where each column stands: left edge, width, line.

    On one line where all fit, spare room going to those that stretch. Otherwise folded: the column that stretches most
    has the first line to itself, so that it is not cut, and the others follow, as many a line as fit; the last has the
    rest of its line.
    """
    wide = [min(room, c.width * em + pad) for c in columns]
    if sum(wide) <= room:
        return _side_by_side(columns, wide, room)
    first = max(range(len(columns)), key=lambda n: columns[n].stretch)
    spots: dict[int, Spot] = {first: (0, room, 0)}
    left, line, last = 0, 1, first
    for number, width in enumerate(wide):
        if number == first:
            continue
        if left + width > room:
            left, line = 0, line + 1
        spots[number] = (left, width, line)
        left, last = left + width, number
    at, _width, line = spots[last]
    spots[last] = (at, room - at, line)
    return [spots[number] for number in range(len(columns))]


def _side_by_side(columns: Sequence[Column], wide: Sequence[int], room: int) -> list[Spot]:
    spare, shares = room - sum(wide), sum(c.stretch for c in columns)
    spots, left = [], 0
    for column, least in zip(columns, wide, strict=True):
        width = least + (spare * column.stretch // shares if shares else 0)
        spots.append((left, width, 0))
        left += width
    return spots


class _Writer:
    """Writes the words of one row after another. Measures a text only where it might not fit."""

    def __init__(self, painter: QPainter, metrics: QFontMetrics) -> None:
        the = look()
        self._painter, self._metrics = painter, metrics
        self._pad, self._line = the.gap(8), the.px(20)
        self._base = the.gap(6) + (self._line + metrics.ascent() - metrics.descent()) // 2
        self._widest = metrics.horizontalAdvance("国")
        self._pens = {tone: the.colour(the.colours.text(tone)) for tone in Tone}
        self._ink = the.colour(the.colours.ink)
        self._pen: object = None

    def write(self, column: Column, row: Any, top: int, spot: Spot) -> None:
        text = column.words(row)
        if not text:
            return
        left, width, line = spot
        usual = self._pens[Tone.PLAIN] if line else self._ink
        pen = usual if column.tone is None else self._pens[column.tone(row)]
        if pen is not self._pen:
            self._pen = pen
            self._painter.setPen(pen)
        room = width - 2 * self._pad
        if len(text) * self._widest > room:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        at = left + self._pad
        if column.right:
            at = left + width - self._pad - self._metrics.horizontalAdvance(text)
        self._painter.drawText(at, top + line * self._line + self._base, text)
