"""The bottom line: honest words about what is safe, what waits, and the line to the outside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.reference.language import _
from mediation_desk.ui.look.gaps import row
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.badge import Badge
from mediation_desk.ui.parts.words import Words, quiet


class BottomLine(QWidget):
    """At the left what this machine has saved, what is not yet uploaded, what waits for a person; at the right the line."""

    waiting_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._saved: Words = quiet()
        self._uploads: Words = quiet()
        self._waiting = Badge("", Tone.STOP)
        self._line: Words = quiet()
        self._waiting.hide()
        inside = row(self, (16, 4), 16)
        for part in (self._saved, self._uploads, self._waiting):
            inside.addWidget(part)
        inside.addStretch(1)
        inside.addWidget(self._line)
        self.saved()

    def saved(self) -> None:
        """Everything is on this machine's disk."""
        self._saved.set_tone(Tone.PLAIN)
        self._saved.setText(_("Saved on this machine"))

    def unsaved(self, why: str) -> None:
        """Something could not be saved."""
        self._saved.set_tone(Tone.STOP)
        self._saved.setText(why)

    def not_uploaded(self, number: int | None) -> None:
        """How many changes central does not have; None where this desk has no central."""
        self._uploads.setVisible(number is not None)
        if number is not None:
            self._uploads.setText(_("Not uploaded: {number}").format(number=number))

    def waiting(self, number: int) -> None:
        """How many things wait for a person to decide."""
        self._waiting.setVisible(number > 0)
        self._waiting.say(_("To decide: {number}").format(number=number))

    def online(self, online: bool) -> None:
        """Whether there is a line to central."""
        self._line.setText(_("Connected") if online else _("No network · you can go on working"))

    def about_line(self, words: str) -> None:
        """Anything else that is to be said about the line."""
        self._line.setText(words)
