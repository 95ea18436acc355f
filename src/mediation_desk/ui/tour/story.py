"""The three cases as they were lived, day by day, from the first visit to the seal."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from mediation_desk.ui.tour import agreeing, dossier
from mediation_desk.ui.tour.person import Person
from mediation_desk.ui.tour.told import Told, day, moment


def begin(person: Person, told: Told) -> None:
    """Registered on the day of the application, accepted on its own."""
    person.on(told.applied)
    dossier.register(person, told)
    person.on(day(told.case["accepted_on"]), time(10, 0))
    dossier.accept(person, told)
    dossier.claim(person, told)
    dossier.parties(person, told)


def look_into(person: Person, told: Told) -> None:
    """Inquiries and evidence, written on the day of the inquiry."""
    for inquiry in told.case.get("inquiries", ()):
        _after(person, inquiry["at"])
    dossier.inquire(person, told)
    dossier.prove(person, told)


def mediate(person: Person, told: Told, *numbers: int) -> None:
    """The meetings (or those of these numbers, from 1), each written up on its own day."""
    for number, meeting in enumerate(told.case["meetings"], start=1):
        if not numbers or number in numbers:
            _after(person, meeting["at"])
            dossier.meet(person, told, number)


def agree(person: Person, told: Told, target: Path | None) -> None:
    """The agreement written, seen as a draft, issued, and saved into ``target`` where one is given."""
    agreeing.write(person, told)
    agreeing.look_at_paper(person, told)
    agreeing.issue(person, told)
    if target is not None:
        agreeing.save_as(person, told, target)


def seal(person: Person, told: Told) -> None:
    """The committee's seal, on its own day."""
    sealed = agreeing.sealed_on(told)
    if sealed != told.concluded:
        person.on(sealed)
    agreeing.seal(person, told)


def conclude(person: Person, told: Told, target: Path | None) -> None:
    """From the last meeting to the seal."""
    agree(person, told, target)
    agreeing.sign(person, told)
    seal(person, told)


def whole(person: Person, told: Told, target: Path | None = None) -> None:
    """All of a case."""
    begin(person, told)
    look_into(person, told)
    mediate(person, told)
    conclude(person, told, target)


def first_day(*told: Told) -> date:
    """The day the story begins."""
    return min(one.applied for one in told)


def _after(person: Person, at: str) -> None:
    """Half an hour after it began."""
    began = moment(at)
    person.on(began.date(), time(began.hour, began.minute + 30) if began.minute < 30 else time(began.hour + 1, 0))
