"""Identity numbers and phones: masked unless a key is held or one is just being typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.finding import Finding, Severity
from mediation_desk.reference.language import say
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.reveal import reveal


class Reading(Protocol):
    """What a rule made of a typed number."""

    @property
    def text(self) -> str:
        """The number as it will be kept."""
        ...

    @property
    def findings(self) -> Sequence[Finding]:
        """What it noticed."""
        ...


class MaskedField(LineField):
    """A number nobody at the counter should read over a shoulder.

    ``read`` normalises and checks, ``mask`` hides. A masked number is replaced as a whole by typing; to change a part
    of it, hold the key that shows numbers. ``understood`` carries the reading once the field is left.
    """

    understood = Signal(object)

    def __init__(
        self,
        read: Callable[[str], Reading],
        mask: Callable[[str], str],
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._read, self._mask = read, mask
        self._number = ""
        self._typing = False
        super().__init__("", hint, parent)
        reveal().changed.connect(self._show)

    def value(self) -> str:
        """The number in full, normalised."""
        return self._read(self._number).text

    def set_value(self, value: str) -> None:
        """Show a number that was not typed here."""
        self._number, self._typing, self._changed = value, False, False
        self._show()
        self._say_findings()

    def commit(self) -> None:
        """Read what was typed, tell, and mask again."""
        if self._changed:
            reading = self._read(self._number)
            self._number = reading.text
            self._say_findings()
            super().commit()
            self.understood.emit(reading)

    @property
    def open(self) -> bool:
        """Whether the number stands there in full."""
        return self._typing or reveal().shown or not self._number

    def _show(self) -> None:
        place = self.cursorPosition()
        self.setText(self._number if self.open else self._mask(self._number))
        self.setCursorPosition(place if self.hasFocus() else 0)

    def _on_edited(self) -> None:
        self._number = self.text()
        self._typing = True
        super()._on_edited()

    def _start_typing(self) -> None:
        if not self.open:
            self._typing = True
            self._number = ""
            self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        types = bool(event.text()) and event.text().isprintable()
        if types or event.matches(QKeySequence.StandardKey.Paste) or event.text() in ("\b", "\x7f"):
            self._start_typing()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self._start_typing()
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.open:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._typing = False
        self._show()

    def _say_findings(self) -> None:
        findings = self._read(self._number).findings if self._number else ()
        tone = Tone.SOON if any(f.severity is Severity.WARN for f in findings) else Tone.PLAIN
        self.remark("\n".join(say(f) for f in findings), tone)
