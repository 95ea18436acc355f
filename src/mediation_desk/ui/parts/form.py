"""A form: labels right-aligned to their fields, two columns where there is room, one where there is not."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QTextEdit, QWidget

from mediation_desk.ui.look.gaps import column, spaced
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import Tone, Type
from mediation_desk.ui.parts.words import Words

W = TypeVar("W", bound=QWidget)

TWO_COLUMNS = 540
"""The width in pixels at 100 % from which two columns are read with ease."""
BESIDE = 300
"""The width from which a label stands beside its field and not above it."""


class FieldRow(QWidget):
    """A field with a line beneath for what is to be said about it."""

    def __init__(self, label: str, field: QWidget, *, wide: bool = False, required: bool = False) -> None:
        super().__init__()
        self.field = field
        self.wide = wide
        self.label = Words(label, quiet=True)
        self.label.setBuddy(field)
        self.note = Words("", Type.SMALL, wrap=True)
        self.note.hide()
        self.tall = isinstance(field, QTextEdit)
        inside = column(self, 0, 4)
        inside.addWidget(field, 1 if self.tall else 0)
        inside.addWidget(self.note)
        if not self.tall:
            inside.addStretch(1)
        field.setAccessibleName(label)
        if self.tall:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        if hasattr(field, "noted"):
            field.noted.connect(lambda text, tone: self.say(text, Tone(tone)))
        if required:
            self.label.setText(f"{label} *")

    def say(self, text: str, tone: Tone = Tone.SOON) -> None:
        """Show a sentence beneath the field; with no words, none."""
        self.note.setText(text)
        self.note.set_tone(tone)
        self.note.setProperty("quiet", tone is Tone.PLAIN)
        self.note.setVisible(bool(text))
        self.field.setAccessibleDescription(text)

    def show_row(self, shown: bool) -> None:
        """Show or hide the field with its label."""
        self.setVisible(shown)
        self.label.setVisible(shown)


class Form(QWidget):
    """Rows of labelled fields. Enter goes to the next field; ``finished`` says it was pressed in the last one."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FieldRow] = []
        self._laid: tuple[int, bool] | None = None
        self._grid = spaced(QGridLayout(self), 0, 12)
        look().changed.connect(self._lay)

    def add(self, label: str, field: W, *, wide: bool = False, required: bool = False) -> W:
        """Add a field with its label; ``wide`` takes the whole width. Gives the field back."""
        row = FieldRow(label, field, wide=wide or isinstance(field, QTextEdit), required=required)
        row.setParent(self)
        row.label.setParent(self)
        if self.rows:
            QWidget.setTabOrder(self.rows[-1].field, field)
        self.rows.append(row)
        self._laid = None
        self._lay()
        return field

    def row(self, field: QWidget) -> FieldRow:
        """The row a field stands in."""
        return next(row for row in self.rows if row.field is field)

    def say(self, field: QWidget, text: str, tone: Tone = Tone.SOON) -> None:
        """Say something beneath a field."""
        self.row(field).say(text, tone)

    def show_field(self, field: QWidget, shown: bool) -> None:
        """Show or hide a field; the others close up."""
        self.row(field).show_row(shown)
        self._laid = None
        self._lay()

    def clear(self) -> None:
        """Take every row away."""
        for row in self.rows:
            for part in (row.label, row):
                self._grid.removeWidget(part)
                part.deleteLater()
        self.rows = []
        self._laid = None

    def _shape(self) -> tuple[int, bool]:
        """How many columns, and whether labels stand beside their fields."""
        width = self.width()
        if width >= look().px(TWO_COLUMNS):
            return 2, True
        return 1, width >= look().px(BESIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._laid = None

    def _lay(self) -> None:
        shape = self._shape()
        if shape == self._laid:
            self._align()
            return
        self._laid = shape
        for row in self.rows:
            # Not ``takeAt``: an item that only Python lets go of lives on, and the next one's heights are never renewed.
            self._grid.removeWidget(row.label)
            self._grid.removeWidget(row)
        for line in range(self._grid.rowCount()):
            self._grid.setRowStretch(line, 0)
        columns, beside = shape
        line = at = 0
        for row in (r for r in self.rows if not r.isHidden()):
            whole = row.wide or columns == 1
            if whole and at:
                line, at = line + 1, 0
            level = beside and not row.tall
            self._put(row, line, at, level=level, span=columns if whole else 1)
            if row.tall:
                self._grid.setRowStretch(line + 1, 1)
            at = 0 if whole else (at + 1) % columns
            line += 0 if at else (1 if level else 2)
        for place in range(4):
            self._grid.setColumnStretch(place, 1 if place % 2 and (place < 2 or columns == 2) else 0)
        self._align()

    def _put(self, row: FieldRow, line: int, at: int, *, level: bool, span: int) -> None:
        if level:
            self._grid.addWidget(row.label, line, at * 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(row, line, at * 2 + 1, 1, span * 2 - 1)
        else:
            self._grid.addWidget(row.label, line, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(row, line + 1, 0, 1, span * 2)

    def _align(self) -> None:
        """Put each label level with the first line of its field."""
        beside = self._laid is None or self._laid[1]
        for row in self.rows:
            tall = min(row.field.sizeHint().height(), look().px(20) + look().gap(12))
            row.label.setMinimumHeight(tall if beside and not row.tall else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            super().keyPressEvent(event)
            return
        self._go_on(event)

    def _go_on(self, event: QKeyEvent) -> None:
        fields = [row.field for row in self.rows if not row.isHidden() and row.field.isEnabled()]
        held = next((n for n, field in enumerate(fields) if field is self.focusWidget() or
                     field.isAncestorOf(self.focusWidget() or field)), None)  # fmt: skip
        if held is not None and held + 1 < len(fields):
            following = fields[held + 1]
            following.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(following, QLineEdit):
                following.selectAll()
            return
        self.finished.emit()
        event.ignore()
