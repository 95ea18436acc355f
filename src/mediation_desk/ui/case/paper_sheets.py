"""The sheets of a paper one beneath the other, white in every scheme; a sheet is drawn when it comes into sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import FOCUS

POINTS = 72.0
STEPS = (1.0, 1.25, 1.5, 2.0, 3.0)
"""Zoom, by the width there is: 1 shows the whole width of a sheet."""


class _Sheets(QWidget):
    """The sheets themselves, at the scale they are shown in."""

    def __init__(self, owner: PaperSheets) -> None:
        super().__init__()
        self._owner = owner

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        the = look()
        for page, box in enumerate(self._owner.boxes()):
            if not box.intersects(event.rect()):
                continue
            painter.fillRect(box, QColor("white"))
            image = self._owner.images.get(page)
            if image is not None:
                painter.drawImage(box, image)
            painter.setPen(QPen(the.colour(the.colours.line), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))


class PaperSheets(QScrollArea):
    """``wanted`` says that sheets in sight are not drawn yet, ``zoomed`` that the scale has changed."""

    wanted = Signal()
    zoomed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.images: dict[int, QImage] = {}
        self._sizes: Sequence[tuple[float, float]] = ()
        self._step = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheets = _Sheets(self)
        self.setWidget(self._sheets)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._look_for_more())
        look().changed.connect(self._fit)

    # What is shown.

    def show_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show sheets of these sizes, in points. What was drawn stays until it is drawn anew."""
        self._sizes = tuple(sizes)
        self.images = {page: image for page, image in self.images.items() if page < len(sizes)}
        self._fit()

    def show_images(self, images: Mapping[int, QImage]) -> None:
        """Show sheets that were drawn."""
        self.images.update(images)
        self._sheets.update()

    @property
    def scale(self) -> float:
        """Device pixels a point."""
        widest = max((width for width, _height in self._sizes), default=595.0)
        # Room is kept for the bar whether it is shown or not: else a sheet that just fits would show and hide it for ever.
        bar = self.verticalScrollBar().sizeHint().width()
        room = max(1, self.maximumViewportSize().width() - bar - 2 * self._gap())
        return room / widest * STEPS[self._step] * self.devicePixelRatioF()

    def in_sight(self) -> list[int]:
        """The sheets that are seen, and the next one."""
        top = self.verticalScrollBar().value()
        seen = QRect(0, top, self._sheets.width(), self.viewport().height() + self._gap() * 4)
        return [page for page, box in enumerate(self.boxes()) if box.intersects(seen)]

    def boxes(self) -> list[QRect]:
        """Where each sheet lies."""
        gap, scale = self._gap(), self.scale / self.devicePixelRatioF()
        found, top = [], gap
        for width, height in self._sizes:
            size = QSize(round(width * scale), round(height * scale))
            left = max(gap, (self.viewport().width() - size.width()) // 2)
            found.append(QRect(QPoint(left, top), size))
            top += size.height() + gap
        return found

    @staticmethod
    def _gap() -> int:
        return look().gap(8)

    def _fit(self) -> None:
        boxes = self.boxes()
        width = max((box.right() + 1 for box in boxes), default=0) + self._gap()
        height = boxes[-1].bottom() + 1 + self._gap() if boxes else 0
        self._sheets.resize(max(width, self.viewport().width()), height)
        self._sheets.update()
        self._look_for_more()

    def _look_for_more(self) -> None:
        if self._sizes:
            self.wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Zoom.

    @property
    def zoom(self) -> float:
        """1 when the whole width is seen."""
        return STEPS[self._step]

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller, keeping what is in the middle where it is."""
        to = min(max(self._step + steps, 0), len(STEPS) - 1)
        if to == self._step:
            return
        bar = self.verticalScrollBar()
        middle = bar.value() + self.viewport().height() / 2
        factor = STEPS[to] / STEPS[self._step]
        self._step = to
        self._fit()
        bar.setValue(round(middle * factor - self.viewport().height() / 2))
        self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.zoom_by(step)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(look().colour(look().colours.teal), FOCUS))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
