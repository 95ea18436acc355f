"""Choosing from a table of codes by typing: Chinese, the first letters of its pinyin, or the code."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.codes import Code
from mediation_desk.reference.language import _, chosen
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark, draw
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.drop import Drop
from mediation_desk.ui.parts.entries import Entry
from mediation_desk.ui.parts.initials import initials
from mediation_desk.ui.parts.line_field import LineField


def rank(entry: Code, typed: str, letters_of: Callable[[str], str] = initials) -> int:
    """How well an entry answers what was typed, 0 best; -1 where it does not."""
    name = entry.name(chosen())
    if name == typed:
        return 0
    if name.startswith(typed):
        return 1
    if typed in name:
        return 2
    if not typed.isascii():
        return -1
    low = typed.lower()
    letters = letters_of(name)
    if letters.startswith(low) or entry.code.lower().startswith(low):
        return 1
    return 3 if low in letters else -1


class CodeField(LineField):
    """A line over a code table. Arrow down opens, typing narrows, Enter takes, Esc takes back.

    ``value()`` is a code or "". With ``free`` what stands in no table is kept as typed: ``value()`` is then the text.
    """

    def __init__(
        self,
        entries: Iterable[Code],
        *,
        free: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._entries = list(entries)
        self._free = free
        self._code = ""
        super().__init__("", hint, parent)
        self._drop = Drop(self, _("To choose from"))
        self._drop.chosen.connect(self._take)

    def offer(self, entries: Iterable[Code]) -> None:
        """Choose from another table from now on. What was chosen stays."""
        self._entries = list(entries)

    def value(self) -> str:
        """The code chosen, or "" for none."""
        return self._code

    def set_value(self, value: str) -> None:
        """Show the line with this code. A code no table has is shown itself: it may be older than the table."""
        self._code = value
        super().set_value(self._name(value))

    def _name(self, code: str) -> str:
        return next((e.name(chosen()) for e in self._entries if e.code == code), code)

    def _found(self, typed: str) -> list[Code]:
        if not typed:
            return self._entries
        ranked = [(rank(e, typed), e) for e in self._entries]
        return [e for _rank, e in sorted((r for r in ranked if r[0] >= 0), key=lambda r: r[0])]

    def _open(self, typed: str) -> None:
        found = self._found(typed)
        if not found:
            self._drop.hide()
            return
        at = next((n for n, e in enumerate(found) if e.code == self._code), 0) if not typed else 0
        self._drop.open([Entry(e.code, e.name(chosen())) for e in found], at)

    def _take(self, code: str) -> None:
        self._changed = self._changed or code != self._code
        self._code = code
        self.setText(self._name(code))
        self._drop.hide()
        self.remark("")
        self.edited.emit()

    def _on_edited(self) -> None:
        super()._on_edited()
        self._open(self.text().strip())

    def commit(self) -> None:
        """Settle on what was typed: the one line it names, or what was there before."""
        self._drop.hide()
        typed = self.text().strip()
        if not typed:
            self._code = ""
        elif typed != self._name(self._code):
            self._settle(typed)
        super().commit()

    def _settle(self, typed: str) -> None:
        found = self._found(typed)
        exact = [e for e in found if e.name(chosen()) == typed]
        if exact or (len(found) == 1 and not self._free):
            self._take((exact or found)[0].code)
        elif self._free:
            self._code = typed
        else:
            self.remark(_("Nothing on the list is called this. Choose one, or empty the field."), Tone.STOP)
            self._code = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, opened = event.key(), self._drop.isVisible()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if opened:
                self._drop.list.step(1 if key == Qt.Key.Key_Down else -1)
            else:
                self._open("")
        elif opened and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            entry = self._drop.list.current()
            if entry is not None:
                self._take(entry.key)
            super().keyPressEvent(event)
        elif opened and key == Qt.Key.Key_Escape:
            self._drop.hide()
            self.setText(self._name(self._code))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._drop.hide()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.isReadOnly():
            self._open("")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        the, side = look(), look().px(16)
        painter = QPainter(self)
        box = QRectF(self.width() - side - the.gap(8), (self.height() - side) / 2, side, side)
        draw(painter, Mark.DOWN, box, the.colour(the.colours.muted))
