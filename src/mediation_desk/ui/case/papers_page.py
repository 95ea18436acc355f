"""全部文书: every paper of the case, what can be issued now, and what is missing for the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.actions.dossier_plan import wanted
from mediation_desk.actions.due import Missing
from mediation_desk.actions.issuing import issue_all
from mediation_desk.actions.paper_slots import PaperSlot
from mediation_desk.actions.papers_at_hand import AtHand, must, papers_at_hand
from mediation_desk.domain.fields import Record
from mediation_desk.domain.records import Paper
from mediation_desk.domain.roles import ISSUE
from mediation_desk.domain.words import N_
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, say
from mediation_desk.ui.case.beside import Beside
from mediation_desk.ui.case.issuing import standing_paper
from mediation_desk.ui.case.missing_line import MissingLine
from mediation_desk.ui.case.page import Page, Pair
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.paper_card import PaperCard, same_slot
from mediation_desk.ui.case.paper_words import kind_name, name_of, state_of
from mediation_desk.ui.keys import Key, bind
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.entries import Entries, Entry
from mediation_desk.ui.parts.words import heading, quiet
from mediation_desk.ui.parts.working import Working
from mediation_desk.ui.work import Progress, run

TITLE = N_("All papers")


class PapersPage(Page):
    """``list`` holds what the case has a paper of; Enter shows one at the side. Beneath, what is missing for the rest."""

    purpose: ClassVar[str] = ISSUE

    @property
    def name(self) -> str:
        return "papers"

    def heading(self) -> str:
        return _(TITLE)

    def build(self, file: CaseFile) -> None:
        self.form.hide()
        self.list = Entries(_(TITLE))
        self.list.chosen.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(lambda _now, _was: self._follow_list())
        self._others = QWidget()
        self.working = Working()
        self.body.setStretchFactor(self.form, 0)
        self.body.addWidget(self.list)
        self.body.addWidget(self._others)
        self.body.addStretch(1)
        self.head.addWidget(self.working)
        self.slots: list[PaperSlot] = []
        self.card = PaperCard(self, lambda: self.file)
        self.card.closed.connect(lambda: self.show_card(False))
        self.card.issued.connect(self._issued)
        self.beside = Beside(self.sheet, self.card, self.at.columns.widest, self.at.columns.give_way)
        back = bind(self.card, Key.PREVIEW, lambda: self.show_card(False))
        self.beside.turned.connect(lambda _shown: back.setEnabled(self.beside.alone))
        whole = self.layout()
        assert whole is not None
        whole.addWidget(self.beside)
        self.preview_button = Button(_("See the paper"), key=Key.PREVIEW)
        self.preview_button.clicked.connect(lambda: self.show_card(not self.beside.opened))
        self.foot.addWidget(self.preview_button)
        self.main = Button(_("Issue all that the dossier needs"), Weight.PRIMARY, Key.GO_ON)
        self.main.clicked.connect(self.issue_all)
        self.foot_end.addWidget(self.main)
        self._show(file)

    def write(self, pairs: Sequence[Pair]) -> None:
        """Nothing waits to be written."""

    def records_of(self, file: CaseFile) -> Sequence[Record]:
        return file.papers

    def focus_field(self, name: str = "") -> None:
        """``name``: a kind of paper, which is shown at once."""
        place = next((n for n, slot in enumerate(self.slots) if name and slot.kind == name), None)
        self.list.setFocus()
        if place is not None:
            self.list.step(place - self.list.currentIndex().row())
            QTimer.singleShot(0, self, lambda: self.show_card(True))

    # Showing.

    def refresh(self, file: CaseFile) -> None:
        super().refresh(file)
        self._show(file)
        self.card.follow()

    def _show(self, file: CaseFile) -> None:
        found = papers_at_hand(file)
        self.slots = [one.slot for one in found if one.slot is not None]
        self.list.show_entries([_entry(file, n, slot) for n, slot in enumerate(self.slots)])
        self._show_others([one for one in found if one.slot is None and not _bound(one.kind)])
        due = [slot for slot in wanted(file) if standing_paper(file, slot) is None]
        self.main.setVisible(bool(due) and self.seat.may(ISSUE, file.case.centre_id) and not self.working.busy)

    def _show_others(self, found: Sequence[AtHand]) -> None:
        fresh = QWidget()
        lines = column(fresh, 0, 4)
        lines.addWidget(heading(_("Not in this case")))
        lines.addWidget(quiet(_("Each line goes to where it would be filled in."), wrap=True))
        for one in found:
            missing = one.lacking[0]
            words = _("{paper}: {what}").format(paper=kind_name(one.kind), what=say(missing.what))
            line = MissingLine(words, Tone.SOON if must(one.kind) else Tone.PLAIN)
            line.clicked.connect(lambda _on=False, m=missing: self._fill_in(m))
            lines.addWidget(line)
        self.body.replaceWidget(self._others, fresh)
        fresh.setVisible(bool(found))
        self._others.hide()
        self._others.deleteLater()
        self._others = fresh

    def _fill_in(self, missing: Missing) -> None:
        self.at.fill_in(missing)

    def _choose(self, place: int) -> None:
        """Enter: first the paper, then the button that does the next thing with it."""
        self.list.step(place - self.list.currentIndex().row())
        self.show_card(True)
        self.card.take_keyboard()

    def _follow_list(self) -> None:
        entry = self.list.current()
        if entry is not None and entry.key < len(self.slots) and self.beside.opened:
            self.card.show_slot(self.slots[entry.key])

    def show_card(self, shown: bool) -> None:
        """Show the paper at the side, or put it away."""
        entry = self.list.current()
        if entry is None:
            return
        self.beside.open(shown)
        if shown:
            self.card.show_slot(self.slots[entry.key], at_once=True)
            if self.beside.alone:
                self.card.take_keyboard()
        else:
            self.list.setFocus()

    def _issued(self, _paper: Paper) -> None:
        """The list says it; the keyboard stays with the paper."""
        if self.card.slot is not None:
            now = same_slot(self.file, self.card.slot)
            place = next((n for n, slot in enumerate(self.slots) if slot == now), None)
            if place is not None:
                self.list.step(place - self.list.currentIndex().row())

    def print_paper(self) -> None:
        """Print the paper that is chosen."""
        self.show_card(True)
        self.card.print_paper()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.at.columns.give_way(False)

    # All at once.

    def issue_all(self) -> None:
        """Issue what the dossier needs and does not have, in the background."""
        if self.working.busy:
            return
        seat, file = self.seat, self.file
        many = max(1, len(wanted(file)))

        def work(progress: Progress) -> int:
            asked = 0

            def next_ones(now: CaseFile) -> Sequence[PaperSlot]:
                nonlocal asked
                progress.at(min(1.0, asked / many))
                asked += 1
                return wanted(now)

            issue_all(seat, file, next_ones)
            now = load(seat, file.case.id)
            return len(now.papers) - len(file.papers)

        def done(made: int) -> None:
            self.say(_("{count} papers were issued.").format(count=made), Tone.ACT)
            self.at.read_again()

        job = run(work, done, self.banner.problem, self)
        job.ended.connect(self.at.read_again)
        self.working.watch(job, _("Being issued…"))
        self.main.hide()


def _bound(kind: str) -> bool:
    return table("paper_kind")[kind].attributes.get("bound") == "yes"


def _entry(file: CaseFile, place: int, slot: PaperSlot) -> Entry:
    mark, words, tone = state_of(file, slot)
    return Entry(place, name_of(slot), mark, "", detail=words, tone=tone)


def _count(file: CaseFile) -> int | None:
    return len({(p.paper_kind, p.agreement_id or p.subject_id) for p in file.papers}) or None


def _state(file: CaseFile) -> Mark:
    if not file.papers:
        return Mark.NOT_YET
    due = [slot for slot in wanted(file) if standing_paper(file, slot) is None]
    return Mark.BEGUN if due else Mark.DONE


PAPERS = PageKind("papers", lambda _file: TITLE, lambda at, _item: PapersPage(at), _state, _count)
