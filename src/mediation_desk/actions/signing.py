"""The facts of signing, as they happen: who, what, when (人民调解法 Arts. 29, 30)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.actions.agreement_paper import NO_AGREEMENT
from mediation_desk.actions.case_file import NO_CASE, CaseFile, read_case
from mediation_desk.actions.papers import stands_as_issued
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.writing import case_unit, reach
from mediation_desk.domain.effect import Effect, EffectState, Fact
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Signing
from mediation_desk.domain.records.agreement import ORAL
from mediation_desk.domain.roles import SIGN
from mediation_desk.domain.stages import Stage
from mediation_desk.domain.words import N_

NOT_ISSUED = N_("The agreement has not been issued yet. Issue and print it first, then record who signed.")
ORAL_NEEDS_NONE = N_("An oral agreement is in effect from the day it was reached; nobody signs it.")
CHANGED_SINCE = N_(
    "The agreement was changed after it was issued. Issue it again (a further draft) before it is signed."
)
FUTURE = N_("The day of signing has not come yet. Nothing was recorded.")


@dataclass(frozen=True, slots=True)
class NewFact:
    """A fact to record. ``by``: who signed for the party (an agent), when it was not himself."""

    fact: Fact
    on: date
    party_id: UUID | None = None
    mediator_id: UUID | None = None
    by: str = ""
    place: str = ""
    witness: str = ""
    reason: str = ""


def record_facts(seat: Seat, file: CaseFile, facts: Sequence[NewFact]) -> Effect:
    """Record facts of signing, in one unit, and say how far the agreement has come with them.

    A written agreement must have been issued, and stand as it was issued. A refusal needs its reason. The day on
    which it takes effect takes the case to performance.
    """
    _check(seat, file, facts)
    assert file.agreement is not None
    paper = file.paper
    with case_unit(seat, SIGN, file.case) as unit:
        for fact in facts:
            unit.put(
                Signing(
                    id=unit.new_id(),
                    centre_id=file.case.centre_id,
                    case_id=file.case.id,
                    agreement_id=file.agreement.id,
                    paper_id=paper.id if paper else None,
                    fact=fact.fact.value,
                    party_id=fact.party_id,
                    mediator_id=fact.mediator_id,
                    by=fact.by,
                    on=fact.on,
                    place=fact.place,
                    witness=fact.witness,
                    reason=fact.reason,
                )
            )
        effect = read_case(seat, unit.read, file.case.id).effect
        assert effect is not None
        if effect.state is EffectState.EFFECTIVE and effect.on is not None:
            reach(unit, file.case, Stage.PERFORMING, effect.on)
    return effect


def take_back(seat: Seat, file: CaseFile, signing: Signing) -> None:
    """Take back a fact that was entered by mistake: a further row says so, the first one stays."""
    with case_unit(seat, SIGN, file.case) as unit:
        unit.put(
            Signing(
                id=unit.new_id(),
                centre_id=signing.centre_id,
                case_id=signing.case_id,
                agreement_id=signing.agreement_id,
                paper_id=signing.paper_id,
                fact=Fact.RETRACTED.value,
                on=seat.desk.today,
                retracts=signing.id,
            )
        )


def _check(seat: Seat, file: CaseFile, facts: Sequence[NewFact]) -> None:
    if file.agreement is None:
        raise KnownProblem(NO_AGREEMENT)
    if file.agreement.form == ORAL:
        raise KnownProblem(ORAL_NEEDS_NONE)
    # What was signed is frozen; a telephone number that changes afterwards no longer matters to the paper.
    if not file.standing_signings and not stands_as_issued(file):
        raise KnownProblem(CHANGED_SINCE if file.paper else NOT_ISSUED)
    for fact in facts:
        if fact.on > seat.desk.today:
            raise KnownProblem(FUTURE)
        if fact.fact is Fact.REFUSED and not fact.reason.strip():
            raise KnownProblem(N_("Write the reason why the party refused to sign, and who witnessed it."))
        if fact.party_id is not None and fact.party_id not in {p.party.id for p in file.parties}:
            raise KnownProblem(NO_CASE)
