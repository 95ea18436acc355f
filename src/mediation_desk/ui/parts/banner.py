"""A sentence across the top: what happened, what is safe, what to do, and the button that does it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.reference.language import _, say
from mediation_desk.ui.look.gaps import row
from mediation_desk.ui.look.look import restyle
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.words import Words


class Banner(QFrame):
    """Hidden until it has something to say. Its words can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "banner")
        self._act: Callable[[], object] | None = None
        self._words = Words("", wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = Button("")
        self._button.clicked.connect(self._pressed)
        close = Button("", Weight.QUIET, mark=Mark.CLOSE)
        close.setAccessibleName(_("Close this message"))
        close.clicked.connect(self.hide)
        inside = row(self, (16, 8), 12)
        inside.addWidget(self._words, 1)
        inside.addWidget(self._button)
        inside.addWidget(close)
        self.hide()

    def say(
        self, sentence: str, tone: Tone = Tone.STOP, does: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence; ``does`` names what the button will do."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._act = act
        self._button.setText(does)
        self._button.setVisible(act is not None)
        self.setProperty("tone", tone.value)
        restyle(self)
        self.show()

    def problem(self, problem: KnownProblem, does: str = "", act: Callable[[], object] | None = None) -> None:
        """Show what the world did, in its own sentence."""
        self.say(say(problem.sentence), Tone.STOP, does, act)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._words.text()

    def _pressed(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()
