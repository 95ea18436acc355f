"""The workspace's three columns: the outline, the page being written, what is due. The page comes first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.look import look
from mediation_desk.ui.parts.sheet import Scrolled, Sheet

LEFT, RIGHT, LEAST = 208, 232, 380
"""Widths in pixels at 100 %: the side columns, and the least the page in the middle is given."""


class ThreeColumns(QWidget):
    """``left`` | ``middle`` | ``right``, each scrolling by itself. Where the middle would become too narrow (small
    window, large type), the right column goes beneath the left one."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stacked: bool | None = None
        self._given = False
        self._right = right
        self._left_side = QWidget()
        self._left_column = column(self._left_side, 0, 12)
        self._left_column.addWidget(left)
        self._right_side = QWidget()
        self._right_column = column(self._right_side, 0, 12)
        self._left = Scrolled(self._left_side)
        self._right_scroll = Scrolled(self._right_side)
        across = row(self, 0, 12)
        across.addWidget(self._left)
        across.addWidget(middle, 1)
        across.addWidget(self._right_scroll)
        look().changed.connect(self._lay)
        self._lay()

    @property
    def stacked(self) -> bool:
        """Whether the right column stands beneath the left one."""
        return bool(self._stacked)

    def widest(self) -> int:
        """How wide the middle is when the right column gives way."""
        return self.width() - look().gap(LEFT) - look().gap(12)

    def give_way(self, given: bool) -> None:
        """Let the middle have the right column's place, or take it back."""
        self._given = given
        self._right_scroll.setVisible(not self._stacked and not given)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        gap, px = look().gap, look().px
        self._left.setFixedWidth(gap(LEFT))
        self._right_scroll.setFixedWidth(gap(RIGHT))
        stacked = self.width() - gap(LEFT) - gap(RIGHT) - 2 * gap(12) < px(LEAST)
        if stacked == self._stacked:
            return
        self._stacked = stacked
        (self._left_column if stacked else self._right_column).addWidget(self._right)
        self._right_scroll.setVisible(not stacked and not self._given)


class SheetWithFoot(Sheet):
    """The sheet in the middle: what is written scrolls, the buttons beneath stay in sight."""

    def __init__(self, head: QWidget | None, contents: QWidget, foot: QWidget | None) -> None:
        super().__init__(16, 12)
        if head is not None:
            self.inside.addWidget(head)
        scrolled = Scrolled(contents)
        scrolled.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.inside.addWidget(scrolled, 1)
        if foot is not None:
            self.inside.addWidget(foot)
