"""Watching whether anybody is still at the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Idle(QObject):
    """``passed`` is said once nobody has touched keyboard or mouse for ``limit()`` seconds.

    The limit is asked each time, as it is longer while people sit at the table. It listens at the native windows, so
    that it sees only what a person does.
    """

    passed = Signal()

    def __init__(self, app: QGuiApplication, limit: Callable[[], float]) -> None:
        super().__init__(app)
        self._limit = limit
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.passed)
        app.focusWindowChanged.connect(self._watch)
        for window in app.topLevelWindows():
            self._watch(window)
        self.touch()

    def touch(self) -> None:
        """Somebody is here."""
        self._timer.start(round(self._limit() * 1000))

    def rest(self) -> None:
        """Stop watching until the next ``touch``: the screen is covered already."""
        self._timer.stop()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS and self._timer.isActive():
            self.touch()
        return False
