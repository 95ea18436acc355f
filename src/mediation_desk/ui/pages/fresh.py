"""Keeping a page fresh without keeping the machine busy: reading again waits for a pause, and for being looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from mediation_desk.ui.changed import changed

PAUSE = 300
"""Milliseconds without a further change after which one reads again."""


class Fresh(QObject):
    """Calls ``renew`` after records of these kinds have changed (of all, when none is named), once for many changes;
    at once when the page comes into sight if something changed meanwhile."""

    def __init__(self, page: QWidget, renew: Callable[[], object], *kinds: str) -> None:
        super().__init__(page)
        self._page, self._renew = page, renew
        self._stale = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._read)
        changed().on(self, lambda _named: self.stale(), *kinds)
        page.installEventFilter(self)

    def stale(self) -> None:
        """What is shown may be old."""
        self._stale = True
        if self._page.isVisible():
            self._pause.start()

    def _read(self) -> None:
        self._stale = False
        self._renew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._stale:
            self._pause.stop()
            self._read()
        return False
