"""A new registration: one short page to get a dispute in; the rest is written in the dossier that opens then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.centre_settings import points
from mediation_desk.actions.drafts import kept_draft
from mediation_desk.actions.known_subjects import subject_known
from mediation_desk.actions.registering import NOBODY, Dispute, Named, register_dispute
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.unfinished import NEW
from mediation_desk.domain.dates import CHINA, parse_date
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Case
from mediation_desk.domain.records.party import APPLICANT, RESPONDENT
from mediation_desk.domain.roles import REGISTER
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, say
from mediation_desk.ui.case.binding import Binding, CodeBinding, TypedBinding
from mediation_desk.ui.case.picks import Picks
from mediation_desk.ui.case.saving import Saving
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.pages.names import Names
from mediation_desk.ui.parts.banner import Banner
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.code_field import CodeField
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.saved_mark import SavedMark
from mediation_desk.ui.parts.text_field import TextField
from mediation_desk.ui.parts.three_columns import SheetWithFoot
from mediation_desk.ui.parts.typed_field import DateField
from mediation_desk.ui.parts.words import title


class RegisterPage(QWidget):
    """``registered`` carries the new case's id, ``left`` asks to go back; what is typed stays as a draft."""

    registered = Signal(object)
    left = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._made: Case | None = None
        self.banner = Banner()
        self.mark = SavedMark()
        self.form = Form()
        self._fill_form()
        self._lay()
        self._empty = self.draft()
        self.saving = Saving(self, seat, self)
        self.saving.kept.connect(self._kept)
        self.saving.failed.connect(self._failed)
        for binding in self._fields.values():
            binding.on_edited(self._touched)
        for side in (self.applicants, self.respondents):
            side.edited.connect(self._touched)
        self._bring_back()

    def _fill_form(self) -> None:
        seat, form = self._seat, self.form
        centres = [c for c in seat.centres() if seat.may(REGISTER, c.id)]
        self.centre = form.add(_("Centre"), Picks([(c.id, c.name) for c in centres], single=True), wide=True)
        self.applicants = form.add(_("Applicants"), Names(seat, self.centre.value), required=True)
        self.respondents = form.add(_("Respondents"), Names(seat, self.centre.value))
        self.kind = form.add(_("Dispute class"), CodeField(table("dispute_class")))
        self.source = form.add(_("Source"), CodeField(table("case_source")))
        self.day = form.add(_("Applied on"), DateField(lambda text: parse_date(text, seat.desk.today)))
        self.written = form.add(_("Applied"), Picks([(True, _("in writing")), (False, _("orally"))], single=True))
        self.point = form.add(_("Point"), Picks([], single=True), wide=True)
        self.claims = form.add(_("Claims"), TextField(2, 6, hint=_("One a line")), wide=True)
        self.facts = form.add(_("Facts of the dispute"), TextField(5, hint=_("Who, when, where, about what")))
        self._fields: dict[str, Binding] = {
            "kind": CodeBinding(self.kind),
            "source": CodeBinding(self.source),
            "day": TypedBinding(self.day),
            "written": Binding(self.written),
            "claims": Binding(self.claims),
            "facts": Binding(self.facts),
            "centre": _IdBinding(self.centre),
            "point": _IdBinding(self.point),
        }
        self.centre.edited.connect(self._offer_points)
        form.show_field(self.centre, len(centres) > 1)
        if centres:
            self.centre.set_value(centres[0].id)
        self._blank()

    def _lay(self) -> None:
        head = QWidget()
        lines = column(head, 0, 8)
        top = row(None, 0, 8)
        top.addWidget(title(_("New case")), 1)
        top.addWidget(self.mark)
        lines.addLayout(top)
        lines.addWidget(self.banner)
        foot = QWidget()
        buttons = row(foot, 0, 8)
        give_up = Button(_("Empty the page"), Weight.QUIET)
        give_up.clicked.connect(self.give_up)
        self.go = Button(_("Register and open the dossier"), Weight.PRIMARY, Key.GO_ON)
        self.go.clicked.connect(self.register)
        buttons.addWidget(give_up)
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        self.sheet = SheetWithFoot(head, self.form, foot)
        column(self, 0, 0).addWidget(self.sheet)

    def _blank(self) -> None:
        for name in ("kind", "source", "claims", "facts"):
            self._fields[name].show("")
        self.day.set_value(self._seat.desk.today)
        self.written.set_value(True)
        self.applicants.clear()
        self.respondents.clear()
        self._offer_points()

    def _begin_anew(self) -> None:
        """Empty, whichever centre is chosen: what was there before is no draft any more."""
        self._blank()
        self._empty = self.draft()

    def _offer_points(self) -> None:
        centre = self.centre.value()
        known = points(self._seat, centre) if centre else []
        self.point.offer([(p.id, p.name) for p in known])
        self.point.set_value(known[0].id if len(known) == 1 else None)
        self.form.show_field(self.point, bool(known))

    @property
    def begins_at(self) -> QWidget:
        """Who comes is asked first."""
        return self.applicants

    def begin(self) -> None:
        """Put the keyboard where one begins."""
        self.applicants.setFocus()

    # What ``Saving`` asks.

    @property
    def draft_key(self) -> str:
        """The name of its draft."""
        return NEW

    @property
    def dirty(self) -> bool:
        """Whether something was typed."""
        return bool(self.draft() != self._empty)

    def draft(self) -> Any:
        """What is on the screen, as JSON."""
        typed = {name: binding.typed() for name, binding in self._fields.items()}
        return typed | {"applicants": self.applicants.draft(), "respondents": self.respondents.draft()}

    def begin_write(self) -> tuple[Callable[[], object], Callable[[], object]] | None:
        """Register what is on the screen; afterwards the page is empty again."""
        dispute = self.dispute()
        if dispute is None:
            return None

        def write() -> None:
            self._made = register_dispute(self._seat, dispute)

        return write, self._begin_anew

    def dispute(self) -> Dispute | None:
        """What is on the screen, or None where no centre may be written to."""
        centre = self.centre.value()
        if centre is None:
            return None
        sides = ((APPLICANT, self.applicants), (RESPONDENT, self.respondents))
        return Dispute(
            centre_id=centre,
            parties=tuple(Named(side, n.name, n.kind, n.known) for side, names in sides for n in names.filled()),
            point_id=self.point.value(),
            in_writing=self.written.value(),
            applied_on=self.day.value(),
            source=self.source.value(),
            dispute_class=self.kind.value(),
            claims=tuple(line.strip() for line in self.claims.value().splitlines() if line.strip()),
            facts=self.facts.value(),
        )

    def register(self) -> None:
        """Register the dispute and open its dossier. What cannot be read, or is missing, is said first."""
        for binding in self._fields.values():
            binding.settle()
        unread = [b for b in self._fields.values() if not b.readable]
        if unread:
            unread[0].widget.setFocus()
        elif not self.applicants.filled():
            self.banner.say(say(KnownProblem(NOBODY).sentence), Tone.SOON)
            self.applicants.setFocus()
        elif self.go.isEnabled():
            self.go.setEnabled(False)
            self.saving.commit(self._done)

    def _done(self) -> None:
        self.go.setEnabled(True)
        made, self._made = self._made, None
        self.mark.setText("")
        self.banner.hide()
        if made is not None:
            self.registered.emit(made.id)

    def _failed(self, problem: KnownProblem) -> None:
        self.go.setEnabled(True)
        self.mark.unsaved()
        self.banner.problem(problem)

    # Drafts.

    def keep_now(self) -> None:
        """Keep a draft and wait for it."""
        self.saving.keep_now()

    def give_up(self) -> None:
        """Empty the page and forget what was typed."""
        self._begin_anew()
        self.saving.forget()
        self.mark.setText("")
        self.banner.hide()
        self.applicants.setFocus()

    def _touched(self) -> None:
        if self.dirty:
            self.mark.writing()
        self.saving.touched()

    def _kept(self, at: datetime) -> None:
        if self.dirty:
            self.mark.set_tone(Tone.PLAIN)
            self.mark.setText(_("Draft kept {time}").format(time=f"{at.astimezone(CHINA):%H:%M:%S}"))

    def _bring_back(self) -> None:
        left = kept_draft(self._seat, NEW)
        if left is None:
            return
        self.saving.adopt()
        content = left.content
        self._fields["centre"].retype(content["centre"])
        self._offer_points()
        for name, binding in self._fields.items():
            if name in content:
                binding.retype(content[name])
        for side, names in (("applicants", self.applicants), ("respondents", self.respondents)):
            names.bring_back(content[side], lambda i: subject_known(self._seat, i))
        self.banner.say(
            _("What you had typed and not saved last time is back."), Tone.ACT, _("Give it up"), self.give_up
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _IdBinding(Binding):
    """A record chosen by identity."""

    def typed(self) -> Any:
        value = self.value()
        return str(value) if value else ""

    def retype(self, typed: Any) -> None:
        self.show(UUID(typed) if typed else None)
