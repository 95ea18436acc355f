"""Masked numbers are shown while a key is held down, and at no other time."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from mediation_desk.ui.focus import FocusFilter


class Reveal(QObject):
    """Whether identity numbers and phones are shown in full. ``changed`` tells everyone who shows one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown = False

    @property
    def shown(self) -> bool:
        """True only while the key is held."""
        return self._shown

    def show(self, shown: bool) -> None:
        """Show or mask all such numbers."""
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()


@lru_cache(maxsize=1)
def reveal() -> Reveal:
    """The process's one."""
    return Reveal()


class RevealKey(FocusFilter):
    """Watches the key at the widget that has the keyboard. Leaving it masks again."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_F8:
            return False
        if event.isAutoRepeat():
            return True
        reveal().show(kind == QEvent.Type.KeyPress)
        return True

    def left(self) -> None:
        reveal().show(False)
