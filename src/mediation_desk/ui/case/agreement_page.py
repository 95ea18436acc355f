"""调解协议书: the agreement and its terms, written beside the paper they become (人民调解法 Arts. 28–30)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from mediation_desk.actions.agreements import blank_agreement, save_agreement
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.domain.fields import Record
from mediation_desk.domain.records import Agreement, Term
from mediation_desk.domain.records.agreement import ORAL
from mediation_desk.domain.roles import AGREE
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.agreement_form import AgreementForm, name_in
from mediation_desk.ui.case.binding import Binding
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.page import Page
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.paper_side import PaperSide
from mediation_desk.ui.case.term_card import TermCard
from mediation_desk.ui.case.terms_editor import TermsEditor
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.sheet import Scrolled

TITLE = N_("Mediation agreement")
FROZEN = N_("Signed: its content can no longer be changed. What must be corrected is agreed in a further paper.")


class AgreementPage(Page):
    """The agreement is the first of ``bounds``; its terms follow, each a record of its own."""

    purpose: ClassVar[str] = AGREE

    @property
    def name(self) -> str:
        return "agreement"

    def heading(self) -> str:
        return _(TITLE)

    def build(self, file: CaseFile) -> None:
        self.frozen = bool(file.standing_signings)
        self.locked = self.locked or self.frozen
        base = file.agreement or blank_agreement(self.seat, file)
        self.agreement: BoundRecord[Agreement] = self.bound(base, new=file.agreement is None)
        self.fields = AgreementForm(self.agreement, file, self.field)
        parties = [(entry.party.id, entry.name) for entry in file.parties]
        self.terms = TermsEditor(parties, name_in(file), self.today, self._blank_term)
        self.terms.grown.connect(self._grown)
        self.terms.dropped.connect(self._dropped)
        self.terms.edited.connect(self.touched)
        self.body.addWidget(self.terms)
        self.below = Form()
        self.body.addWidget(self.below)
        self.fields.after_terms(self._field_below)
        for term in file.terms:
            self.terms.show_term(term)
        for watched in (self.fields.court_copy, self.fields.form, self.fields.blanks):
            watched.on_edited(self._tell)
        self.side = PaperSide(self)
        column = self.layout()
        assert column is not None
        column.addWidget(self.side.beside)
        self._tell()
        if self.frozen:
            self.say(_(FROZEN), Tone.STOP)

    def _field_below(self, bound: BoundRecord[Any], name: str, binding: Binding | None = None, **how: Any) -> Binding:
        return self.field(bound, name, binding, form=self.below, **how)

    def _blank_term(self, position: int) -> Term:
        return Term(
            id=self.seat.desk.store.ids.new(),
            centre_id=self.agreement.base.centre_id,
            case_id=self.file.case.id,
            agreement_id=self.agreement.base.id,
            position=position,
            term_kind=self.terms.cards[-1].bound.value().term_kind if self.terms.cards else "act",
        )

    def _grown(self, card: TermCard) -> None:
        for name, binding in card.bound.fields.items():
            if binding is not card.position:
                self._where[binding.widget] = (card.bound, name)

        card.unfolded.connect(lambda c: QTimer.singleShot(0, c, lambda: self._bring_up(c)))
        QTimer.singleShot(0, card, lambda: self._bring_up(card))

    def _bring_up(self, card: TermCard) -> None:
        """Show the whole of a term that was opened, from its top."""
        scrolled = self.sheet.findChild(Scrolled)
        if scrolled is not None:
            top = card.mapTo(self._contents, QPoint(0, 0)).y()
            bar = scrolled.verticalScrollBar()
            if not bar.value() <= top <= top + card.height() <= bar.value() + scrolled.viewport().height():
                bar.setValue(top - look().gap(8))

    def keep_in_sight(self) -> None:
        """The page has become narrower or wider: what has the keyboard is still to be seen."""
        QTimer.singleShot(0, self, lambda: self._follow(None, QApplication.focusWidget()))

    def _dropped(self, card: TermCard) -> None:
        self._where = {widget: of for widget, of in self._where.items() if of[0] is not card.bound}

    def focus_field(self, name: str = "") -> None:
        """``terms``, or a field of a term, is the first of them, or the way to write one; ``issue`` is the green button."""
        if name == "issue":
            self.side.main.setFocus()
        elif name == "terms" or (name and name not in self.agreement.fields):
            (self.terms.cards[0] if self.terms.cards else self.terms.add_button).setFocus()
        else:
            super().focus_field(name)

    def _tell(self) -> None:
        """Say what follows from what is chosen."""
        self.fields.show_copies(len(self.file.parties), self.below.say)
        self.below.show_field(self.fields.court.widget, bool(self.fields.court_copy.value()))
        self.fields.show_blanks(self.below.show_field)
        self.side.follow()

    def touched(self) -> None:
        super().touched()
        self.side.follow()

    def declare_blanks(self, chars: Sequence[str]) -> None:
        """Leave these characters blank on the paper, for the hand."""
        held = self.fields.blanks
        self.fields.show_blanks(self.below.show_field, (*held.value(), *chars))
        held.retype([*held.value(), *(c for c in chars if c not in held.value())])

    def print_paper(self) -> None:
        """Print the agreement, issued first where it is not yet."""
        self.side.print_paper()

    def showEvent(self, event: QShowEvent) -> None:
        """What is signed is looked at as it was signed."""
        super().showEvent(event)
        if self.frozen and self.side.beside.fits:
            self.side.show(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.at.columns.give_way(False)

    @property
    def oral(self) -> bool:
        """Whether the agreement is an oral one, by what is chosen now."""
        return bool(self.fields.form.value() == ORAL)

    def as_typed(self) -> CaseFile:
        """The case as it would be with what is on the screen."""
        return dataclasses.replace(self.file, agreement=self.agreement.value(), terms=tuple(self.terms.terms()))

    # Writing. A list of terms differs in more than its records: some are new and empty, some were taken out.

    def _all(self) -> list[BoundRecord[Any]]:
        return [self.agreement, *(card.bound for card in self.terms.cards)]

    def _lock(self) -> None:
        super()._lock()
        self.terms.lock()

    @property
    def dirty(self) -> bool:
        return not self.locked and (bool(self.terms.gone) or any(bound.dirty for bound in self._all()))

    def begin_write(self) -> tuple[Callable[[], object], Callable[[], object]] | None:
        if self.locked:
            return None
        self.bounds = self._all()
        for bound in self.bounds:
            bound.settle()
        kept = [card.bound for card in self.terms.kept()]
        changed = [bound for bound in kept if bound.new or bound.changed]
        if not (self.agreement.changed or changed or self.terms.gone):
            return None
        agreement = (self.agreement.value(), self.agreement.was)
        terms = [(bound, bound.value(), bound.was) for bound in changed]
        gone, case = list(self.terms.gone), self.file.case

        def written() -> None:
            self.agreement.written(agreement[0])
            for bound, value, _was in terms:
                bound.written(value)
            self.terms.gone = [t for t in self.terms.gone if t not in gone]

        pairs = [(value, was) for _bound, value, was in terms]
        return lambda: save_agreement(self.seat, case, agreement, pairs, gone), written

    def records_of(self, file: CaseFile) -> Sequence[Record]:
        return [*filter(None, [file.agreement]), *file.terms]

    # Drafts.

    def draft(self) -> Any:
        return {
            "agreement": self.agreement.draft(),
            "terms": [card.bound.draft() for card in self.terms.kept()],
            "gone": [str(term.id) for term in self.terms.gone],
        }

    def bring_back(self, content: Any) -> None:
        if self.agreement.new or UUID(content["agreement"]["id"]) == self.agreement.base.id:
            self.agreement.bring_back(content["agreement"])
        for own in content["terms"]:
            card = self.terms.card(UUID(own["id"]))
            if card is None and not own["typed"] and not own["new"]:
                continue  # taken out elsewhere, and nothing was typed in it
            if card is None:
                blank = self._blank_term(int(own["typed"].get("position", own["was"]["position"])))
                card = self.terms.show_term(dataclasses.replace(blank, id=UUID(own["id"])), new=True)
            if own["typed"].keys() - {"position"}:
                card.grow()
            card.bound.bring_back(own)
            card.show_text()
        for card in list(self.terms.cards):
            if str(card.bound.base.id) in content["gone"]:
                self.terms.gone.append(card.bound.base)
                self.terms.drop(card)
        self.terms.arrange()
        self._tell()

    def give_up(self) -> None:
        self.agreement.give_up()
        for card in list(self.terms.cards):
            if card.bound.new:
                self.terms.drop(card)
            else:
                card.bound.give_up()
                card.show_text()
        self.terms.gone = []
        self.terms.meet(self.file.terms)
        self.terms.arrange()
        self._tell()
        self.bounds = self._all()
        super().give_up()

    # What others write meanwhile.

    def refresh(self, file: CaseFile) -> None:
        if bool(file.standing_signings) != self.frozen:
            self._thaw_or_freeze(file)
            return
        if self.agreement.new and file.agreement is not None and file.agreement.id != self.agreement.base.id:
            self._join(file.agreement)
        self.terms.meet(file.terms)
        self.bounds = self._all()
        super().refresh(file)
        for card in self.terms.cards:
            card.show_text()
        self.terms.arrange()
        self._tell()

    def _join(self, theirs: Agreement) -> None:
        """Another window has begun the agreement of this case: what is typed here is a change to that one."""
        self.agreement.refresh(theirs)
        for card in self.terms.cards:
            card.bound.base = dataclasses.replace(card.bound.base, agreement_id=theirs.id)

    def _thaw_or_freeze(self, file: CaseFile) -> None:
        """It has been signed, or a signature was taken back, elsewhere: the page is made anew."""
        if self.dirty:
            self.keep_now()
        self.locked = True
        self.at.open_again()


def _state(file: CaseFile) -> Mark:
    if file.agreement is None:
        return Mark.NOT_YET
    return Mark.DONE if file.paper is not None or file.agreement.form == ORAL else Mark.BEGUN


AGREEMENT = PageKind("agreement", lambda _file: TITLE, lambda at, _item: AgreementPage(at), _state)
