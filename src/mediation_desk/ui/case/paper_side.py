"""What becomes of the agreement on its page: the paper beside it, issuing, printing, and the way on to the signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Paper
from mediation_desk.domain.roles import ISSUE, PRINT
from mediation_desk.reference.language import _
from mediation_desk.ui.case.beside import Beside
from mediation_desk.ui.case.issuing import Issuing, agreement_of, standing_paper
from mediation_desk.ui.case.page_kind import Address
from mediation_desk.ui.case.paper_preview import PaperPreview
from mediation_desk.ui.case.print_dialog import PrintDialog
from mediation_desk.ui.keys import Key, bind
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.button import Button

if TYPE_CHECKING:
    from mediation_desk.ui.case.agreement_page import AgreementPage


class PaperSide(QObject):
    """``preview_button`` and ``main`` stand at the foot of the page; ``main`` always does the next thing."""

    def __init__(self, page: AgreementPage) -> None:
        super().__init__(page)
        self._page = page
        self._then_print = False
        self._busy = False
        self.dialog: PrintDialog | None = None
        self.preview = PaperPreview(page.seat)
        self.preview.closed.connect(lambda: self.show(False))
        columns = page.at.columns
        self.beside = Beside(page.sheet, self.preview, columns.widest, columns.give_way)
        # Where the paper lies in the page's place, the button with this key cannot be seen.
        back = bind(self.preview, Key.PREVIEW, lambda: self.show(False))
        self.beside.turned.connect(lambda _shown: back.setEnabled(self.beside.alone))
        self.issuing = Issuing(page.seat, page)
        self.issuing.issued.connect(self._issued)
        self.issuing.failed.connect(self._failed)
        self.issuing.blanks.connect(self._declare)
        self.issuing.given_up.connect(self._end)
        self.preview_button = Button(_("See the paper"), key=Key.PREVIEW)
        self.preview_button.clicked.connect(lambda: self.show(not self.beside.opened))
        page.foot.addWidget(self.preview_button)
        self.main = page.goes_on(_("Issue the agreement"), self._go_on)

    def _may_go_on(self) -> bool:
        return self._page.frozen or self._page.seat.may(ISSUE, self._page.file.case.centre_id)

    # Showing.

    def show(self, shown: bool) -> None:
        """Show the paper, or put it away; the keyboard goes back to the page."""
        held = self._page.focusWidget()
        self.beside.open(shown)
        if shown:
            self.follow(at_once=True)
            if self.beside.alone:
                self.preview.sheets.setFocus()
        elif held is None or not held.isVisible() or self.preview.isAncestorOf(held):
            self.preview_button.setFocus()
        self._page.keep_in_sight()

    def follow(self, *, at_once: bool = False) -> None:
        """Something was typed, or the case has moved: show what the paper is now, and what comes next."""
        paper = self._standing()
        if not self._busy:
            self.main.setText(self._next(paper))
        done = paper is not None and self._page.oral
        self.main.setVisible(self._may_go_on() and not done)
        if not self.beside.opened:
            return
        if paper is None:
            self.preview.show_typed(self._page.as_typed, at_once=at_once)
        else:
            self.preview.show_issued(paper, *self._told(paper))

    def _standing(self) -> Paper | None:
        return standing_paper(self._page.file if self._page.frozen else self._page.as_typed())

    def _next(self, paper: Paper | None) -> str:
        former = self._page.file.paper
        if paper is not None:
            return _("On to the signatures")
        if former is not None:
            return _("Issue draft {draft}").format(draft=former.draft + 1)
        return _("Issue the agreement")

    def _told(self, paper: Paper) -> tuple[str, Tone]:
        if self._page.frozen:
            return _("Issued and signed"), Tone.STOP
        return _("Issued: draft {draft}").format(draft=paper.draft), Tone.ACT

    # Going on.

    def _go_on(self) -> None:
        self._page.at.read_again(self._issue_or_sign)

    def _issue_or_sign(self) -> None:
        if standing_paper(self._page.file) is None:
            self._issue()
        elif not self._page.oral:
            self._page.at.go(Address("signing"))

    def print_paper(self) -> None:
        """Print the paper; what is typed is saved and issued first, where it is not yet."""

        def ready() -> None:
            paper = standing_paper(self._page.file)
            self._then_print = paper is None
            if paper is None:
                self._issue()
            else:
                self._ask_printer(paper)

        self._page.commit(lambda: self._page.at.read_again(ready))

    def _issue(self) -> None:
        if not self._busy:
            self._busy = True
            self.main.setText(_("Being issued…"))
            self.issuing.begin(self._page.file, agreement_of(self._page.file))

    def _end(self) -> None:
        self._busy = self._then_print = False
        self.follow()

    def _issued(self, paper: Paper) -> None:
        then_print = self._then_print
        self._end()

        def shown() -> None:
            self.beside.open(self.beside.opened or self.beside.fits)
            self.follow()
            told = _("Issued: draft {draft}, {pages} pages, {copies} copies to be signed.")
            self._page.say(told.format(draft=paper.draft, pages=paper.pages, copies=paper.copies), Tone.ACT)
            if then_print:
                self._ask_printer(paper)

        self._page.at.read_again(shown)

    def _ask_printer(self, paper: Paper) -> None:
        if not self._page.seat.may(PRINT, paper.centre_id):
            return
        self.dialog = PrintDialog(self._page.seat, self._page.file, paper, self._page.window())
        self.dialog.printed.connect(lambda said: self._page.say(said, Tone.ACT))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _failed(self, problem: KnownProblem) -> None:
        self._end()
        self._page.banner.problem(problem)

    def _declare(self, chars: tuple[str, ...]) -> None:
        self._busy = False
        self._page.declare_blanks(chars)
        self._page.commit(lambda: self._page.at.read_again(self._issue))
