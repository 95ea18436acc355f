"""自查与装订: what a reviewer would find, and the whole dossier as one file, in the background."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QWidget

from mediation_desk.actions.attaching import Attached, NotAttached, attach_scans
from mediation_desk.actions.batch import file_name
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.dossier_binding import Bound, bind_dossier, bind_set
from mediation_desk.actions.dossier_plan import BANK, COURT
from mediation_desk.actions.papers_at_hand import papers_at_hand
from mediation_desk.actions.selfcheck import self_check
from mediation_desk.domain.fields import Record
from mediation_desk.domain.roles import ATTACH, PRINT
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _, say
from mediation_desk.ui.case.check_list import CheckList
from mediation_desk.ui.case.page import Page, Pair
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.paper_card import SCANS
from mediation_desk.ui.case.paper_words import name_of
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.words import Words, quiet
from mediation_desk.ui.parts.working import Working
from mediation_desk.ui.work import Progress, run

TITLE = N_("Check and bind")
DOSSIER = "dossier"


class BindingPage(Page):
    """``checks`` lists what was found; ``told`` says what came of the last binding or attaching."""

    purpose: ClassVar[str] = PRINT

    @property
    def name(self) -> str:
        return "binding"

    def heading(self) -> str:
        return _(TITLE)

    def build(self, file: CaseFile) -> None:
        self.form.hide()
        self.body.setStretchFactor(self.form, 0)
        self.checks = CheckList()
        self.checks.wanted.connect(self.at.put_right)
        self.unscanned: Words = quiet("", wrap=True)
        self._told = QWidget()
        self.told = column(self._told, 0, 4)
        self.working = Working()
        self.head.addWidget(self.working)
        for part in (self._told, self.unscanned, self.checks):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._lay_buttons(file)
        self._show(file)

    def _lay_buttons(self, file: CaseFile) -> None:
        scans = Button(_("Attach signed scans…"))
        scans.clicked.connect(self._choose_scans)
        scans.setVisible(self.seat.may(ATTACH, file.case.centre_id))
        self.foot.addWidget(scans)
        self.main = Button(_("Bind the dossier…"), Weight.PRIMARY, Key.GO_ON)
        self.buttons = [self.main, Button(_("For the court…")), Button(_("For the bank…"))]
        for button, what in zip(self.buttons, (DOSSIER, COURT, BANK), strict=True):
            button.clicked.connect(lambda _on=False, w=what: self._ask_where(w))
            button.setVisible(not self.locked)
        for button in reversed(self.buttons):
            self.foot_end.addWidget(button)

    def write(self, pairs: Sequence[Pair]) -> None:
        """Nothing waits to be written."""

    def records_of(self, file: CaseFile) -> Sequence[Record]:
        return file.papers

    def focus_field(self, name: str = "") -> None:
        (self.main if not self.main.isHidden() else self.checks).setFocus()

    def refresh(self, file: CaseFile) -> None:
        super().refresh(file)
        self._show(file)

    def _show(self, file: CaseFile) -> None:
        desk = self.seat.desk
        self.checks.show_found(self_check(file, desk.store.clock(), desk.today))
        open_ones = [one for one in papers_at_hand(file) if one.paper and one.to_sign and not one.scanned]
        names = "、".join(name_of(one.slot) for one in open_ones if one.slot)
        said = _("Signed copies not scanned ({count}): {papers}").format(count=len(open_ones), papers=names)
        self.unscanned.setText(said)
        self.unscanned.setVisible(bool(open_ones))

    # Binding.

    def _ask_where(self, what: str) -> None:
        if self.working.busy:
            return
        asked = QFileDialog(self, _("Where to put the file"))
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilter("PDF (*.pdf)")
        asked.setDefaultSuffix("pdf")
        asked.selectFile(file_name(self.file.case.number, what))
        asked.fileSelected.connect(lambda name: self.bind_to(what, Path(name)))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def bind_to(self, what: str, target: Path) -> None:
        """Bind the dossier (or what a receiver expects) into a file, in the background; what is missing is issued first."""
        seat, file = self.seat, self.file

        def work(progress: Progress) -> Bound:
            def told(done: int, of: int) -> None:
                progress.at(done / of if of else 0)

            if what == DOSSIER:
                return bind_dossier(seat, file, target, told=told)
            return bind_set(seat, file, what, target, told=told)

        job = run(work, self._bound, self.banner.problem, self)
        job.ended.connect(self._at_rest)
        self._enable(False)
        self.working.watch(job, _("Being bound…"))

    def _enable(self, on: bool) -> None:
        for button in self.buttons:
            button.setEnabled(on)

    def _at_rest(self) -> None:
        self._enable(True)
        self.at.read_again()

    def _bound(self, bound: Bound) -> None:
        said = _("Bound: {sheets} pages. The file lies outside this desk's keeping.").format(sheets=bound.sheets)
        self.say(said, Tone.ACT)
        lines = [
            _("{paper}: not issued, {what}").format(paper=name_of(slot), what=say(missing.what))
            for slot, missing in bound.lacking
        ]
        lines += [
            _("{what} is not shown: {why}. The original is kept.").format(what=one.what, why=say(one.why))
            for one in bound.refused
        ]
        if bound.unscanned:
            lines.append(
                _("{count} papers without their signed copy: the contents say so.").format(count=bound.unscanned)
            )
        self._tell(lines)

    def _tell(self, lines: Sequence[str]) -> None:
        while (item := self.told.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for line in lines:
            words = Words(line, wrap=True)
            words.set_tone(Tone.SOON)
            self.told.addWidget(words)

    # Signed copies.

    def _choose_scans(self) -> None:
        asked = QFileDialog(self, _("The signed copy, scanned"))
        asked.setFileMode(QFileDialog.FileMode.ExistingFiles)
        asked.setNameFilter(f"{_('Scans and photographs')} ({SCANS})")
        asked.filesSelected.connect(lambda names: self.attach([Path(name) for name in names]))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def attach(self, paths: Sequence[Path]) -> None:
        """Let each sheet find its paper by the code in its foot."""
        seat, file = self.seat, self.file

        def done(outcome: tuple[list[Attached], list[NotAttached]]) -> None:
            attached, left = outcome
            if attached:
                self.say(_("{count} papers have their signed copy now.").format(count=len(attached)), Tone.ACT)
            numbers = {path: place for place, path in enumerate(paths, start=1)}
            text = _("File {number}: {why}.")
            self._tell([text.format(number=numbers[one.path], why=say(one.why)) for one in left])
            self.at.read_again()

        job = run(lambda _progress: attach_scans(seat, file, paths), done, self.banner.problem, self)
        self.working.watch(job, _("Taking in …"))


def _state(file: CaseFile) -> Mark:
    """No binding is noted: a dossier that was filed was bound."""
    return Mark.DONE if file.volumes and file.volumes[-1].filed_on else Mark.NOT_YET


BINDING = PageKind("binding", lambda _file: TITLE, lambda at, _item: BindingPage(at), _state)
