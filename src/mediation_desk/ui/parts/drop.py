"""What drops down beneath a field: lines to choose from, laid over the window itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.look import look
from mediation_desk.ui.parts.entries import Entries, Entry


class Drop(QFrame):
    """A list over the window, beneath its anchor or above it where there is more room.

    It is a child of the window and never takes the keyboard: it cannot end up behind, elsewhere, or left over, under
    any window system. ``chosen`` carries an entry's key.
    """

    chosen = Signal(object)

    def __init__(self, anchor: QWidget, name: str, most: int = 8) -> None:
        super().__init__(anchor)
        self._anchor, self._most = anchor, most
        self.setProperty("part", "drop")
        self.list = Entries(name, self)
        self.list.lead = True
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.chosen.connect(self.chosen)
        column(self, 4, 0).addWidget(self.list)
        self.hide()

    def open(self, entries: Sequence[Entry], at: int = 0) -> None:
        """Show these lines, the keyboard on line ``at``."""
        window = self._anchor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        self.list.show_entries(entries, self._most)
        if entries:
            self.list.setCurrentIndex(self.list.model().index(at, 0))
        self.setGeometry(self._place(window))
        self.show()
        self.raise_()
        self.list.scrollTo(self.list.currentIndex())

    def _place(self, window: QWidget) -> QRect:
        corner = self._anchor.mapTo(window, QPoint(0, self._anchor.height()))
        gap = look().gap(4)
        width = max(self._anchor.width(), look().px(160))
        self.resize(width, self.height())
        self.list.resize(width - 2 * gap - 2, self.list.height())
        height = self.list.sizeHint().height() + 2 * gap + 2
        beneath = window.height() - corner.y() - 2 * gap
        above = corner.y() - self._anchor.height() - 2 * gap
        left = min(corner.x(), max(0, window.width() - width))
        if height <= beneath or beneath >= above:
            return QRect(left, corner.y() + gap // 2, width, min(height, beneath))
        height = min(height, above)
        return QRect(left, corner.y() - self._anchor.height() - gap // 2 - height, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self.hide()
        return False
