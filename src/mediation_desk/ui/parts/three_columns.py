"""The workspace's three columns: the outline, the page being written, what is due. The page comes first."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.look import look
from mediation_desk.ui.parts.sheet import Scrolled, Sheet

LEFT, RIGHT, LEAST, NARROW = 208, 232, 380, 320
"""Widths in pixels at 100 %: the side columns, the least the page in the middle is given beside them, and the least
beside one of them."""


class ThreeColumns(QWidget):
    """``left`` | ``middle`` | ``right``, each scrolling by itself. Where the middle would become too narrow (small
    window, large type), the right column goes beneath the left one; where it still is, both are put away, and
    ``open_side`` lays them over the page. ``put_away`` says when they go and come back."""

    put_away = Signal(bool)

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stacked: bool | None = None
        self._given = False
        self._away = False
        self._right = right
        self._left_side = QWidget()
        self._left_column = column(self._left_side, 0, 12)
        self._left_column.addWidget(left)
        self._right_side = QWidget()
        self._right_column = column(self._right_side, 0, 12)
        self._left = Scrolled(self._left_side)
        self._right_scroll = Scrolled(self._right_side)
        self._across = row(self, 0, 12)
        self._across.addWidget(self._left)
        self._across.addWidget(middle, 1)
        self._across.addWidget(self._right_scroll)
        look().changed.connect(self._lay)
        self._lay()

    @property
    def stacked(self) -> bool:
        """Whether the right column stands beneath the left one."""
        return bool(self._stacked)

    @property
    def away(self) -> bool:
        """Whether the side columns are put away."""
        return self._away

    def open_side(self) -> None:
        """Lay the columns that are put away over the page; nothing where they stand beside it."""
        if self._away:
            self._over()
            self._left.show()
            self._left.raise_()

    def close_side(self) -> None:
        """Put them away again."""
        if self._away:
            self._left.hide()

    @property
    def side_open(self) -> bool:
        """Whether they lie over the page now."""
        return self._away and not self._left.isHidden()

    def _over(self) -> None:
        wide = min(look().gap(LEFT + 96), self.width() * 9 // 10)
        self._left.setFixedWidth(wide)
        self._left.setGeometry(QRect(0, 0, wide, self.height()))

    def widest(self) -> int:
        """How wide the middle is when the right column gives way."""
        return self.width() if self._away else self.width() - look().gap(LEFT) - look().gap(12)

    def give_way(self, given: bool) -> None:
        """Let the middle have the right column's place, or take it back."""
        self._given = given
        self._right_scroll.setVisible(not self._stacked and not given)

    def minimumSizeHint(self) -> QSize:
        """The columns give way before the window does."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), look().px(LEAST)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        gap, px = look().gap, look().px
        self._left.setFixedWidth(gap(LEFT))
        self._right_scroll.setFixedWidth(gap(RIGHT))
        self._put_away(self.width() - gap(LEFT) - gap(12) < px(NARROW))
        stacked = self._away or self.width() - gap(LEFT) - gap(RIGHT) - 2 * gap(12) < px(LEAST)
        if stacked == self._stacked:
            return
        self._stacked = stacked
        (self._left_column if stacked else self._right_column).addWidget(self._right)
        self._right_scroll.setVisible(not stacked and not self._given)

    def _put_away(self, away: bool) -> None:
        if away and self._left.isVisible() and self._away:
            self._over()
        if away == self._away:
            return
        self._away = away
        self._left.setProperty("part", "drawer" if away else None)
        self._left.setVisible(not away)
        if away:
            self._across.removeWidget(self._left)
        else:
            self._across.insertWidget(0, self._left)
        self.put_away.emit(away)


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
