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


class LazyTable(QTableView):
    """``chosen`` carries the row on Enter or double click, ``moved`` the row the keyboard is on.

    Ctrl+1 to 9 sort by a column, as a click on its title does. ``renew`` reads again and stays at its place.
    """

    chosen = Signal(object)
    moved = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column], source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hover = -1
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
        look().changed.connect(self._fit)
        reveal().changed.connect(self.viewport().update)
        self._fit()

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

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look().px(20) + look().gap(12))
        self._widen()

    def _widen(self) -> None:
        """Give every column its width in characters, and the spare room to those that take it."""
        em = look().px(13)
        widths = [c.width * em + 2 * look().gap(8) for c in self.rows.columns]
        spare = max(0, self.viewport().width() - sum(widths))
        shares = sum(c.stretch for c in self.rows.columns)
        for number, column in enumerate(self.rows.columns):
            more = spare * column.stretch // shares if shares else 0
            self.setColumnWidth(number, widths[number] + more)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        height = self.verticalHeader().defaultSectionSize()
        first = self.verticalScrollBar().value()
        last = min(self.rows.rowCount(), first + self.viewport().height() // height + 2)
        header, columns = self.horizontalHeader(), self.rows.columns
        spans = [(header.sectionViewportPosition(n), header.sectionSize(n)) for n in range(len(columns))]
        width = self.viewport().width()
        seen = [n for n, (left, wide) in enumerate(spans) if left + wide > 0 and left < width]
        self._paint_ground(painter, first, last, height, width)
        font = look().font()
        painter.setFont(font)
        line = _Line(painter, QFontMetrics(font), height)
        for number in range(first, last):
            row = self.rows.row(number)
            if row is not None:
                line.top = (number - first) * height
                for n in seen:
                    line.write(columns[n], row, *spans[n])
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


class _Line:
    """Writes the words of one row after another. Measures a text only where it might not fit."""

    def __init__(self, painter: QPainter, metrics: QFontMetrics, height: int) -> None:
        the = look()
        self._painter, self._metrics = painter, metrics
        self._base = (height + metrics.ascent() - metrics.descent()) // 2
        self._widest = max(metrics.horizontalAdvance("国"), metrics.maxWidth() // 8, 1)
        self._pad = the.gap(8)
        self._pens = {tone: the.colour(the.colours.text(tone)) for tone in Tone}
        self._ink = the.colour(the.colours.ink)
        self._pen: object = None
        self.top = 0

    def write(self, column: Column, row: Any, left: int, width: int) -> None:
        text = column.words(row)
        if not text:
            return
        pen = self._ink if column.tone is None else self._pens[column.tone(row)]
        if pen is not self._pen:
            self._pen = pen
            self._painter.setPen(pen)
        room = width - 2 * self._pad
        if len(text) * self._widest > room:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        at = left + self._pad
        if column.right:
            at = left + width - self._pad - self._metrics.horizontalAdvance(text)
        self._painter.drawText(at, self.top + self._base, text)
