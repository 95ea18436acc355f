"""The parties of one side, a line each; a further line comes by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.records import Subject
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.pages.name_line import NameLine
from mediation_desk.ui.parts.words import Words


class Names(QWidget):
    """``edited`` follows every keystroke. Enter in a line with a name goes to the next line, in an empty one onwards."""

    edited = Signal()

    def __init__(self, seat: Seat, centre: Callable[[], UUID | None]) -> None:
        super().__init__()
        self._seat, self._centre = seat, centre
        self._inside = column(self, 0, 4)
        self.lines: list[NameLine] = []
        self._note = Words("", wrap=True)
        self._note.hide()
        self._inside.addWidget(self._note)
        self._add()

    def filled(self) -> list[NameLine]:
        """The lines with a name."""
        return [line for line in self.lines if line.name]

    def clear(self) -> None:
        """One empty line."""
        for line in self.lines[1:]:
            self._inside.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = self.lines[:1]
        self.lines[0].set_value("")
        self.lines[0].known = None
        self.lines[0].say_aside("")
        self.lines[0].remark("")

    def draft(self) -> Any:
        """What stands in the lines, as JSON."""
        return [line.draft() for line in self.lines if line.text().strip()]

    def bring_back(self, draft: list[dict[str, str]], known: Callable[[UUID], Subject | None]) -> None:
        """Show what ``draft`` gave."""
        self.clear()
        for number, one in enumerate(draft):
            if number >= len(self.lines):
                self._add()
            line = self.lines[number]
            line.set_value(one["name"])
            line.known = known(UUID(one["known"])) if one["known"] else None
        self._grow()

    def _add(self) -> NameLine:
        line = NameLine(self._seat, self._centre)
        line.edited.connect(self._edited)
        line.noted.connect(self._say)
        self._inside.insertWidget(len(self.lines), line)
        line.show()  # at once, so that Enter can go to it
        if self.lines:
            QWidget.setTabOrder(self.lines[-1], line)
        else:
            self.setFocusProxy(line)
        self.lines.append(line)
        line.setAccessibleName(self.accessibleName())
        return line

    def _edited(self) -> None:
        self._grow()
        self.edited.emit()

    def _grow(self) -> None:
        if self.lines[-1].name:
            self._add()

    def _say(self, words: str, tone: str) -> None:
        self._note.setText(words)
        self._note.set_tone(Tone(tone))
        self._note.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = next((n for n, line in enumerate(self.lines) if line.hasFocus()), None)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if enter and plain and held is not None and self.lines[held].name and held + 1 < len(self.lines):
            self.lines[held + 1].setFocus()
            return
        super().keyPressEvent(event)
