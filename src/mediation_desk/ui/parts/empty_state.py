"""Nothing here yet: what this place is for and what to do first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark, draw
from mediation_desk.ui.look.tokens import Type
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.words import Words


class Drawing(QWidget):
    """A mark, large and quiet."""

    def __init__(self, mark: Mark, side: int = 48) -> None:
        super().__init__()
        self._mark, self._side = mark, side
        self.setAccessibleName("")

    def sizeHint(self) -> QSize:
        side = look().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw(painter, self._mark, QRectF(self.rect()), look().colour(look().colours.edge))


class EmptyState(QWidget):
    """A drawing, a short title, a sentence, and perhaps one button."""

    def __init__(
        self,
        title: str,
        sentence: str,
        does: str = "",
        act: Callable[[], object] | None = None,
        *,
        key: Key | None = None,
        mark: Mark = Mark.PAPER,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        inside = column(self, 32, 8)
        centre = Qt.AlignmentFlag.AlignHCenter
        inside.addStretch(2)
        inside.addWidget(Drawing(mark), 0, centre)
        name = Words(title, Type.HEADING)
        inside.addWidget(name, 0, centre)
        words = Words(sentence, quiet=True, wrap=True)
        words.setAlignment(centre)
        inside.addWidget(words)
        if act is not None:
            button = Button(does, Weight.PRIMARY, key)
            button.clicked.connect(lambda: act())
            inside.addSpacing(look().gap(8))
            inside.addWidget(button, 0, centre)
        inside.addStretch(3)
