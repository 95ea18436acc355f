"""The head of the dossier: what the case is called, how far it is, what presses most."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Due, due_of
from mediation_desk.domain.stages import ENDED, STAGE_LABELS, Stage
from mediation_desk.reference.language import _, say
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.badge import Badge
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.parts.words import Words, quiet, title

SOON_DAYS = 7


def tone_of(due: Due, today: date) -> Tone:
    """Overdue, within a week, or with time left."""
    if due.met:
        return Tone.PLAIN
    left = due.days_left(today)
    return Tone.STOP if left < 0 else Tone.SOON if left <= SOON_DAYS else Tone.ACT


def left_of(due: Due, today: date) -> str:
    """``剩 12 日``, ``今日到期``, ``已过 3 日``."""
    days = due.days_left(today)
    if days < 0:
        return _("{days} days over").format(days=-days)
    return _("{days} days left").format(days=days) if days else _("ends today")


class Head(QWidget):
    """``history`` and ``printing`` are the two buttons."""

    history = Signal()
    printing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = title()
        self._stage = Badge("", Tone.ACT)
        self._presses = Badge("", Tone.SOON)
        self._line: Words = quiet("", wrap=True)
        facts = FlowLayout(gap=8)
        facts.add(self._title, self._stage, self._presses)
        changes = Button(_("Changes"), key=Key.HISTORY)
        changes.clicked.connect(self.history)
        self.print_button = Button(_("Print"), key=Key.PRINT, mark=Mark.PRINT)
        self.print_button.clicked.connect(self.printing)
        top = row(None, 0, 8)
        top.addLayout(facts, 1)
        top.addWidget(changes)
        top.addWidget(self.print_button)
        whole = column(self, 0, 4)
        whole.addLayout(top)
        whole.addWidget(self._line)

    def show_file(self, file: CaseFile, today: date) -> None:
        """Show the case as it is."""
        self._title.setText(file.case.title or _("Dispute not named yet"))
        ended = file.stage in ENDED
        self._stage.say(_(STAGE_LABELS[Stage(file.stage)]), Tone.PLAIN if ended else Tone.ACT)
        open_ones = [d for d in due_of(file) if not d.met]
        self._presses.setVisible(bool(open_ones))
        if open_ones:
            first = open_ones[0]
            self._presses.say(f"{say(first.what)} {left_of(first, today)}", tone_of(first, today))
        self._line.setText("  ·  ".join(_facts(file)))


def _facts(file: CaseFile) -> list[str]:
    case = file.case
    accepted = _("accepted {day}").format(day=case.accepted_on) if case.accepted_on else _("not accepted yet")
    names = "、".join(file.mediator_names(case.mediator_ids))
    mediators = _("mediators {names}").format(names=names) if names else ""
    return [f for f in (case.number, accepted, mediators, file.point.name if file.point else "") if f]
