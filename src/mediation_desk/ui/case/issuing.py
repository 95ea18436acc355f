"""From the record to the issued paper: what cannot be printed is asked about, a former draft is given up knowingly."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.issuing import issue_slot, missing_in, stands
from mediation_desk.actions.paper_slots import AGREEMENT, PaperSlot, paper_in
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Paper
from mediation_desk.reference.language import _
from mediation_desk.ui.case.missing_letters import Missing, MissingLetters
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.button import Weight
from mediation_desk.ui.parts.words import Words
from mediation_desk.ui.work import Progress, run


def agreement_of(file: CaseFile) -> PaperSlot:
    """The place of the agreement's paper. The case must have one."""
    assert file.agreement is not None
    return PaperSlot(AGREEMENT, file.agreement)


def standing_paper(file: CaseFile, slot: PaperSlot | None = None) -> Paper | None:
    """The issued paper that says what the record says now (of the agreement, unless ``slot``); what was signed stands
    whatever changed around it."""
    if slot is None:
        slot = agreement_of(file) if file.agreement is not None else None
    paper = paper_in(file, slot) if slot is not None else None
    if slot is None or paper is None or not (signed(file, paper) or _stands(file, slot)):
        return None
    return paper


def signed(file: CaseFile, paper: Paper) -> bool:
    """Whether it was signed: by what is recorded of the agreement, or by its signed copy."""
    if paper.agreement_id is not None:
        return bool(file.standing_signings)
    return any(copy.paper_id == paper.id for copy in file.signed_copies)


def _stands(file: CaseFile, slot: PaperSlot) -> bool:
    try:
        return stands(file, slot)
    except KnownProblem:  # it can no longer be laid out at all
        return False


class Issuing(QObject):
    """``issued`` carries the new paper, ``failed`` the problem; ``given_up`` when the person went back. ``blanks`` carries
    the characters that the agreement must declare first; any other paper is issued with them blank at once."""

    issued = Signal(object)
    failed = Signal(object)
    blanks = Signal(object)
    given_up = Signal()

    def __init__(self, seat: Seat, page: QWidget) -> None:
        super().__init__(page)
        self._seat, self._page = seat, page
        self.asked: Ask | None = None

    def begin(self, file: CaseFile, slot: PaperSlot) -> None:
        """Issue a paper of a case as it was last read."""
        at = self._seat.desk.store.clock()

        def heard(found: Sequence[Missing]) -> None:
            if found:
                self._ask_blanks(file, slot, found)
            else:
                self._mind_former(file, slot, declare=False)

        run(lambda _progress: missing_in(file, slot, at), heard, self.failed.emit, self)

    def _ask_blanks(self, file: CaseFile, slot: PaperSlot, found: Sequence[Missing]) -> None:
        asked = MissingLetters(found, self._page.window())
        if slot.kind == AGREEMENT:
            asked.chosen.connect(self.blanks)
        else:
            asked.chosen.connect(lambda _chars: self._mind_former(file, slot, declare=True))
        self._open(asked)

    def _mind_former(self, file: CaseFile, slot: PaperSlot, *, declare: bool) -> None:
        former = paper_in(file, slot)
        went_out = former is not None and any(p.paper_id == former.id for p in file.printings)
        if former is not None and (went_out or slot.kind == AGREEMENT):
            self._ask_again(file, slot, former, declare=declare)
        else:
            self._issue(file, slot, declare=declare)

    def _ask_again(self, file: CaseFile, slot: PaperSlot, former: Paper, *, declare: bool) -> None:
        name = _("Give draft {draft} up and issue draft {next}?").format(draft=former.draft, next=former.draft + 1)
        kept = _("Both drafts are kept in the record. The number stays; the foot of each page says which draft it is.")
        asked = Ask(name, kept, self._page.window())
        printed = [p for p in file.printings if p.paper_id == former.id]
        if printed:
            copies = sum(p.copies for p in printed)
            back = _("{copies} copies of draft {draft} went out. Take all of them back before anybody signs.")
            asked.inside.addWidget(Words(back.format(copies=copies, draft=former.draft), wrap=True))
        go = asked.goes_on(_("Issue draft {next}").format(next=former.draft + 1), Weight.PRIMARY)
        go.clicked.connect(asked.accept)
        asked.accepted.connect(lambda: self._issue(file, slot, declare=declare))
        self._open(asked)

    def _open(self, asked: Ask) -> None:
        self.asked = asked
        asked.rejected.connect(self.given_up)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _issue(self, file: CaseFile, slot: PaperSlot, *, declare: bool) -> None:
        def work(_progress: Progress) -> Paper:
            return issue_slot(self._seat, file, slot, declare=declare)

        run(work, self.issued.emit, self.failed.emit, self)
