"""The head of the dossier: what the case is called, how far it is, what presses most."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Due, due_of
from mediation_desk.domain.stages import ENDED, STAGE_LABELS, Stage
from mediation_desk.reference.language import _, listed, say
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.look import look, restyle
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone, Type
from mediation_desk.ui.parts.badge import Badge
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.parts.words import Words, quiet

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


class _Title(Words):
    """On one line where there is room for it, on several where there is not."""

    def __init__(self) -> None:
        super().__init__("", Type.TITLE, wrap=True)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(look().gap(160), super().minimumSizeHint().height())


class Head(QWidget):
    """``history`` and ``printing`` are the two buttons, ``contents`` a third one where the outline is put away."""

    history = Signal()
    printing = Signal()
    contents = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.facts = ""
        self._title = _Title()
        self._stage = Badge("", Tone.ACT)
        self._presses = Badge("", Tone.SOON)
        self._line: Words = quiet("", wrap=True)
        self._contents = Button(_("Dossier"), key=Key.OUTLINE)
        self._contents.setShortcut(QKeySequence())  # the key is the workspace's, button or no button; two would be none
        self._contents.clicked.connect(self.contents)
        changes = Button(_("Changes"), key=Key.HISTORY)
        changes.clicked.connect(self.history)
        self.print_button = Button(_("Print"), key=Key.PRINT, mark=Mark.PRINT)
        self.print_button.clicked.connect(self.printing)
        self._called, self._buttons = QWidget(), QWidget()
        FlowLayout(self._called, gap=8).add(self._title, self._stage, self._presses)
        FlowLayout(self._buttons, gap=8).add(self._contents, changes, self.print_button)
        self._high, self._low = row(None, 0, 8), row(None, 0, 8)
        self._high.addWidget(self._called, 1)
        self._high.addWidget(self._buttons)
        self._low.addWidget(self._line, 1)
        whole = column(self, 0, 4)
        whole.addLayout(self._high)
        whole.addLayout(self._low)
        self._compact = self._beneath = False
        self.compact(False)
        look().changed.connect(self._fit)

    def compact(self, compact: bool) -> None:
        """Where there is little room, leave it to the page: a smaller title, and the facts stand in the drawer."""
        self._compact = compact
        self._contents.setVisible(compact)
        self._line.setVisible(not compact)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The room belongs to the page: a name that is too long for its line is written smaller, and buttons that find
        no place beside it stand in the line beneath."""
        whole = QFontMetrics(look().font(Type.TITLE, bold=True)).horizontalAdvance(self._title.text())
        size = Type.HEADING if self._compact or whole > self.width() else Type.TITLE
        if self._title.property("type") != size.value:
            self._title.setProperty("type", size.value)
            restyle(self._title)
        needs = self._called.sizeHint().width() + self._buttons.sizeHint().width() + look().gap(8)
        if (beneath := needs > self.width()) != self._beneath:
            self._beneath = beneath
            (self._low if beneath else self._high).addWidget(self._buttons)

    def show_file(self, file: CaseFile, today: date) -> None:
        """Show the case as it is."""
        self._title.setText(file.case.title or _("Dispute not named yet"))
        self.facts = "  ·  ".join(_facts(file))
        ended = file.stage in ENDED
        self._stage.say(_(STAGE_LABELS[Stage(file.stage)]), Tone.PLAIN if ended else Tone.ACT)
        open_ones = [d for d in due_of(file) if not d.met]
        self._presses.setVisible(bool(open_ones))
        if open_ones:
            first = open_ones[0]
            self._presses.say(f"{say(first.what)} {left_of(first, today)}", tone_of(first, today))
        self._line.setText(self.facts)
        self._fit()


def _facts(file: CaseFile) -> list[str]:
    case = file.case
    accepted = _("accepted {day}").format(day=case.accepted_on) if case.accepted_on else _("not accepted yet")
    names = listed(file.mediator_names(case.mediator_ids))
    mediators = _("mediators {names}").format(names=names) if names else ""
    return [f for f in (case.number, accepted, mediators, file.point.name if file.point else "") if f]
