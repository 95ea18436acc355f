"""A page to write on: grows with what is written, Tab leaves it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from mediation_desk.ui.look.look import look

_LINE_HEIGHT = 118
"""Per cent: of the face's own height, which is 1.45 of its size: Chinese text needs air between its lines."""


class TextField(QTextEdit):
    """Plain text of many lines. Signals as ``LineField``. Between ``least`` and ``most`` lines it grows as one types."""

    edited = Signal()
    committed = Signal()
    noted = Signal(str, str)

    def __init__(self, least: int = 3, most: int | None = None, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._changed = False
        self._setting = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._airy()
        self.textChanged.connect(self._on_edited)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())
        look().changed.connect(self.updateGeometry)

    def value(self) -> str:
        """The text as written, without white space at its end."""
        return self.toPlainText().rstrip()

    def set_value(self, value: str) -> None:
        """Show a text that was not typed here."""
        self._setting = True
        self.setPlainText(value)
        self._airy()
        self._setting = False
        self._changed = False

    def commit(self) -> None:
        """Finish a change now, if there is one."""
        if self._changed:
            self._changed = False
            self.committed.emit()

    @property
    def length(self) -> int:
        """How many characters there are, each counted once however it is stored."""
        return len(self.toPlainText())

    def _airy(self) -> None:
        form = QTextBlockFormat()
        form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)
        self.document().clearUndoRedoStacks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins a new line, on an empty one too: there Qt would only take the line's own height away."""
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator) and not self.isReadOnly():
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only."""
        self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def _on_edited(self) -> None:
        if not self._setting:
            self._changed = True
            self.edited.emit()

    def _tall(self, lines: float) -> int:
        return round(lines * self.fontMetrics().height() * _LINE_HEIGHT / 100) + 2 * look().gap(8)

    def sizeHint(self) -> QSize:
        written = round(self.document().size().height()) + 2 * look().gap(4) + 4
        tall = max(self._tall(self._least), written)
        return QSize(look().px(240), tall if self._most is None else min(tall, self._tall(self._most)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(160), self._tall(self._least) if self._most is None else self.sizeHint().height())
