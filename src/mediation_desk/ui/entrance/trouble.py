"""The desk cannot be opened: damaged, of a newer program, or held by someone else. Says so, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.reference.language import _, say
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.parts.empty_state import Drawing


class TroubleCard(Card):
    """``again`` tries once more, ``restore`` goes to the backups, ``leave`` closes the window."""

    again = Signal()
    restore = Signal()
    leave = Signal()

    def __init__(self, problem: KnownProblem) -> None:
        super().__init__(_("The desk does not open"), say(problem.sentence))
        self.sentence.setProperty("quiet", False)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.inside.addWidget(Drawing(Mark.LOCK, 40), 0, Qt.AlignmentFlag.AlignHCenter)
        self.goes_back(_("Close the window"), self.leave.emit)
        self.goes_on(_("Try again"), self.again.emit)
        self.also(_("Restore from a backup"), self.restore.emit)


class WaitingCard(Card):
    """Something is being opened, and there is nothing to do but wait; or, with ``instead``, to go another way."""

    instead = Signal()

    def __init__(self, words: str, instead: str = "") -> None:
        super().__init__(_("Mediation Desk"))
        if instead:
            self.also(instead, self.instead.emit)
        self._doing.setText(words)
        self._doing.show()
        self._progress.show()
