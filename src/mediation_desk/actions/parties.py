"""Keeping the parties of a case and what they ask for."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TypeVar

from mediation_desk.actions.seat import Seat
from mediation_desk.actions.writing import case_unit
from mediation_desk.domain.fields import Record
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Agreement, Case, Claim, Party, Subject, Term
from mediation_desk.domain.roles import AMEND
from mediation_desk.domain.words import N_
from mediation_desk.records.door import SIGNED, is_signed

R = TypeVar("R", bound=Record)
Write = tuple[R, R | None]
"""A record as it is to be, with the one it was read as (``None`` when it is new)."""

NAMED_IN_TERMS = N_("This party is named in a term of the agreement. Change the term first; nothing was taken out.")


def save_party(seat: Seat, case: Case, subject: Write[Subject], party: Write[Party]) -> None:
    """Write a party and the subject it stands for, in one unit. The subject's data change in all its cases."""
    with case_unit(seat, AMEND, case) as unit:
        unit.put(subject[0], was=subject[1])
        unit.put(party[0], was=party[1])


def order_parties(seat: Seat, case: Case, ordered: Sequence[Party]) -> None:
    """Put the parties of the case into this order, in which papers name them."""
    with case_unit(seat, AMEND, case) as unit:
        for position, party in enumerate(ordered):
            unit.put(dataclasses.replace(party, position=position), was=party)


def remove_party(seat: Seat, case: Case, party: Party) -> None:
    """Take a party out of the case; the subject stays for its other cases."""
    with case_unit(seat, AMEND, case) as unit:
        if any(is_signed(unit.connection, a.id) for a in unit.read.of_case(Agreement, case.id)):
            raise KnownProblem(SIGNED)
        for term in unit.read.of_case(Term, case.id):
            if party.id in (*term.obligor_ids, *term.obligee_ids):
                raise KnownProblem(NAMED_IN_TERMS)
        unit.void(party)


def save_claims(seat: Seat, case: Case, claims: Sequence[Write[Claim]], removed: Sequence[Claim] = ()) -> None:
    """Write the list of claims as a whole, in one unit."""
    with case_unit(seat, AMEND, case) as unit:
        for new, was in claims:
            unit.put(new, was=was)
        for claim in removed:
            unit.void(claim)
