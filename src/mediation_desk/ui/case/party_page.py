"""当事人: who takes part, a person or an organisation, with agents and guardian."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile, PartyEntry
from mediation_desk.actions.due import Missing
from mediation_desk.actions.known_subjects import subject_known
from mediation_desk.actions.parties import order_parties, remove_party, save_party
from mediation_desk.domain.age import Capacity, capacity_by_age, full_years
from mediation_desk.domain.fields import Record
from mediation_desk.domain.records import Party, Subject
from mediation_desk.domain.records.party import APPLICANT, ORGANISATION, PERSON, RESPONDENT
from mediation_desk.domain.roles import AMEND
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.agents_field import AgentsBinding
from mediation_desk.ui.case.binding import Binding
from mediation_desk.ui.case.contents import side_of
from mediation_desk.ui.case.fields import codes_of, day, one_of
from mediation_desk.ui.case.item_page import ItemPage
from mediation_desk.ui.case.item_strip import Item
from mediation_desk.ui.case.known_party import KnownParty
from mediation_desk.ui.case.numbers import CodeNumber, DocumentNumber, phone_number
from mediation_desk.ui.case.page import Pair
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.party_names import remark_on_name
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.parts.button import Button, Weight

TITLE = N_("Parties and proof of identity")
_OF_PERSONS = ("document_type", "document_number", "sex", "born_on", "ethnicity", "occupation", "limited")
_OF_ORGANISATIONS = ("credit_code", "representative", "representative_post")


@dataclasses.dataclass(frozen=True, slots=True)
class _Listed:
    """A party under its own identity, as the strip lists it."""

    id: UUID
    entry: PartyEntry


class PartyPage(ItemPage):
    """One party: the subject, known over all its cases, and its part in this one."""

    purpose: ClassVar[str] = AMEND
    needed = ("name",)
    kind = "parties"
    one = "party"

    def heading(self) -> str:
        return _("Party")

    def items(self, file: CaseFile) -> Sequence[_Listed]:
        return [_Listed(p.party.id, p) for p in file.parties]

    def item_words(self, file: CaseFile, item: UUID, number: int) -> Item:
        entry = next((p for p in file.parties if p.party.id == item), None)
        if entry is None:
            return Item(item, _("New party"))
        return Item(item, entry.name, side_of(entry.party))

    def add_words(self) -> str:
        return _("One more party")

    def blank(self, file: CaseFile) -> tuple[Subject, Party]:
        """A party as the form begins with it: the side that is still missing."""
        case, new_id = file.case, self.seat.desk.store.ids.new
        sides = {p.party.side for p in file.parties}
        side = RESPONDENT if APPLICANT in sides else APPLICANT
        subject = Subject(id=new_id(), centre_id=case.centre_id, name="", document_type="111")
        party = Party(
            id=self.blank_id,
            centre_id=case.centre_id,
            case_id=case.id,
            subject_id=subject.id,
            side=side,
            position=len(file.parties),
        )
        return subject, party

    def build(self, file: CaseFile) -> None:
        entry = next((p for p in file.parties if p.party.id == self.item), None)
        subject, party = (entry.subject, entry.party) if entry else self.blank(file)
        self.subject = self.bound(subject, new=entry is None)
        self.party = self.bound(party, new=entry is None)
        fellows = {p.name: p.party.id for p in file.parties if p.party.id != self.item}
        who, part, field = self.subject, self.party, self.field
        field(part, "side", one_of(codes_of("party_side")), wide=True)
        field(who, "subject_kind", one_of([(PERSON, _("Person")), (ORGANISATION, _("Organisation"))]), wide=True)
        field(who, "name", wide=True)
        field(who, "document_type")
        self.document = DocumentNumber(self._document_type, self.today)
        field(who, "document_number", self.document)
        field(who, "sex")
        field(who, "born_on", day(self.today, self._age))
        field(who, "ethnicity")
        field(who, "credit_code", CodeNumber())
        field(who, "representative")
        field(who, "representative_post")
        field(who, "occupation")
        field(who, "phone", phone_number())
        field(who, "address", wide=True)
        field(
            part, "limited", one_of([(False, _("Full capacity")), (True, _("Limited capacity"))]), label=_("Capacity")
        )
        field(part, "guardian")
        field(part, "agents", AgentsBinding(fellows), wide=True)
        self._listen()
        if entry is None:
            self._offer_known(file)
        self._fit()
        self._foot_buttons(file, entry)

    def _listen(self) -> None:
        remark_on_name(
            self.subject.fields["name"].widget, lambda: self.subject.fields["subject_kind"].value() == PERSON
        )
        for name in ("subject_kind", "born_on"):
            self.subject.fields[name].on_edited(self._fit)
        self.party.fields["limited"].on_edited(self._fit)
        self.subject.fields["document_type"].on_edited(self.document.look_again)
        self.document.on_understood(self._fill_in)

    def _offer_known(self, file: CaseFile) -> None:
        """A new party may have been one before; then the case points to the same subject."""
        here = {p.subject.id for p in file.parties}
        known = KnownParty(self.seat, file.case.centre_id, here, self.banner, self._is_known, self)

        def listen(binding: Binding) -> None:
            binding.on_settled(lambda: known.look_up(str(binding.value())))

        for name in ("name", "document_number", "credit_code"):
            listen(self.subject.fields[name])

    def _is_known(self, subject: Subject) -> None:
        self.subject.become(subject)
        self.party.base = dataclasses.replace(self.party.base, subject_id=subject.id)
        self.party.wanted = True
        self._fit()
        self.touched()

    def _document_type(self) -> str:
        return str(self.subject.fields["document_type"].value())

    def _age(self, born: date) -> str:
        years = full_years(born, self.today())
        return "" if years is None else _("{age} years").format(age=years)

    def _fill_in(self, sex: str, born: date | None) -> None:
        """The number says sex and birth; they never say anything about the number."""
        if sex:
            self.subject.fields["sex"].put(sex)
        if born:
            self.subject.fields["born_on"].put(born)
        self._fit()

    def _fit(self) -> None:
        """Ask a person and an organisation for their own things only."""
        person = self.subject.fields["subject_kind"].value() == PERSON
        for name in _OF_PERSONS:
            self._show_field(name, shown=person)
        for name in _OF_ORGANISATIONS:
            self._show_field(name, shown=not person)
        self._show_field("guardian", shown=person and self._needs_guardian())

    def _show_field(self, name: str, *, shown: bool) -> None:
        binding = self.subject.fields.get(name) or self.party.fields[name]
        if self.form.row(binding.widget).isHidden() == shown:
            self.form.show_field(binding.widget, shown)

    def _needs_guardian(self) -> bool:
        born = self.subject.fields["born_on"].value()
        minor = born is not None and capacity_by_age(born, self.today()) is not Capacity.FULL
        fields = self.party.fields
        return bool(minor or fields["limited"].value() or fields["guardian"].value())

    def _foot_buttons(self, file: CaseFile, entry: PartyEntry | None) -> None:
        if entry is not None and len(file.parties) > 1 and not self.locked:
            for mark, words, by in ((Mark.UP, _("Name earlier"), -1), (Mark.DOWN, _("Name later"), 1)):
                button = Button("", Weight.QUIET, mark=mark)
                button.setAccessibleName(words)
                button.setToolTip(words)
                button.clicked.connect(lambda _on=False, b=by: self.commit(lambda: self._move(b)))
                self.foot.addWidget(button)
        self.add_take_out(_("Take out of the case"))
        self.goes_on_to_next()

    def _move(self, by: int) -> None:
        parties = [p.party for p in self.file.parties]
        now = next((n for n, p in enumerate(parties) if p.id == self.item), None)
        if now is None or not 0 <= now + by < len(parties):
            return
        parties.insert(now + by, parties.pop(now))
        seat, case = self.seat, self.file.case
        self.do(lambda: order_parties(seat, case, parties))

    def records_of(self, file: CaseFile) -> Sequence[Record]:
        return [*(p.subject for p in file.parties), *(p.party for p in file.parties)]

    def write(self, pairs: Sequence[Pair]) -> None:
        save_party(self.seat, self.file.case, pairs[0], pairs[1])

    def bring_back(self, content: Any) -> None:
        told = content[0] if content else None
        if self.fresh and told and not told["new"]:
            known = subject_known(self.seat, UUID(told["id"]))
            if known is not None:
                self._is_known(known)
        super().bring_back(content)
        if self.fresh:
            self.party.base = dataclasses.replace(self.party.base, subject_id=self.subject.base.id)
        self._fit()

    def take_out(self) -> Callable[[], object]:
        seat, case, party = self.seat, self.file.case, self.party.base
        return lambda: remove_party(seat, case, party)


def _state(file: CaseFile) -> Mark:
    if not file.parties:
        return Mark.NOT_YET
    sides = {p.party.side for p in file.parties}
    known = all(
        p.subject.document_number or p.subject.document_type == "none"
        if p.subject.subject_kind == PERSON
        else p.subject.credit_code
        for p in file.parties
    )
    return Mark.DONE if known and {APPLICANT, RESPONDENT} <= sides else Mark.BEGUN


def _item(file: CaseFile, missing: Missing) -> UUID | None:
    """A sentence about somebody by name means that party."""
    name = missing.what.values.get("name")
    return next((p.party.id for p in file.parties if p.name == name), None)


PARTIES = PageKind(
    "parties", lambda _file: TITLE, PartyPage, _state, lambda f: len(f.parties) or None, one="party", item_of=_item
)
