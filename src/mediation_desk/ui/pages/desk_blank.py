"""This desk: blank forms for days without power, printed or saved; those with which a case begins bear a leased number."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mediation_desk.actions.blank_forms import NUMBERED, make_blank, save_blank
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.papers.kinds import KINDS
from mediation_desk.documents.printing import print_pdf, printers
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import BlankForm
from mediation_desk.domain.roles import ISSUE
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, chosen
from mediation_desk.ui.case.fields import count, line, one_of
from mediation_desk.ui.case.print_dialog import NO_PRINTER
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.pages.section import Section
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.entries import Entries, Entry
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.words import Words
from mediation_desk.ui.work import Progress, run

_AROUND = frozenset({"contents", "back"})
"""Made when a dossier is bound; an empty one says nothing."""


def name_of(kind: str) -> str:
    """What a form is called; the oral agreement is a form of its own."""
    kinds = table("paper_kind")
    return kinds[kind].name(chosen()) if kind in kinds else _("Registration of an oral agreement")


class BlankSection(Section):
    """A list of the forms there are; Enter asks how many, and where to."""

    def __init__(self, seat: Seat, centre_id: UUID) -> None:
        super().__init__(
            _("Blank forms"),
            _(
                "For days without power. A number on a blank form is given to no other case; type it in when it is entered."
            ),
        )
        self._seat, self._centre_id = seat, centre_id
        self.asked: BlankAsk | None = None
        self.list = Entries(_("Blank forms"))
        self.list.chosen.connect(self.ask)
        self.list.setEnabled(seat.may(ISSUE, centre_id))
        self.inside.addWidget(self.list)
        self.inside.addStretch(1)
        with_number = _("with a number")
        self.list.show_entries(
            [
                Entry(kind, name_of(kind), detail=with_number if kind in NUMBERED else "")
                for kind in KINDS
                if kind not in _AROUND
            ]
        )

    def ask(self, kind: str) -> None:
        """Ask how many of a form, and where to."""
        self.asked = BlankAsk(self._seat, self._centre_id, kind, self)
        self.asked.made.connect(self.said)
        self.asked.finished.connect(self.asked.deleteLater)
        self.asked.open()


class BlankAsk(Ask):
    """``made`` says in words what was printed or saved, with the numbers that were leased."""

    made = Signal(str)

    def __init__(self, seat: Seat, centre_id: UUID, kind: str, parent: QWidget) -> None:
        super().__init__(name_of(kind), "", parent)
        self._seat, self._centre_id, self._kind = seat, centre_id, kind
        self.printers = printers()
        self.printer = one_of([(name, name) for name in self.printers])
        self.copies, self.number = count(), line()
        self.form = Form()
        self.inside.addWidget(self.form)
        if self.printers:
            self.printer.show(self.printers[0])
            self.copies.show(1)
            self.form.add(_("Printer"), self.printer.widget, wide=True)
            self.form.add(_("Forms"), self.copies.widget, wide=True)
        else:
            self.inside.addWidget(Words(_(NO_PRINTER), wrap=True))
        self.form.add(_("Number leased before"), self.number.widget, wide=True)
        told = _("Each gets the next number of this desk.") if kind in NUMBERED else _("None: no number is printed.")
        self.form.say(self.number.widget, told, Tone.PLAIN)
        if self.printers:
            self.goes_on(_("Print")).clicked.connect(self._print)
        self.save = self.also(_("Save as a file (PDF)…")) if self.printers else self.goes_on(_("Save as a file (PDF)…"))
        self.save.clicked.connect(self._ask_where)

    def _given(self) -> str:
        self.number.settle()
        return str(self.number.value()).strip()

    def _print(self) -> None:
        self.copies.settle()
        many, printer, number = self.copies.value(), str(self.printer.value()), self._given()
        if not many:
            self.form.say(self.copies.widget, _("Type how many copies, at least one."), Tone.STOP)
            self.copies.widget.setFocus()
            return

        def work(progress: Progress) -> list[BlankForm]:
            forms = []
            for place in range(many):
                progress.at(place / many)
                printed = make_blank(self._seat, self._centre_id, self._kind, number)
                print_pdf(printed.pdf, printer)
                forms.append(printed.form)
            return forms

        self._busy(True)
        run(work, self._done, self._failed, self)

    def _ask_where(self) -> None:
        asked = QFileDialog(self, _("Save as a file (PDF)…"))
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilter("PDF (*.pdf)")
        asked.setDefaultSuffix("pdf")
        asked.selectFile(f"{self._kind}.pdf")
        asked.fileSelected.connect(lambda name: self.save_to(Path(name)))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def save_to(self, target: Path) -> None:
        """Save one form there."""
        number = self._given()

        def work(_progress: Progress) -> list[BlankForm]:
            return [save_blank(self._seat, self._centre_id, self._kind, target, number)]

        self._busy(True)
        run(work, self._done, self._failed, self)

    def _busy(self, busy: bool) -> None:
        for button in (self.go, self.save):
            if button is not None:
                button.setEnabled(not busy)

    def _done(self, forms: list[BlankForm]) -> None:
        numbers = "、".join(dict.fromkeys(form.number for form in forms if form.number))
        said = _("{count} blank forms made.").format(count=len(forms))
        self.accept()
        self.made.emit(f"{said} {_('Numbers: {numbers}').format(numbers=numbers)}" if numbers else said)

    def _failed(self, problem: KnownProblem) -> None:
        self._busy(False)
        self.banner.problem(problem)
