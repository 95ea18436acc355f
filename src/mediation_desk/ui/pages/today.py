"""Today: what presses over all cases, what was left unfinished, and whether a backup is due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.keeping import backup_due
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.today import Pressing, Today, today
from mediation_desk.actions.unfinished import Unfinished, unfinished
from mediation_desk.domain.dates import CHINA
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import Say
from mediation_desk.reference.language import _, say
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone, Type
from mediation_desk.ui.pages.fresh import Fresh
from mediation_desk.ui.pages.today_groups import GROUPS, grouped
from mediation_desk.ui.parts.banner import Banner
from mediation_desk.ui.parts.empty_state import EmptyState
from mediation_desk.ui.parts.entries import Entries, Entry
from mediation_desk.ui.parts.sheet import Scrolled, Sheet
from mediation_desk.ui.parts.typed_field import weekday
from mediation_desk.ui.parts.words import Words, heading, quiet, title
from mediation_desk.ui.work import Progress, run

if TYPE_CHECKING:
    from mediation_desk.ui.work import Job

MINUTE = 60_000
Found = tuple[Today, list[Unfinished], "Say | None"]


class TodayPage(QWidget):
    """``chosen`` carries the case of a line, ``draft`` the unfinished page to go on with, ``backup`` asks for one,
    ``counted`` carries how many lines press."""

    chosen = Signal(object)
    draft = Signal(object)
    backup = Signal()
    new_case = Signal()
    counted = Signal(int)

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._job: Job[Found] | None = None
        self._lists: list[Entries] = []
        self.reminder = Banner()
        self.banner = Banner()
        self._told: Words = quiet("")
        self._day = title("")
        self._lines = QWidget()
        self._place = column(None, 0, 12)
        self._place.addWidget(self._lines)
        top = row(None, 0, 12)
        top.addWidget(self._day, 1)
        top.addWidget(self._told)
        whole = column(self, 0, 12)
        whole.addLayout(top)
        whole.addWidget(self.reminder)
        whole.addWidget(self.banner)
        whole.addLayout(self._place, 1)
        self._fresh = Fresh(self, self.renew)
        self._looked_on = seat.desk.today
        self._midnight = QTimer(self)
        self._midnight.setInterval(MINUTE)
        self._midnight.timeout.connect(self._new_day)
        self._midnight.start()
        self.renew()

    @property
    def lists(self) -> list[Entries]:
        """The groups shown, each a list one chooses from."""
        return self._lists

    def _new_day(self) -> None:
        """Deadlines move at midnight, whether or not anything is written."""
        if self._seat.desk.today != self._looked_on:
            self._fresh.stale()

    def renew(self) -> None:
        """Look again, in the background."""
        if self._job is not None:
            self._job.stop()
        self._looked_on = self._seat.desk.today

        def work(_progress: Progress) -> Found:
            seat = self._seat
            return today(seat), unfinished(seat), backup_due(seat.desk, seat.desk.today)

        self._job = run(work, self._show, self._failed, self)

    def _failed(self, problem: KnownProblem) -> None:
        self.banner.problem(problem, _("Try again"), self.renew)

    def _show(self, found: Found) -> None:
        lines, drafts, due = found
        self.banner.hide()
        day = self._seat.desk.today
        self._day.setText(_("Today, {day} {weekday}").format(day=_day(day), weekday=weekday(day)))
        self._told.setText(self._looked(lines))
        if due is not None:
            self.reminder.say(say(due), Tone.SOON, _("Back up now"), self.backup.emit)
        else:
            self.reminder.hide()
        held = any(one.hasFocus() for one in self._lists)
        self._put(self._groups(lines, drafts))
        if held or self.focusWidget() is None:
            self._take_keyboard()
        self.counted.emit(len(lines.lines))

    @staticmethod
    def _looked(lines: Today) -> str:
        if lines.looked < lines.of:
            return _("The latest {looked} of {of} open cases were looked through.").format(
                looked=lines.looked, of=lines.of
            )
        return _("{of} open cases").format(of=lines.of)

    def _groups(self, lines: Today, drafts: list[Unfinished]) -> QWidget:
        self._lists = []
        if not lines.lines and not drafts:
            words = _("No deadline within a week, nothing waits for a signature.")
            empty = _("Register the first dispute: who, with whom, about what. The rest can wait.")
            return EmptyState(
                _("Nothing presses today") if lines.of else _("Nothing here yet"), words if lines.of else empty,
                _("New case"), self.new_case.emit, mark=Mark.TICK if lines.of else Mark.PAPER,
            )  # fmt: skip
        contents = QWidget()
        inside = column(contents, 0, 12)
        if drafts:
            inside.addWidget(self._group(_("To go on with"), [_of_draft(d) for d in drafts], self.draft, Tone.PLAIN))
        for name, found in grouped(lines.lines).items():
            entries = [_of_line(line, GROUPS[name]) for line in found]
            inside.addWidget(self._group(_(name), entries, self.chosen, GROUPS[name]))
        inside.addStretch(1)
        return Scrolled(contents)

    def _group(self, name: str, entries: list[Entry], chosen: SignalInstance, tone: Tone) -> QWidget:
        sheet = Sheet(12, 4)
        top = row(None, 0, 8)
        words = heading(name)
        words.set_tone(tone)
        top.addWidget(words)
        top.addWidget(Words(f"{len(entries)}", Type.SMALL, quiet=True))
        top.addStretch(1)
        sheet.inside.addLayout(top)
        listed = _Lines(name, self)
        listed.show_entries(entries)
        listed.chosen.connect(chosen)
        self._lists.append(listed)
        sheet.inside.addWidget(listed)
        return sheet

    def _put(self, contents: QWidget) -> None:
        self._place.removeWidget(self._lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = contents
        self._place.addWidget(contents)

    @property
    def begins_at(self) -> QWidget:
        """The first line that presses, or the button of an empty page."""
        return self._lists[0] if self._lists else self._lines

    def _take_keyboard(self) -> None:
        if self._lists and self.isVisible():
            self._lists[0].setFocus()

    def step_from(self, listed: Entries, by: int) -> None:
        """The keyboard goes over from one group to the next."""
        at = self._lists.index(listed) + by
        if 0 <= at < len(self._lists):
            other = self._lists[at]
            other.setCurrentIndex(other.model().index(0 if by > 0 else other.model().rowCount() - 1, 0))
            other.setFocus()


class _Lines(Entries):
    """A group whose arrow keys go on into the next one."""

    def __init__(self, name: str, page: TodayPage) -> None:
        super().__init__(name)
        self._page = page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, last = self.currentIndex().row(), self.model().rowCount() - 1
        if event.key() == Qt.Key.Key_Down and row == last:
            self._page.step_from(self, 1)
        elif event.key() == Qt.Key.Key_Up and row == 0:
            self._page.step_from(self, -1)
        else:
            super().keyPressEvent(event)


def _day(day: date) -> str:
    return f"{day.month}-{day.day}"


def _of_line(line: Pressing, tone: Tone) -> Entry:
    text = f"{line.title}　{say(line.what)}"
    return Entry(line.case_id, text, detail=_when(line), tone=tone)


def _when(line: Pressing) -> str:
    if line.by is None or line.days_left is None:
        return line.number
    return f"{line.by:%m-%d}　{_left(line.days_left)}"


def _left(days: int) -> str:
    if days < 0:
        return _("{days} days over").format(days=-days)
    return _("{days} days left").format(days=days) if days else _("ends today")


def _of_draft(draft: Unfinished) -> Entry:
    at = draft.saved_at.astimezone(CHINA)
    name = draft.title or _("A new registration")
    return Entry(draft, name, Mark.BEGUN, _("begun"), detail=_("typed {moment}, not saved").format(
        moment=f"{at:%m-%d %H:%M}"
    ))  # fmt: skip
