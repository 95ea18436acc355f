"""A field of a record that no widget of its own shows: its place in a list, say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from mediation_desk.ui.case.binding import Binding


class HeldBinding(Binding):
    """Holds a value of plain JSON that the page itself sets with ``put``. ``near`` is the widget it belongs to."""

    def __init__(self, near: QWidget) -> None:
        super().__init__(near)
        self._held: Any = None
        self._heard: list[Callable[[], object]] = []

    def put(self, value: Any) -> None:
        """The page has decided on another value."""
        if value != self._held:
            self._held = value
            for heard in self._heard:
                heard()

    def _mean(self) -> Any:
        return self._held

    def _fill(self, value: Any) -> None:
        self._held = value

    def settle(self) -> None:
        """Nobody types it."""

    def on_edited(self, heard: Callable[[], object]) -> None:
        self._heard.append(heard)

    def lock(self) -> None:
        self.locked = True
