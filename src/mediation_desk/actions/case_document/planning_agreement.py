"""What a document's agreement asks to be written: the agreement, its terms, the facts of its signing, its performance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from mediation_desk.actions.case_document.entries import NO_ENTRY, Slot, Step, entry, left_out, matched, steps_of
from mediation_desk.actions.case_document.rules import SIGNING_KEPT, check_signings, check_terms
from mediation_desk.actions.case_document.shape import AgreementPart
from mediation_desk.actions.case_document.showing import own
from mediation_desk.actions.case_document.values import Reading
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.domain.effect import Fact
from mediation_desk.domain.fields import CaseRecord
from mediation_desk.domain.records import Agreement, Case, Performance, Signing, Term
from mediation_desk.domain.words import Say


def agreement_steps(
    part: AgreementPart | None,
    before: CaseFile | None,
    path: str,
    case: Case,
    reading: Reading,
    new_id: Callable[[], UUID],
    today: date,
) -> list[Step]:
    """The writes, in the order in which they may be made: what takes a signature back, then the content, then the rest."""
    was = before.agreement if before else None
    terms: list[Term] = own(before, before.terms) if before else []
    signings: list[Signing] = own(before, before.signings) if before else []
    performances: list[Performance] = own(before, before.performances) if before else []
    if part is None:
        if signings:
            reading.faults.add(path, Say(SIGNING_KEPT))
        gone: list[CaseRecord] = [*performances, *terms, *([was] if was else [])]
        return [Step(path, None, record) for record in gone]

    slot, agreement = _agreement(part, was, path, case, reading, new_id)
    mine = {"agreement_id": slot.id}
    term_slots = matched(part.terms, terms, f"{path}.terms", reading.faults, new_id)
    fact_slots = matched(part.signings, signings, f"{path}.signings", reading.faults, new_id)
    done_slots = matched(part.performances, performances, f"{path}.performances", reading.faults, new_id)
    inside = replace(
        reading,
        names=replace(reading.names, terms=[s.id for s in term_slots], signings=[s.id for s in fact_slots]),
    )
    term_steps = steps_of(Term, term_slots, case, inside, ordered=True, **mine)
    fact_steps = steps_of(Signing, fact_slots, case, inside, ordered=False, **mine)
    done_steps = steps_of(Performance, done_slots, case, inside, ordered=False, **mine)
    check_terms(term_steps, reading.faults)
    check_signings(fact_slots, fact_steps, today, reading.faults)
    if left_out(fact_slots, signings, path):
        reading.faults.add(f"{path}.signings", Say(SIGNING_KEPT))
    return [
        *_taking_back(fact_steps, signings),
        Step(path, agreement, was),
        *term_steps,
        *left_out(term_slots, terms, f"{path}.terms"),
        *(s for s in fact_steps if not _takes_back(s, signings)),
        *done_steps,
        *left_out(done_slots, performances, f"{path}.performances"),
    ]


def _agreement(
    part: AgreementPart,
    was: Agreement | None,
    path: str,
    case: Case,
    reading: Reading,
    new_id: Callable[[], UUID],
) -> tuple[Slot[Agreement], Agreement]:
    # A case has one agreement: the document's is that one, whether it names its id or not.
    stands = was if was is not None and part.id in (None, was.id) else None
    if part.id is not None and stands is None:
        reading.faults.add(f"{path}.id", Say(NO_ENTRY))
    slot = Slot(path, part, new_id() if stands is None else stands.id, stands)
    agreement = entry(Agreement, slot, case, reading)
    if part.number is None:
        agreement = replace(agreement, number=stands.number if stands else case.number)
    return slot, agreement


def _taking_back(steps: Sequence[Step], signings: Sequence[Signing]) -> list[Step]:
    return [s for s in steps if _takes_back(s, signings)]


def _takes_back(step: Step, signings: Sequence[Signing]) -> bool:
    """Whether a step takes back a fact that stood before: only then may the content change again."""
    new = step.new
    return step.was is None and new.fact == Fact.RETRACTED and new.retracts in {s.id for s in signings}
