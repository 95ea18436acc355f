"""From the terms to the seal: the agreement written, looked at, issued, saved as a file, signed, sealed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from mediation_desk.actions.case_words import TERM_KINDS
from mediation_desk.domain.effect import Fact
from mediation_desk.domain.instalments import monthly_days, split_equally
from mediation_desk.domain.money import format_amount, parse_amount
from mediation_desk.domain.records import Agreement, Term
from mediation_desk.reference.language import _
from mediation_desk.ui.case.agreement_page import AgreementPage
from mediation_desk.ui.case.signing_page import SigningPage
from mediation_desk.ui.case.term_form import TEXT_LABEL
from mediation_desk.ui.keys import Key
from mediation_desk.ui.tour.hands import Stuck
from mediation_desk.ui.tour.person import Person
from mediation_desk.ui.tour.told import Row, Told, day


def write(person: Person, told: Told) -> None:
    """The agreement with its terms."""
    one, hands = told.agreement, person.hands
    person.go_on("agreement")
    person.fill(Agreement, "concluded_on", one["concluded_on"])
    person.pick(Agreement, "mediator_ids", *one["mediators"])
    person.fill(Agreement, "recorder", one["recorder"])
    person.fill(Agreement, "facts", one["facts"])
    for place, term in enumerate(one["terms"], start=1):
        _term(person, term)
        if place == 2:
            person.camera.take(f"{told.name}-instalments")
    hands.press("Escape")
    hands.pick(_("Copies"), _("One for the court") if one["court_copy"] else _("None for the court"))
    if one["court_copy"]:
        person.fill(Agreement, "court", one["court"])
    person.save()


def _term(person: Person, term: Row) -> None:
    """One term; the card opens with the keyboard on its kind."""
    hands = person.hands
    hands.act(Key.ADD)
    person.pick(Term, "term_kind", _(TERM_KINDS[term["term_kind"]]))
    for name in ("obligor_ids", "obligee_ids"):
        if wanted := term.get(name.replace("_ids", "s")):
            person.pick(Term, name, *wanted)
    hands.fill(_(TEXT_LABEL[term["term_kind"]]), term["text"])
    for name in ("amount", "due"):
        person.fill(Term, name, term.get(name, ""))
    if schedule := term.get("schedule"):
        _instalments(person, schedule, parse_amount(term["amount"]))
    for name in ("method", "account", "standard", "consequence"):
        person.fill(Term, name, term.get(name, ""))


def _instalments(person: Person, schedule: list[Row], total: int) -> None:
    """As it is quickest: laid out by months, days typed and the sum split, or row by row."""
    days, amounts = tuple(day(p["due"]) for p in schedule), tuple(parse_amount(p["amount"]) for p in schedule)
    equal = amounts == split_equally(total, len(schedule))
    hands = person.hands
    if equal and days == monthly_days(days[0], len(days)):
        hands.to(_("In how many parts"))
        hands.write(str(len(days)))
        hands.press("Return")
        hands.write(days[0].isoformat())
        hands.press("Return")
        return
    hands.button(_("One more instalment"))
    for place, (due, amount) in enumerate(zip(days, amounts, strict=True), start=1):
        hands.type(due.isoformat())
        hands.press("Return")
        if not equal:
            hands.type(format_amount(amount))
        if place < len(days):
            hands.press("Return")
    if equal:
        hands.button(_("Split equally"))


def look_at_paper(person: Person, told: Told) -> None:
    """The paper beside what is written, with 草稿 across it."""
    person.hands.act(Key.PREVIEW)
    page = _agreement_page(person)
    person.hands.until("the draft of the paper", lambda: page.side.preview.at_rest)
    person.camera.take(f"{told.name}-draft")


def issue(person: Person, told: Told) -> None:
    """The green button issues what has been written."""
    page = _agreement_page(person)
    person.hands.act(Key.GO_ON)
    person.hands.until("the issued paper", lambda: person.space.file.paper is not None and page.side.preview.at_rest)
    person.camera.take(f"{told.name}-issued")


def save_as(person: Person, told: Told, target: Path) -> None:
    """Ctrl+P; whether there is a printer or not, the paper can be saved as a file. ``target`` is not there yet."""
    hands = person.hands
    hands.act(Key.PRINT)
    hands.until("the question of the printer", lambda: _agreement_page(person).side.dialog is not None)
    person.camera.take(f"{told.name}-print")
    hands.button(_("Save as a file (PDF)…"))
    hands.until("the question where to", lambda: isinstance(hands.focus().window(), QFileDialog))
    hands.write(str(target))
    hands.act("Return")
    hands.until("the file", target.is_file)
    hands.rest()


def _agreement_page(person: Person) -> AgreementPage:
    page = person.page
    if not isinstance(page, AgreementPage):
        raise Stuck("the agreement is not open", person.hands.where())
    return page


def sign(person: Person, told: Told) -> None:
    """All parties, then the mediators, each by one press of the green button."""
    person.go_on("signing")
    person.camera.take(f"{told.name}-to-be-signed")
    facts = len([f for f in told.signings if "party" in f])
    _press_and_see(person, facts)
    person.camera.take(f"{told.name}-parties-signed")
    _press_and_see(person, facts + len([f for f in told.signings if "mediator" in f]))
    person.camera.take(f"{told.name}-awaiting-seal")


def seal(person: Person, told: Told) -> None:
    """The committee's seal, on the day on which it was affixed."""
    page, on = person.page, sealed_on(told)
    assert isinstance(page, SigningPage)
    if page.day.value() != on:
        person.hands.fill(_("Day"), on.isoformat(), back=True)
    _press_and_see(person, len(told.signings))
    person.hands.press(Key.OUTLINE)
    person.camera.take(f"{told.name}-sealed")


def sealed_on(told: Told) -> date:
    """The day of the committee's seal."""
    return day(next(f["on"] for f in told.signings if f["fact"] == Fact.COMMITTEE_SEALED))


def _press_and_see(person: Person, facts: int) -> None:
    person.hands.act(Key.GO_ON)
    person.hands.until("the signatures", lambda: len(person.space.file.standing_signings) == facts)
    person.hands.rest()
