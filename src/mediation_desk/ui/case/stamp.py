"""The sign that an agreement is in effect: cinnabar, like the seal that made it so."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark, draw
from mediation_desk.ui.look.tokens import RADIUS, Type


class Stamp(QWidget):
    """Words in a frame of the seal's colour, the seal's mark before them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        the = look()
        metrics = QFontMetrics(the.font(Type.HEADING, bold=True))
        width = metrics.horizontalAdvance(self._text) + the.px(24) + the.gap(8) + 2 * the.gap(12)
        return QSize(width, max(metrics.height(), the.px(24)) + 2 * the.gap(8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        the = look()
        ink = the.colour(the.colours.cinnabar)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 2))
        painter.setBrush(the.colour(the.colours.cinnabar_tint))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        side = the.px(24)
        draw(painter, Mark.SEAL, QRectF(the.gap(12), (self.height() - side) / 2, side, side), ink)
        painter.setPen(ink)
        painter.setFont(the.font(Type.HEADING, bold=True))
        inside = self.rect().adjusted(the.gap(12) + side + the.gap(8), 0, 0, 0)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._text)
