"""The number of a case in a document: given by the desk, or brought along by an old case."""

from __future__ import annotations

import dataclasses
import unicodedata

from mediation_desk.actions.case_document.problems import Faults
from mediation_desk.actions.cases import numbered
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.numbers import CaseNumber, parse_number
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Agreement, Case
from mediation_desk.domain.words import N_, Say
from mediation_desk.records.door import SIGNED, Unit, is_signed

LONGEST = 60
TAKEN = N_("a case has this number already; to amend it, give its id and revision (“show --json”)")


def with_number(
    seat: Seat, unit: Unit, case: Case, given: str | None, was: Case | None, path: str, faults: Faults
) -> Case:
    """The case with the number its document gives it; a new one without gets the next of its year from the desk.

    An old number of another shape is kept as it stands on its paper.
    """
    year = (case.applied_on or case.accepted_on or seat.desk.today).year
    if given is None:
        return case if was is not None else numbered(seat, unit, case, year)
    if was is not None and given == was.number:
        return case
    text = unicodedata.normalize("NFC", given).strip()
    if not text or len(text) > LONGEST or not text.isprintable():
        faults.add(f"{path}.number", Say(N_("a number has 1 to {most} characters, on one line"), {"most": LONGEST}))
    elif was is not None and _signed(unit, was):
        faults.add(f"{path}.number", Say(SIGNED))
    elif unit.read.find(Case, centre_id=case.centre_id, number=text):
        faults.add(f"{path}.number", Say(TAKEN))
    number = _parts(text, year)
    return dataclasses.replace(
        case, number=text, number_year=number.year, number_infix=number.infix, number_serial=number.serial
    )


def _signed(unit: Unit, case: Case) -> bool:
    return any(is_signed(unit.connection, agreement.id) for agreement in unit.read.of_case(Agreement, case.id))


def _parts(text: str, year: int) -> CaseNumber:
    try:
        return parse_number(text)
    except KnownProblem:
        return CaseNumber(year, "", 0)  # no serial: the desk's own numbers are counted without it
