"""Registering and accepting a case, and keeping its own facts."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.actions.infix import infix_of
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.writing import case_unit, composed, reach
from mediation_desk.domain.numbers import CaseNumber, format_number
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Case, Centre, Claim, Party, Subject
from mediation_desk.domain.roles import AMEND, REGISTER
from mediation_desk.domain.stages import Stage
from mediation_desk.domain.words import N_
from mediation_desk.records.door import Unit
from mediation_desk.records.numbers import next_serial


@dataclass(frozen=True, slots=True)
class NewParty:
    """A party as it comes to the counter: the subject (new, or known when ``known``) and its side."""

    subject: Subject
    side: str
    known: bool = False


def register(seat: Seat, case: Case, parties: Sequence[NewParty] = (), claims: Sequence[Claim] = ()) -> Case:
    """Register a dispute: the case gets its number, its parties and its first stage, in one unit.

    ``case`` comes from ``blank``; its number is given here, in the year of its application. Returns it as written.
    """
    with seat.write(REGISTER, case.centre_id) as unit:
        on = case.applied_on or case.accepted_on or seat.desk.today
        case = numbered(seat, unit, case, on.year)
        unit.put(case)
        for position, party in enumerate(parties):
            if not party.known:
                unit.put(party.subject)
            unit.put(
                Party(
                    id=unit.new_id(),
                    centre_id=case.centre_id,
                    case_id=case.id,
                    subject_id=party.subject.id,
                    side=party.side,
                    position=position,
                )
            )
        for claim in claims:
            unit.put(claim)
        reach(unit, case, Stage.REGISTERED, on)
        if case.accepted_on:
            reach(unit, case, Stage.ACCEPTED, case.accepted_on)
        if not case.title:
            was, case = case, dataclasses.replace(case, title=composed(unit, case.id))
            unit.put(case, was=was)
    return case


def blank(seat: Seat, centre_id: UUID) -> Case:
    """An empty case of a centre, not written yet and without a number, as the form starts with it."""
    with seat.read() as reader:
        centre = reader.get(Centre, centre_id)
    if centre is None:
        raise KnownProblem(N_("This desk does not serve that centre."))
    return Case(
        id=seat.desk.store.ids.new(),
        centre_id=centre_id,
        number="",
        number_year=seat.desk.today.year,
        number_infix="",
        number_serial=0,
        rules_on=seat.desk.today,
        mediation_kind=centre.mediation_kind,
        applied_on=seat.desk.today,
    )


def numbered(seat: Seat, unit: Unit, case: Case, year: int) -> Case:
    """The case with the next number of its centre, year and this desk's infix."""
    centre = unit.read.get(Centre, case.centre_id)
    assert centre is not None
    infix = infix_of(seat.desk.store)
    serial = next_serial(unit, case.centre_id, year, infix)
    number = format_number(CaseNumber(year, centre.short_name, serial, infix))
    return dataclasses.replace(case, number=number, number_year=year, number_infix=infix, number_serial=serial)


def amend_case(seat: Seat, new: Case, was: Case) -> Case:
    """Change a case's own facts. A day of acceptance given for the first time takes it to that stage."""
    with case_unit(seat, AMEND, new) as unit:
        unit.put(new, was=was)
        if new.accepted_on and not was.accepted_on:
            reach(unit, new, Stage.ACCEPTED, new.accepted_on)
    return new


def change_stage(seat: Seat, case: Case, stage: Stage, on: date) -> None:
    """Take a case to a stage on a day, whatever the usual order (``domain.stages.order_warnings`` says what is odd)."""
    with case_unit(seat, AMEND, case) as unit:
        reach(unit, case, stage, on, again=True)
