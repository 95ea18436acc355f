"""A page with its paper beside it where there is room for both, and in its place where there is not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.ui.look.gaps import row
from mediation_desk.ui.look.look import look

PAGE, PAPER = 380, 340
"""The least widths, in pixels at 100 %, in which a page is filled in and a paper is read."""


class Beside(QWidget):
    """``turned`` says whether the paper is shown. While it is, it takes the place of what stands at the right of the
    page: ``widest`` tells how wide page and paper are then, ``take`` asks for that place or gives it back."""

    turned = Signal(bool)

    def __init__(
        self, page: QWidget, paper: QWidget, widest: Callable[[], int], take: Callable[[bool], object]
    ) -> None:
        super().__init__()
        self._page, self._paper, self._widest, self._take = page, paper, widest, take
        self._open = False
        across = row(self, 0, 12)
        across.addWidget(page, 1)
        across.addWidget(paper, 1)
        paper.hide()
        look().changed.connect(self._lay)

    @property
    def opened(self) -> bool:
        """Whether the paper is shown."""
        return self._open

    @property
    def fits(self) -> bool:
        """Whether there is room for both."""
        return self._widest() >= look().px(PAGE) + look().px(PAPER) + look().gap(12)

    @property
    def alone(self) -> bool:
        """Whether the paper is shown in the page's place."""
        return self._open and self._page.isHidden()

    def open(self, shown: bool) -> None:
        """Show the paper or put it away."""
        if shown == self._open:
            return
        self._open = shown
        self._take(shown)
        self._lay()
        self.turned.emit(shown)

    def _lay(self) -> None:
        self._paper.setVisible(self._open)
        self._page.setVisible(not self._open or self.fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._open:
            self._lay()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._open:
            self._lay()
