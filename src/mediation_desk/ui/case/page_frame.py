"""The sheet every page of the dossier is written on: heading, what is to be said, what is written, the buttons."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.ui.case.sides import Sides
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.parts.banner import Banner
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.saved_mark import SavedMark
from mediation_desk.ui.parts.sheet import Scrolled
from mediation_desk.ui.parts.three_columns import SheetWithFoot
from mediation_desk.ui.parts.words import heading

_AIR = 24


class PageFrame(QWidget):
    """``title`` and ``mark`` at the top, ``banner`` beneath, in ``head``; ``form`` in ``body``, which scrolls; ``foot``
    and ``foot_end`` are the two ends of the line of buttons. ``instead`` puts something in the place of body and foot.
    """

    def __init__(self) -> None:
        super().__init__()
        self.banner, self.mark, self.title, self.form = Banner(), SavedMark(), heading(), Form()
        self._contents, self._instead = QWidget(), QWidget()
        self.body: QVBoxLayout = column(self._contents, 0, 12)
        self.body.addWidget(self.form, 1)
        above, self.head = self._lay_head()
        self._foot = self._lay_foot()
        self.sheet = SheetWithFoot(above, self._contents, self._foot)
        scrolled = self.sheet.findChild(Scrolled)
        assert scrolled is not None
        self._scrolled: Scrolled = scrolled
        column(self, 0, 0).addWidget(self.sheet)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _lay_head(self) -> tuple[QWidget, QVBoxLayout]:
        above = QWidget()
        head = column(above, 0, 8)
        top = row(None, 0, 8)
        top.addWidget(self.title, 1)
        top.addWidget(self.mark)
        head.addLayout(top)
        head.addWidget(self.banner)
        return above, head

    def _lay_foot(self) -> Sides:
        at_left, at_right = QWidget(), QWidget()
        self.foot: QHBoxLayout = row(None, 0, 8)
        self.foot_end: QHBoxLayout = row(None, 0, 8)
        packed, pushed = row(at_left, 0, 8), row(at_right, 0, 8)
        packed.addLayout(self.foot)
        packed.addStretch(1)
        pushed.addStretch(1)
        pushed.addLayout(self.foot_end)
        return Sides(at_left, at_right)

    def instead(self, other: QWidget) -> None:
        """Show something else for the time being; the page stays as it is behind it."""
        self.back_to_page()
        self._instead = other
        self.banner.hide()
        self._scrolled.hide()
        self._foot.hide()
        self.head.addWidget(other)

    def back_to_page(self) -> None:
        """Show the page again."""
        self.head.removeWidget(self._instead)
        self._instead.hide()
        self._instead.deleteLater()
        self._instead = QWidget(self)
        self._instead.hide()
        self._scrolled.show()
        self._foot.show()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Keep what has the keyboard in sight."""
        if now is None or not self._contents.isAncestorOf(now):
            return
        place, half = now.mapTo(self._contents, QPoint(0, 0)), now.height() // 2
        if now.height() < self._scrolled.viewport().height():
            self._scrolled.ensureVisible(place.x(), place.y() + half, 0, half + _AIR)
