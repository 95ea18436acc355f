"""Printing an issued paper: on which printer, how many copies; or saving it as a file where there is no printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.papers import print_paper, save_as
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.printing import printers
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Paper
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.fields import count, one_of
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.words import Words
from mediation_desk.ui.remembered import Remembered
from mediation_desk.ui.work import run

NO_PRINTER = N_("No printer is connected to this machine. Connect one and come back, or save the paper as a file.")
OUTSIDE = N_("A file lies outside this desk's keeping: who has it can read it.")
_CHOICES = "printers.json"
"""Which printer prints which kind of paper. Beside the desk's files, for this machine; nothing personal."""


class PrintDialog(Ask):
    """``printed`` says in words what was done. The printer chosen is remembered for this kind of paper."""

    printed = Signal(str)

    def __init__(self, seat: Seat, file: CaseFile, paper: Paper, parent: QWidget) -> None:
        super().__init__(_("Print the paper"), self._told(paper), parent)
        self._seat, self._paper = seat, paper
        self._remembered = Remembered(seat.desk.profile.folder / _CHOICES)
        self._again = any(p.paper_id == paper.id and p.printer for p in file.printings)
        self.printers = printers()
        self.form = Form()
        self.inside.addWidget(self.form)
        self.printer = one_of([(name, name) for name in self.printers])
        self.copies = count()
        if self.printers:
            self._lay_printers()
        else:
            self.form.hide()
            self.inside.addWidget(Words(_(NO_PRINTER), wrap=True))
        self.inside.addWidget(Words(_(OUTSIDE), quiet=True, wrap=True))
        self.save = self.also(_("Save as a file (PDF)…")) if self.printers else self.goes_on(_("Save as a file (PDF)…"))
        self.save.clicked.connect(self._ask_where)

    @staticmethod
    def _told(paper: Paper) -> str:
        return _("Draft {draft}, {pages} pages. Code at the foot: {code}").format(
            draft=paper.draft, pages=paper.pages, code=paper.code
        )

    def _lay_printers(self) -> None:
        chosen = self._remembered.text(self._paper.paper_kind)
        if chosen and chosen not in self.printers:
            gone = _("The printer “{name}” is not there any more. Choose another, or connect it and come back.")
            self.banner.say(gone.format(name=chosen), Tone.SOON)
        self.printer.show(chosen if chosen in self.printers else self.printers[0])
        self.copies.show(1 if self._again else self._paper.copies)
        self.form.add(_("Printer"), self.printer.widget, wide=True)
        self.form.add(_("Copies"), self.copies.widget, wide=True)
        if self._again:
            self.form.say(self.copies.widget, _("Printed before: this is noted as printed again."), Tone.PLAIN)
        else:
            every = _("All that are signed: {copies}").format(copies=self._paper.copies)
            self.form.say(self.copies.widget, every, Tone.PLAIN)
        self.go_button = self.goes_on(_("Print once more") if self._again else _("Print"))
        self.go_button.clicked.connect(self._print)

    def _print(self) -> None:
        self.copies.settle()
        copies, printer = self.copies.value(), str(self.printer.value())
        if not copies:
            self.form.say(self.copies.widget, _("Type how many copies, at least one."), Tone.STOP)
            self.copies.widget.setFocus()
            return
        self._remembered.keep(self._paper.paper_kind, printer)
        self._busy(True)
        said = _("Handed to the printer {name}: {copies} copies").format(name=printer, copies=copies)
        again = self._again
        run(
            lambda _progress: print_paper(self._seat, self._paper, printer, copies, again=again),
            lambda _pages: self._done(said),
            self._failed,
            self,
        )

    def _ask_where(self) -> None:
        asked = QFileDialog(self, _("Save as a file (PDF)…"))
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilter("PDF (*.pdf)")
        asked.setDefaultSuffix("pdf")
        asked.selectFile(f"{self._paper.code}.pdf")
        asked.fileSelected.connect(lambda name: self.save_to(Path(name)))
        asked.open()

    def save_to(self, target: Path) -> None:
        """Save the paper there."""
        self._busy(True)
        said = _("Saved as a file. It lies outside this desk's keeping.")
        run(
            lambda _progress: save_as(self._seat, self._paper, target),
            lambda _none: self._done(said),
            self._failed,
            self,
        )

    def _busy(self, busy: bool) -> None:
        for button in (self.go, self.save):
            if button is not None:
                button.setEnabled(not busy)

    def _done(self, said: str) -> None:
        self.accept()
        self.printed.emit(said)

    def _failed(self, problem: KnownProblem) -> None:
        """A printer may have gone meanwhile: the sentence names it, and the dialog stays with what is there now."""
        self._busy(False)
        self.banner.problem(problem)
