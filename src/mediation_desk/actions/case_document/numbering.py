"""The number of a case in a document: given by the desk, or brought along by an old case."""

from __future__ import annotations

import dataclasses

from mediation_desk.actions.case_document.problems import Faults
from mediation_desk.actions.cases import numbered
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.numbers import parse_number
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Case
from mediation_desk.domain.words import N_, Say
from mediation_desk.records.door import Unit


def with_number(
    seat: Seat, unit: Unit, case: Case, given: str | None, was: Case | None, path: str, faults: Faults
) -> Case:
    """The case with the number its document gives it; a new one without gets the next of its year from the desk."""
    if given is None:
        if was is not None:
            return case
        day = case.applied_on or case.accepted_on or seat.desk.today
        return numbered(seat, unit, case, day.year)
    if was is not None and given == was.number:
        return case
    at = f"{path}.number"
    try:
        number = parse_number(given)
    except KnownProblem as problem:
        faults.add(at, problem.sentence)
        return case
    if unit.read.find(Case, centre_id=case.centre_id, number=given):
        faults.add(at, Say(N_("a case has this number already; to amend it, give its id and revision (“show --json”)")))
    return dataclasses.replace(
        case,
        number=given,
        number_year=number.year,
        number_infix=number.infix,
        number_serial=number.serial,
    )
