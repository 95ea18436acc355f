"""How large everything is: three steps, one signal, remembered by whoever is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

STEPS: Final = (1.0, 1.35, 1.8)


class Scale(QObject):
    """The type size in use. Words grow by the whole factor, the gaps between things by half as much,
    so that large type spends the screen on what is read."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._factor = STEPS[0]
        self._remember: Callable[[float], None] | None = None

    @property
    def factor(self) -> float:
        """1.0, 1.35 or 1.8."""
        return self._factor

    def remember_with(self, recall: float, remember: Callable[[float], None]) -> None:
        """Take up the size of last time and hand every later choice to ``remember``."""
        self._remember = None
        self.choose(recall)
        self._remember = remember

    def choose(self, factor: float) -> None:
        """Use the step nearest to ``factor``."""
        step = min(STEPS, key=lambda s: abs(s - factor))
        if step == self._factor:
            return
        self._factor = step
        self.changed.emit()
        if self._remember is not None:
            self._remember(step)

    def larger(self) -> None:
        """One step up, if there is one."""
        self.choose(STEPS[min(STEPS.index(self._factor) + 1, len(STEPS) - 1)])

    def smaller(self) -> None:
        """One step down, if there is one."""
        self.choose(STEPS[max(STEPS.index(self._factor) - 1, 0)])

    def type(self, pixels: float) -> int:
        """The size of words, and of things that hold words, in pixels."""
        return max(1, round(pixels * self._factor)) if pixels else 0

    def gap(self, pixels: float) -> int:
        """The size of a gap, in pixels."""
        return max(1, round(pixels * (1 + (self._factor - 1) / 2))) if pixels else 0
