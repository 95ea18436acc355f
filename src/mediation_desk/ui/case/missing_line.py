"""One thing the dossier still needs: a badge that can be pressed and goes where it is filled in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import FOCUS, Tone, Type


class MissingLine(QAbstractButton):
    """Words on a coloured ground, as many lines as they need. Click, Enter or Space presses it."""

    def __init__(self, text: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look().changed.connect(self.updateGeometry)

    def _tall(self, width: int) -> int:
        the = look()
        box = QFontMetrics(the.font(Type.SMALL)).boundingRect(
            0, 0, max(1, width - 2 * the.gap(8)), 10_000, self._flags(), self.text()
        )
        return box.height() + 2 * the.gap(4)

    @staticmethod
    def _flags() -> int:
        return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)

    def sizeHint(self) -> QSize:
        the = look()
        width = QFontMetrics(the.font(Type.SMALL)).horizontalAdvance(self.text()) + 2 * the.gap(8) + 2
        return QSize(width, self._tall(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().gap(80), self._tall(10_000))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._tall(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        the, colours = look(), look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colours.teal if self.hasFocus() else colours.text(self._tone)
        framed = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(the.colour(edge), FOCUS if self.hasFocus() else 1) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(the.colour(colours.tint(self._tone)))
        radius = the.gap(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.setPen(the.colour(colours.text(self._tone)))
        painter.setFont(the.font(Type.SMALL))
        across = the.gap(8)
        painter.drawText(self.rect().adjusted(across, 0, -across, 0), self._flags(), self.text())
