"""A dispute as it comes to the counter, registered in one go: the case with its parties by name, claims and facts."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.actions.cases import NewParty, blank, register
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Case, Claim, Subject
from mediation_desk.domain.records.party import PERSON
from mediation_desk.domain.words import N_

NOBODY = N_("Write at least the applicant's name. Nothing was registered; what you typed is still on the screen.")


@dataclass(frozen=True, slots=True)
class Named:
    """A party by name, or a subject that is known already. ``side``: a code of the table ``party_side``."""

    side: str
    name: str
    kind: str = PERSON
    known: Subject | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """What is told at the counter. ``claims``: one text each, in order."""

    centre_id: UUID
    parties: tuple[Named, ...]
    point_id: UUID | None = None
    in_writing: bool = True
    applied_on: date | None = None
    source: str = ""
    dispute_class: str = ""
    claims: tuple[str, ...] = ()
    facts: str = ""


def register_dispute(seat: Seat, dispute: Dispute) -> Case:
    """Register it; the case has its number then. ``KnownProblem`` when nobody is named, or he may not register."""
    if not any(p.known or p.name for p in dispute.parties):
        raise KnownProblem(NOBODY)
    case = dataclasses.replace(
        blank(seat, dispute.centre_id),
        point_id=dispute.point_id,
        in_writing=dispute.in_writing,
        applied_on=dispute.applied_on,
        source=dispute.source,
        dispute_class=dispute.dispute_class,
        facts=dispute.facts,
    )
    new_id = seat.desk.store.ids.new
    parties = [
        NewParty(
            p.known or Subject(id=new_id(), centre_id=case.centre_id, name=p.name, subject_kind=p.kind),
            p.side,
            known=p.known is not None,
        )
        for p in dispute.parties
        if p.known or p.name
    ]
    claims = [
        Claim(id=new_id(), centre_id=case.centre_id, case_id=case.id, position=position, text=text)
        for position, text in enumerate(dispute.claims)
    ]
    return register(seat, case, parties, claims)
