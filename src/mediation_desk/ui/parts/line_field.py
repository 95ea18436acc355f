"""One line to type in. What was typed is kept as typed; no limit ever cuts it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mediation_desk.ui.look.look import look, restyle
from mediation_desk.ui.look.tokens import Tone, Type


class LineField(QLineEdit):
    """A single line.

    ``edited`` follows every keystroke (for drafts), ``committed`` a finished change (Enter, or leaving the field),
    ``noted`` a remark to stand beneath: its words and a ``Tone``.
    """

    edited = Signal()
    committed = Signal()
    noted = Signal(str, str)

    def __init__(self, text: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self._changed = False
        self._aside = ""
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self.commit)
        if text:
            self.set_value(text)

    def value(self) -> str:
        """What stands in the field, without white space around it."""
        return self.text().strip()

    def set_value(self, value: str) -> None:
        """Show a value that was not typed here. Nothing is emitted."""
        self.setText(value)
        self.setCursorPosition(0)
        self._changed = False

    def commit(self) -> None:
        """Finish a change now, if there is one."""
        if self._changed:
            self._changed = False
            self.committed.emit()

    def remark(self, text: str, tone: Tone = Tone.SOON) -> None:
        """Say something about what was typed, or with no words take it back."""
        self.setProperty("tone", tone.value if text else "")
        self.setAccessibleDescription(text)
        restyle(self)
        self.noted.emit(text, tone.value)

    def say_aside(self, text: str) -> None:
        """Show a quiet word at the right end of the line, where there is room for it."""
        self._aside = text
        self.setAccessibleDescription(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._aside:
            return
        the = look()
        metrics = self.fontMetrics()
        room = self.width() - metrics.horizontalAdvance(self.text()) - 4 * the.gap(8)
        if metrics.horizontalAdvance(self._aside) > room:
            return
        painter = QPainter(self)
        painter.setPen(the.colour(the.colours.muted))
        painter.setFont(the.font(Type.SMALL))
        inside = self.rect().adjusted(0, 0, -the.gap(8) - 2, 0)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._aside)

    def _on_edited(self) -> None:
        self._changed = True
        self.edited.emit()
