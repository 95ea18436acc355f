"""A word on a coloured ground: the colour is never the only sign."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import Tone, Type


class Badge(QWidget):
    """A short text in a pill. Wraps onto more lines when there is no room beside."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._tone = tone
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text, tone)
        look().changed.connect(self.updateGeometry)

    def say(self, text: str, tone: Tone | None = None) -> None:
        """Show another word, perhaps in another tone."""
        self._text = text
        self._tone = tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The word shown."""
        return self._text

    def _sides(self) -> tuple[int, int]:
        return look().gap(12), look().gap(3)

    def _needed(self, width: int) -> QSize:
        across, down = self._sides()
        box = self._metrics().boundingRect(0, 0, max(1, width - 2 * across), 10_000, self._flags(), self._text)
        return QSize(box.width() + 2 + 2 * across, box.height() + 2 * down)

    @staticmethod
    def _metrics() -> QFontMetrics:
        return QFontMetrics(look().font(Type.SMALL))

    @staticmethod
    def _flags() -> int:
        return int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWrapAnywhere)

    def sizeHint(self) -> QSize:
        return self._needed(100_000)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), look().px(80)), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._needed(width).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        the, colours = look(), look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(the.colour(colours.tint(self._tone)))
        box = QRectF(0, 0, self.width(), min(self.height(), self._needed(self.width()).height()))
        box.moveCenter(QRectF(self.rect()).center())
        radius = min(box.height() / 2, self.sizeHint().height() / 2)
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(the.colour(colours.text(self._tone)))
        painter.setFont(the.font(Type.SMALL))
        across, _down = self._sides()
        painter.drawText(self.rect().adjusted(across, 0, -across, 0), self._flags(), self._text)
