"""Two groups side by side, or one beneath the other where the line is too short for both."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from mediation_desk.ui.look.gaps import row
from mediation_desk.ui.look.look import look


class Sides(QWidget):
    """``left`` takes the spare room; ``right`` stands at the right end, or beneath."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._left, self._right = left, right
        self._box = row(self, 0, 8)
        self._box.addWidget(left, 1)
        self._box.addWidget(right, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _needs(self) -> int:
        return self._left.sizeHint().width() + self._right.sizeHint().width() + look().gap(8)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(max(self._left.minimumSizeHint().width(), self._right.minimumSizeHint().width()), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Choose between beside and beneath."""
        beneath = self._needs() > self.width()
        wanted = QBoxLayout.Direction.TopToBottom if beneath else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
