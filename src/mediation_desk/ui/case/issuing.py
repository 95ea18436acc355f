"""From the record to the issued paper: what cannot be printed is asked about, a former draft is given up knowingly."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.papers import issue, missing, stands_as_issued
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Paper
from mediation_desk.reference.language import _
from mediation_desk.ui.case.missing_letters import Missing, MissingLetters
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.button import Weight
from mediation_desk.ui.parts.words import Words
from mediation_desk.ui.work import run


def standing_paper(file: CaseFile) -> Paper | None:
    """The issued paper that says what the agreement says now; what was signed stands whatever changed around it."""
    if file.paper is None or (not file.standing_signings and not _stands(file)):
        return None
    return file.paper


def _stands(file: CaseFile) -> bool:
    try:
        return stands_as_issued(file)
    except KnownProblem:  # it can no longer be laid out at all
        return False


class Issuing(QObject):
    """``issued`` carries the new paper, ``failed`` the problem, ``blanks`` the characters to be declared first;
    ``given_up`` when the person went back."""

    issued = Signal(object)
    failed = Signal(object)
    blanks = Signal(object)
    given_up = Signal()

    def __init__(self, seat: Seat, page: QWidget) -> None:
        super().__init__(page)
        self._seat, self._page = seat, page
        self.asked: Ask | None = None

    def begin(self, file: CaseFile) -> None:
        """Issue the agreement of a case as it was last read."""
        at = self._seat.desk.store.clock()

        def heard(found: Sequence[Missing]) -> None:
            if found:
                self._ask_blanks(found)
            elif file.paper is not None:
                self._ask_again(file, file.paper)
            else:
                self._issue(file)

        run(lambda _progress: missing(file, at), heard, self.failed.emit, self)

    def _ask_blanks(self, found: Sequence[Missing]) -> None:
        asked = MissingLetters(found, self._page.window())
        asked.chosen.connect(self.blanks)
        self._open(asked)

    def _ask_again(self, file: CaseFile, former: Paper) -> None:
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
        asked.accepted.connect(lambda: self._issue(file))
        self._open(asked)

    def _open(self, asked: Ask) -> None:
        self.asked = asked
        asked.rejected.connect(self.given_up)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _issue(self, file: CaseFile) -> None:
        run(lambda _progress: issue(self._seat, file), self.issued.emit, self.failed.emit, self)
