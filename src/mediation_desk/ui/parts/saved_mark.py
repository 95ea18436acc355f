"""已存 10:42:07: when what was typed was last made safe."""

from __future__ import annotations

from datetime import time

from PySide6.QtWidgets import QWidget

from mediation_desk.reference.language import _
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.words import Words


class SavedMark(Words):
    """Quiet while all is well; says so in cinnabar when it is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", quiet=True, parent=parent)

    def saved(self, at: time) -> None:
        """Saved at this time of the wall clock."""
        self.set_tone(Tone.PLAIN)
        self.setText(_("Saved {time}").format(time=at.strftime("%H:%M:%S")))

    def writing(self) -> None:
        """Typed, not yet saved."""
        self.set_tone(Tone.PLAIN)
        self.setText(_("Writing…"))

    def unsaved(self) -> None:
        """It could not be saved; the text is still on the screen."""
        self.set_tone(Tone.STOP)
        self.setText(_("Not saved"))
