"""A case through its dossier, up to the last meeting: registered, accepted, looked into, mediated."""

from __future__ import annotations

from collections.abc import Sequence

from mediation_desk.domain.records import Case, Evidence, Inquiry, Meeting, Subject
from mediation_desk.reference.language import _
from mediation_desk.ui.case.claim_row import AMOUNT
from mediation_desk.ui.case.picks import Picks
from mediation_desk.ui.keys import Key
from mediation_desk.ui.tour.person import Person
from mediation_desk.ui.tour.told import Row, Told, moment


def register(person: Person, told: Told) -> None:
    """The page for a new case: who, with whom, about what; then its dossier opens."""
    hands, case = person.hands, told.case
    hands.act(Key.NEW_CASE)
    if len(person.desk.seat.centres()) > 1:
        hands.pick(_("Centre"), case["centre"])
    _names(person, _("Applicants"), told.names("申请人"))
    _names(person, _("Respondents"), told.names("被申请人"))
    hands.fill(_("Dispute class"), case["dispute_class"])
    hands.fill(_("Source"), case["source"])
    hands.fill(_("Applied on"), case["applied_on"])
    hands.pick(_("Applied"), _("in writing"))
    hands.fill(_("Claims"), "\n".join(c["text"] for c in case["claims"]))
    hands.fill(_("Facts of the dispute"), case["facts"])
    person.camera.take(f"{told.name}-register")
    hands.act(Key.GO_ON)
    hands.until("the dossier", lambda: person.dossier_open)
    hands.rest()


def _names(person: Person, label: str, names: Sequence[str]) -> None:
    """A name a line; Enter goes to the next one."""
    person.hands.to(label)
    for name in names:
        person.hands.type(name)
        person.hands.act("Return")


def accept(person: Person, told: Told) -> None:
    """What the register says of the case: accepted, by whom, with what risk."""
    case = told.case
    person.go_to("case")
    person.fill(Case, "accepted_on", case["accepted_on"])
    person.fill(Case, "difficulty", case.get("difficulty", ""))
    person.fill(Case, "mediation_kind", case.get("mediation_kind", ""))
    person.pick(Case, "mediator_ids", *case["mediators"])
    person.fill(Case, "recorder", case["recorder"])
    person.fill(Case, "people", str(case.get("people", "")))
    if case.get("risks"):
        person.pick(Case, "risks", *case["risks"])
        person.fill(Case, "risk_report", case["risk_report"])
    person.save()
    person.camera.take(f"{told.name}-accepted")


def claim(person: Person, told: Told) -> None:
    """The sums of what is asked for; the words are there from the registration."""
    person.go_on("claims")
    for one in told.case["claims"]:
        person.hands.to(_("Claim"))
        person.hands.to(_(AMOUNT))
        if "amount" in one:
            person.hands.write(one["amount"])
        person.hands.press("Tab")
    person.save()


def parties(person: Person, told: Told) -> None:
    """Each party: number first, as it brings sex and day of birth along; then agents."""
    person.go_on("parties")
    for place, one in enumerate(told.case["parties"]):
        if place:
            person.hands.button(one["name"])
        _party(person, one)
        person.camera.take(f"{told.name}-party-{place + 1}")
    person.save()


def _party(person: Person, one: Row) -> None:
    if one.get("subject_kind") == "organisation":
        for name in ("credit_code", "representative", "representative_post"):
            person.fill(Subject, name, one[name])
    else:
        for name in ("document_type", "document_number"):
            person.fill(Subject, name, one[name])
        for name in ("ethnicity", "occupation"):
            person.fill(Subject, name, one.get(name, ""))
    person.fill(Subject, "phone", one.get("phone", ""))
    person.fill(Subject, "address", one["address"])
    for agent in one.get("agents", ()):
        _agent(person, agent)
    person.save()


def _agent(person: Person, agent: Row) -> None:
    """A fellow party is chosen by name, and brings his own particulars."""
    hands = person.hands
    hands.button(_("Add an agent"))
    hands.fill(_("Agent"), agent["name"])
    hands.pick(_("Authority"), agent["authority"])
    if "party" in agent:
        return
    hands.fill(_("Relation"), agent.get("relation", ""))
    hands.fill(_("Telephone"), agent.get("phone", ""))


def inquire(person: Person, told: Told) -> None:
    """The inquiries, one page each."""
    for place, one in enumerate(told.case.get("inquiries", ())):
        person.go_to("inquiries")
        if place:
            person.one_more()
        person.fill(Inquiry, "at", _typed(one["at"]))
        for name in ("place", "investigators", "recorder", "questioned", "minutes"):
            person.fill(Inquiry, name, one.get(name, ""))
        person.save()


def prove(person: Person, told: Told) -> None:
    """The list of evidence."""
    for place, one in enumerate(told.case.get("evidence", ())):
        if place:
            person.one_more()
        else:
            person.go_to("evidence")
        for name in ("name", "evidence_kind", "provider", "submitted_on"):
            person.fill(Evidence, name, one.get(name, ""))
        person.fill(Evidence, "pages", str(one.get("pages", "")))
        if one.get("original"):
            person.hands.pick(_("Original or copy"), _("Original"))
        person.fill(Evidence, "proves", one.get("proves", ""))
        person.save()


def meet(person: Person, told: Told, number: int) -> None:
    """The record of one meeting, from 1."""
    one = told.case["meetings"][number - 1]
    person.go_to("meetings")
    if number > 1:
        person.one_more()
    person.fill(Meeting, "at", _typed(one["at"]))
    for name in ("place", "form", "recorder"):
        person.fill(Meeting, name, one[name])
    person.pick(Meeting, "mediator_ids", *one["mediators"])
    picks = person.hands.to(person.label(Meeting, "present_ids"))
    assert isinstance(picks, Picks)
    there = [c.text() for c in picks.picks if c.text().partition("（")[0] in one["present"]]
    person.pick(Meeting, "present_ids", *there)
    person.fill(Meeting, "others", one.get("others", ""))
    person.fill(Meeting, "minutes", one["minutes"])
    person.fill(Meeting, "result", one["result"])
    person.save()
    person.camera.take(f"{told.name}-meeting-{number}")


def _typed(at: str) -> str:
    """As one types a day and an hour."""
    return f"{moment(at):%Y%m%d %H:%M}"
