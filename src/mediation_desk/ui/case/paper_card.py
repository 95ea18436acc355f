"""One paper of a case, whatever its kind: shown, issued, printed, its signed copy attached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mediation_desk.actions.attaching import Attached, attach_to
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.issuing import preview_slot
from mediation_desk.actions.paper_slots import (
    AGREEMENT,
    PaperSlot,
    is_signed_by_hand,
    lacking,
    paper_in,
    slot_of,
    slots_of,
)
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Paper
from mediation_desk.domain.roles import ATTACH, ISSUE, PRINT
from mediation_desk.reference.language import _, say
from mediation_desk.ui.case.issuing import Issuing, standing_paper
from mediation_desk.ui.case.missing_line import MissingLine
from mediation_desk.ui.case.page_kind import Address
from mediation_desk.ui.case.paper_preview import PaperPreview
from mediation_desk.ui.case.paper_words import state_of
from mediation_desk.ui.case.print_dialog import PrintDialog
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.work import run

if TYPE_CHECKING:
    from mediation_desk.ui.case.page import Page

SCANS = "*.pdf *.jpg *.jpeg *.png *.tif *.tiff"


class PaperCard(QWidget):
    """``issued`` carries a paper just issued, ``closed`` asks to be put away. ``typed`` gives the case with what stands
    on the screen; what is issued is always what has been saved."""

    issued = Signal(object)
    closed = Signal()

    def __init__(self, page: Page, typed: Callable[[], CaseFile]) -> None:
        super().__init__()
        self._page, self._typed = page, typed
        self.slot: PaperSlot | None = None
        self.dialog: PrintDialog | None = None
        self._then_print = False
        self.busy = False
        self.preview = PaperPreview(page.seat)
        self.preview.closed.connect(self.closed)
        self.issuing = Issuing(page.seat, page)
        self.issuing.issued.connect(self._issued)
        self.issuing.failed.connect(self._failed)
        self.issuing.blanks.connect(self._declare)
        self.issuing.given_up.connect(self._end)
        self._lines = QWidget()
        self.preview.inside.insertWidget(2, self._lines)
        self.preview.inside.addLayout(self._buttons())
        column(self, 0, 0).addWidget(self.preview)

    def _buttons(self) -> FlowLayout:
        self.issue_button = Button(_("Issue"), key=Key.ISSUE)
        self.issue_button.clicked.connect(self.issue)
        self.print_button = Button(_("Print or save…"))
        self.print_button.clicked.connect(self.print_paper)
        self.attach_button = Button(_("Attach the signed copy…"))
        self.attach_button.clicked.connect(self._choose_scans)
        buttons = FlowLayout(gap=8)
        buttons.add(self.issue_button, self.print_button, self.attach_button)
        return buttons

    # Showing.

    def show_slot(self, slot: PaperSlot, *, at_once: bool = False) -> None:
        """Show this paper: as it was issued where that stands, else as it would be now."""
        self.slot = slot
        self.follow(at_once=at_once)

    def follow(self, *, at_once: bool = False) -> None:
        """Something was typed, or the case has moved."""
        if self.slot is None:
            return
        file = self._typed()
        slot = same_slot(file, self.slot)
        paper = standing_paper(file, slot)
        wanting = lacking(file, slot)
        self._show_lacking(wanting)
        if paper is not None:
            mark_words = state_of(file, slot)
            self.preview.show_issued(paper, mark_words[1], mark_words[2])
        else:
            self.preview.show_typed(self._typed, lay=self._laid, at_once=at_once)
        self._show_buttons(file, slot, paper, ready=not wanting)

    def _laid(self, file: CaseFile, at: datetime) -> bytes:
        assert self.slot is not None
        return preview_slot(file, same_slot(file, self.slot), at)

    def _show_lacking(self, wanting: Sequence[Missing]) -> None:
        fresh = QWidget()
        lines = column(fresh, 0, 4)
        for one in wanting:
            line = MissingLine(say(one.what), Tone.SOON)
            line.clicked.connect(lambda _on=False, m=one: self._page.at.fill_in(m))
            lines.addWidget(line)
        self.preview.inside.replaceWidget(self._lines, fresh)
        fresh.setVisible(bool(wanting))
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = fresh

    def _show_buttons(self, file: CaseFile, slot: PaperSlot, paper: Paper | None, *, ready: bool) -> None:
        seat, centre = self._page.seat, file.case.centre_id
        former = paper_in(file, slot)
        if not self.busy:
            again = _("Issue draft {next}").format(next=former.draft + 1) if former else _("Issue")
            self.issue_button.setText(again)
        self.issue_button.setVisible(paper is None and ready and seat.may(ISSUE, centre))
        self.print_button.setVisible(
            ready and seat.may(PRINT, centre) and (paper is not None or seat.may(ISSUE, centre))
        )
        scans = paper is not None and is_signed_by_hand(file, slot) and seat.may(ATTACH, centre)
        self.attach_button.setVisible(scans)

    def take_keyboard(self) -> None:
        """Put the keyboard on what comes next."""
        for button in (self.issue_button, self.print_button, self.attach_button):
            if not button.isHidden():
                button.setFocus()
                return
        line = self._lines.findChild(MissingLine)
        (line or self.preview.sheets).setFocus()

    # Issuing and printing.

    def issue(self) -> None:
        """Save what is typed and issue the paper."""
        if not self.busy and self.slot is not None:
            self.busy = True
            self.issue_button.setText(_("Being issued…"))
            self._page.commit(lambda: self._page.at.read_again(self._begin))

    def _begin(self) -> None:
        assert self.slot is not None
        file = self._page.file
        slot = found_slot(file, self.slot)
        if slot is None:
            self._end()
            self._page.say(_("Nothing is written on this page yet: there is nothing to issue."))
        elif lacking(file, slot):
            self._end()
        else:
            self.issuing.begin(file, slot)

    def print_paper(self) -> None:
        """Print the paper, issued first where it is not yet."""
        if self.slot is None or self.busy:
            return
        paper = standing_paper(self._typed(), same_slot(self._typed(), self.slot))
        if paper is not None:
            self._ask_printer(paper)
        elif not self.issue_button.isHidden():
            self._then_print = True
            self.issue()

    def _ask_printer(self, paper: Paper) -> None:
        page = self._page
        self.dialog = PrintDialog(page.seat, page.file, paper, page.window())
        self.dialog.printed.connect(lambda said: page.say(said, Tone.ACT))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def give_up(self) -> None:
        """What was typed could not be saved, and the page says why: nothing is issued."""
        self._end()

    def _end(self) -> None:
        self.busy = self._then_print = False
        self.follow()

    def _issued(self, paper: Paper) -> None:
        then_print = self._then_print
        self.busy = self._then_print = False

        def shown() -> None:
            self.slot = slot_of(self._page.file, paper) or self.slot
            self.follow()
            told = _("Issued: draft {draft}, {pages} pages, {copies} copies.")
            self._page.say(told.format(draft=paper.draft, pages=paper.pages, copies=paper.copies), Tone.ACT)
            if self.isVisible():
                self.print_button.setFocus()
            self.issued.emit(paper)
            if then_print:
                self._ask_printer(paper)

        self._page.at.read_again(shown)

    def _failed(self, problem: KnownProblem) -> None:
        self._end()
        self._page.banner.problem(problem)

    def _declare(self, _chars: tuple[str, ...]) -> None:
        """Only the agreement keeps which characters are left blank: that is done on its page."""
        self._end()
        self._page.at.go(Address(AGREEMENT))

    # The signed copy.

    def _choose_scans(self) -> None:
        asked = QFileDialog(self, _("The signed copy, scanned"))
        asked.setFileMode(QFileDialog.FileMode.ExistingFiles)
        asked.setNameFilter(f"{_('Scans and photographs')} ({SCANS})")
        asked.filesSelected.connect(lambda names: self.attach([Path(name) for name in names]))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach these scans to the paper that is shown, in this order."""
        file = self._page.file
        paper = paper_in(file, same_slot(file, self.slot)) if self.slot is not None else None
        if paper is None or not paths:
            return

        def done(attached: Attached) -> None:
            said = _("The signed copy is attached: {sheets} sheets.").format(sheets=attached.sheets)
            self._page.say(said, Tone.ACT)
            self._page.at.read_again()

        run(lambda _progress: attach_to(self._page.seat, file, paper, paths), done, self._page.banner.problem, self)


def found_slot(file: CaseFile, slot: PaperSlot) -> PaperSlot | None:
    """The same place in another reading of the case: by its record, else by what it is called; ``None`` when it is gone."""
    now = slots_of(file, slot.kind)
    by_record = next((s for s in now if slot.written and s.record.id == slot.record.id), None)
    return by_record or next((s for s in now if s.called == slot.called), None)


def same_slot(file: CaseFile, slot: PaperSlot) -> PaperSlot:
    """The same place in another reading of the case; as it was, when it is gone."""
    return found_slot(file, slot) or slot
