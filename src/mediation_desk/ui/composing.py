"""While an input method is composing, Enter and Space belong to it: they choose a character, they never act."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from mediation_desk.ui.focus import FocusFilter

_KEYS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.Shortcut})


@cache
def _held() -> frozenset[int]:
    """The keys that belong to the input method. Asked late: naming Qt's keys costs 20 ms the first time."""
    key = Qt.Key
    return frozenset({key.Key_Return, key.Key_Enter, key.Key_Space, key.Key_Escape, key.Key_Tab})


class Composing(FocusFilter):
    """Holds back Enter, Space, Esc and Tab, and the shortcuts made of them, while characters are being composed.

    The key that ends a composition can arrive right after it; it is held too, until the events already under way
    have been handled.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._composing = False
        self._ending = QTimer(self)
        self._ending.setSingleShot(True)
        self._ending.setInterval(0)
        self._ending.timeout.connect(self._ended)

    @property
    def composing(self) -> bool:
        """Whether characters are being composed now."""
        return self._composing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._note(bool(event.preeditString()))
        elif kind in _KEYS and self._composing and isinstance(event, QKeyEvent) and event.key() in _held():
            event.accept()
            return True
        return False

    def left(self) -> None:
        self._composing = False

    def _note(self, underway: bool) -> None:
        if underway:
            self._ending.stop()
            self._composing = True
        elif self._composing:
            self._ending.start()

    def _ended(self) -> None:
        self._composing = False
