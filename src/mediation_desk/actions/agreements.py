"""Writing the agreement and its terms."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.parties import Write
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.writing import case_unit, reach
from mediation_desk.domain.copies import Copies, copies_for
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.records import Agreement, Case, Performance, Term
from mediation_desk.domain.records.agreement import ORAL, WRITTEN
from mediation_desk.domain.roles import AGREE, PERFORM
from mediation_desk.domain.stages import Stage
from mediation_desk.domain.terms import check_schedule

_AGREED_AT = {"written": WRITTEN, "oral": ORAL}
"""Results of a meeting (table ``meeting_result``) that are an agreement, and its form."""


def blank_agreement(seat: Seat, file: CaseFile) -> Agreement:
    """The agreement as the form starts with it: number and facts from the case, the rest from the meeting it came of."""
    last = file.meetings[-1] if file.meetings else None
    agreed = last is not None and last.result in _AGREED_AT
    return Agreement(
        id=seat.desk.store.ids.new(),
        centre_id=file.case.centre_id,
        case_id=file.case.id,
        number=file.case.number,
        form=_AGREED_AT[last.result] if last and agreed else WRITTEN,
        concluded_on=day_in_china(last.at) if last and agreed and last.at else None,
        facts=file.case.facts,
        mediator_ids=last.mediator_ids if last and last.mediator_ids else file.case.mediator_ids,
        recorder=last.recorder if last and last.recorder else file.case.recorder,
        court=file.centre.court,
    )


def save_agreement(
    seat: Seat,
    case: Case,
    agreement: Write[Agreement],
    terms: Sequence[Write[Term]] = (),
    removed: Sequence[Term] = (),
) -> None:
    """Write the agreement with its terms, in one unit; a day on which it was reached takes the case to that stage.

    ``KnownProblem`` when instalments do not add up, or when it has been signed.
    """
    new, was = agreement
    for term, _ in terms:
        check_schedule(term)
    with case_unit(seat, AGREE, case) as unit:
        unit.put(new, was=was)
        for term, old in terms:
            unit.put(term, was=old)
        for term in removed:
            unit.void(term)
        if new.concluded_on is not None:
            stage = Stage.AGREED_ORALLY if new.form == ORAL else Stage.AGREED
            reach(unit, case, stage, new.concluded_on)


def copies_of(file: CaseFile) -> Copies:
    """How many copies are made: one a party, the committee's, and the court's where meant (人民调解法 Art. 29)."""
    agreement = file.agreement
    return copies_for(len(file.parties), court=agreement is not None and agreement.court_copy)


def record_performance(seat: Seat, case: Case, performance: Write[Performance]) -> None:
    """Note what was performed, when and with what proof."""
    new, was = performance
    with case_unit(seat, PERFORM, case) as unit:
        unit.put(new, was=was)
        reach(unit, case, Stage.PERFORMING, new.on)


def name_of(file: CaseFile, party_id: UUID) -> str:
    """A party's name as terms print it."""
    return file.party(party_id).name
