"""Listening to the keyboard where it is: a filter that follows the focus.

A filter on the whole application would see every paint and move in Python; this one sees only the widget that has
the keyboard.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def keep_in_sight(_old: QWidget | None, new: QWidget | None) -> None:
    """Scroll whatever scrolls around the widget that has the keyboard now until it can be seen."""
    above = new.parentWidget() if new is not None else None
    while new is not None and above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(new)
        above = above.parentWidget()


class FocusFilter(QObject):
    """An event filter that sits on whichever widget has the focus. Subclasses override ``eventFilter``."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._follow)
        now = app.focusWidget()
        if now is not None:
            now.installEventFilter(self)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        self.left()
        if new is not None:
            new.installEventFilter(self)

    def left(self) -> None:
        """The keyboard has left the widget it was at, or that widget is gone."""
