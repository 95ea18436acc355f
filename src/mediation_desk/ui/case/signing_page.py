"""签署: who signed, sealed, refused, and had his copy; facts are added, and a mistaken one is taken back (Art. 29)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from mediation_desk.actions.case_file import CaseFile, PartyEntry
from mediation_desk.actions.signers import (
    Signer,
    Step,
    committee_of,
    facts_of_step,
    mediators_of,
    next_step,
    parties_of,
)
from mediation_desk.actions.signing import NewFact, record_facts, take_back
from mediation_desk.domain.dates import CHINA, day_in_china
from mediation_desk.domain.effect import FACT_LABELS, EffectState, Fact
from mediation_desk.domain.fields import Record
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Signing
from mediation_desk.domain.roles import SIGN
from mediation_desk.domain.words import N_
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, chosen
from mediation_desk.ui.case.fact_dialog import FactDialog
from mediation_desk.ui.case.fields import day, line
from mediation_desk.ui.case.page import Page
from mediation_desk.ui.case.page_kind import Address, PageKind
from mediation_desk.ui.case.signer_row import SignerRow
from mediation_desk.ui.case.signing_state import SigningState, before_signing
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.words import heading
from mediation_desk.ui.work import run

TITLE = N_("Signing")
_DOES = {
    Step.PARTIES: N_("All parties signed on {day}"),
    Step.MEDIATORS: N_("Mediators signed on {day}"),
    Step.SEAL: N_("Seal affixed on {day}"),
    Step.DELIVERY: N_("All have had their copies on {day}"),
}


class SigningPage(Page):
    """Nothing on it is a draft: each press records facts, with the day and place that stand above the names."""

    purpose: ClassVar[str] = SIGN

    @property
    def name(self) -> str:
        return "signing"

    def heading(self) -> str:
        return _(TITLE)

    def build(self, file: CaseFile) -> None:
        self.asked: Ask | None = None
        self._busy = False
        self.day = day(self.today)
        self.place_of = line()
        self.form.add(_("Day"), self.day.widget)
        self.form.add(_("Place"), self.place_of.widget)
        self.day.show(self.today())
        self.place_of.show(_usual_place(file))
        self.form.setVisible(False)
        self.body.setStretchFactor(self.form, 0)
        self.rows: list[SignerRow] = []
        self._shown = QWidget()
        self.body.insertWidget(0, self._shown)
        self._listed = QWidget()
        self.body.addWidget(self._listed)
        self.body.addStretch(1)
        self.paper_button = Button(_("See the paper"), key=Key.PREVIEW)
        self.paper_button.clicked.connect(lambda: self.at.go(Address("agreement")))
        self.foot.addWidget(self.paper_button)
        self.main = Button("", Weight.PRIMARY, Key.GO_ON)
        self.main.clicked.connect(self._do_next)
        self.foot_end.addWidget(self.main)
        self.day.on_edited(self._show_main)
        self._show(file)

    def write(self, pairs: Sequence[object]) -> None:
        """Nothing waits to be written."""

    def records_of(self, file: CaseFile) -> Sequence[Record]:
        return file.signings

    def focus_field(self, name: str = "") -> None:
        self.main.setFocus() if self.main.isVisibleTo(self) else self.paper_button.setFocus()

    # Showing.

    def refresh(self, file: CaseFile) -> None:
        super().refresh(file)
        held = self._held_row()
        self._show(file)
        if held is not None:
            self._hold(held)

    def _held_row(self) -> tuple[object, object] | None:
        focus = self.focusWidget()
        row = next((r for r in self.rows if focus is not None and focus.hasFocus() and r.isAncestorOf(focus)), None)
        return (row.signer.party_id, row.signer.mediator_id) if row else None

    def _hold(self, of: tuple[object, object]) -> None:
        row = next((r for r in self.rows if (r.signer.party_id, r.signer.mediator_id) == of), None)
        button = row.findChild(Button) if row else None
        (button or self.main).setFocus()

    def _show(self, file: CaseFile) -> None:
        state = SigningState(file, self.today(), lambda: self.at.go(Address("agreement")))
        self.body.replaceWidget(self._shown, state)
        self._shown.deleteLater()
        self._shown = state
        open_now = not before_signing(file)
        self.form.setVisible(open_now and not self.locked)
        self.paper_button.setVisible(open_now)
        fresh = QWidget()
        self.rows = []
        if open_now:
            self._lay_rows(file, fresh)
        self.body.replaceWidget(self._listed, fresh)
        self._listed.deleteLater()
        self._listed = fresh
        self._show_main()

    def _lay_rows(self, file: CaseFile, into: QWidget) -> None:
        lines = column(into, 0, 4)
        effective = file.effect is not None and file.effect.state is EffectState.EFFECTIVE
        parts: list[tuple[str, list[tuple[Signer, str]]]] = [
            (_("Parties"), [(s, _side(e)) for s, e in zip(parties_of(file), file.parties, strict=True)]),
            (_("Mediators"), [(s, "") for s in mediators_of(file)]),
            (_("Committee's seal"), [(committee_of(file), "")]),
        ]
        for name, signers in parts:
            if not signers:
                continue
            lines.addWidget(heading(name))
            for signer, about in signers:
                row = SignerRow(signer, about, locked=self.locked, effective=effective)
                row.usual.connect(self._record_usual)
                row.other.connect(self._ask_other)
                row.fact.connect(self._ask_take_back)
                lines.addWidget(row)
                self.rows.append(row)

    def _show_main(self) -> None:
        step, _signers = next_step(self.file)
        on = self.day.value()
        shown = not self.locked and not before_signing(self.file) and step in _DOES and on is not None
        self.main.setVisible(shown)
        if shown and on is not None:
            told = _("today") if on == self.today() else f"{on:%m-%d}"
            self.main.setText(_(_DOES[step]).format(day=told))

    # Recording.

    def _do_next(self) -> None:
        self.day.settle()
        step, signers = next_step(self.file)
        on = self.day.value()
        if on is not None and step in _DOES:
            self._record(facts_of_step(step, signers, on, self.place_of.value()))

    def _record_usual(self, signer: Signer, usual: tuple[Fact, ...]) -> None:
        self.day.settle()
        on = self.day.value()
        if on is None:
            self.say(_("Type the day."), Tone.SOON)
            self.day.widget.setFocus()
        else:
            self._record(signer.new(usual, on, self.place_of.value()))

    def _ask_other(self, signer: Signer) -> None:
        self.day.settle()
        on = self.day.value() or self.today()
        asked = FactDialog(signer, self.today, on, self.place_of.value(), self.window())
        asked.told.connect(self._record)
        self._open(asked)

    def _record(self, facts: list[NewFact]) -> None:
        if self._busy:
            return
        self._busy = True
        file = self.file
        run(lambda _progress: record_facts(self.seat, file, facts), lambda _effect: self._done(), self._refused, self)

    def _ask_take_back(self, signing: Signing) -> None:
        words = f"{signing.on} {_(FACT_LABELS[Fact(signing.fact)])}"
        told = _("It was entered by mistake. A further entry says so; both stay in the record.")
        asked = Ask(_("Take back: {fact}?").format(fact=words), told, self.window())
        go = asked.goes_on(_("Take it back"), Weight.DANGER)
        go.clicked.connect(asked.accept)
        asked.accepted.connect(lambda: self._take_back(signing))
        self._open(asked)

    def _take_back(self, signing: Signing) -> None:
        file = self.file
        run(lambda _progress: take_back(self.seat, file, signing), lambda _n: self._done(), self._refused, self)

    def _open(self, asked: Ask) -> None:
        self.asked = asked
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _done(self) -> None:
        self._busy = False
        self.mark.saved(self.seat.desk.store.clock().astimezone(CHINA).time())
        self.banner.hide()
        self.at.read_again()

    def _refused(self, problem: KnownProblem) -> None:
        self._busy = False
        self.banner.problem(problem)


def _usual_place(file: CaseFile) -> str:
    """Where the agreement was reached: there it is mostly signed."""
    reached = file.agreement.concluded_on if file.agreement else None
    met = [m for m in file.meetings if m.at is not None and day_in_china(m.at) == reached]
    return met[-1].place if met else ""


def _side(entry: PartyEntry) -> str:
    sides = table("party_side")
    return sides[entry.party.side].name(chosen()) if entry.party.side in sides else entry.party.side


def _state(file: CaseFile) -> Mark:
    effect = file.effect
    if effect is None or effect.state is EffectState.UNSIGNED:
        return Mark.NOT_YET
    return Mark.DONE if effect.state is EffectState.EFFECTIVE else Mark.BEGUN


SIGNING = PageKind("signing", lambda _file: TITLE, lambda at, _item: SigningPage(at), _state)
