"""The rules of the trade that a document is held to before anything of it is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mediation_desk.actions.case_document.entries import Slot, Step
from mediation_desk.actions.case_document.problems import Faults
from mediation_desk.actions.case_document.shape import CaseDocument, PartyPart, SigningPart
from mediation_desk.actions.signing import FUTURE
from mediation_desk.domain.effect import BINDING, Fact
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Signing
from mediation_desk.domain.terms import check_schedule
from mediation_desk.domain.words import N_, Say

EMPTY = N_("this must not be empty")
SIGNING_KEPT = N_("facts of signing are only added: what is recorded stays as it is")

_OF_A_PARTY = BINDING | {Fact.REFUSED}


def check_filled(document: CaseDocument, path: str, faults: Faults) -> None:
    """Names and texts without which an entry says nothing."""
    named = [(f"{path}.parties[{i}].name", p.name) for i, p in enumerate(document.parties)]
    named += [(f"{path}.parties[{i}].side", p.side) for i, p in enumerate(document.parties)]
    named += [(f"{path}.claims[{i}].text", c.text) for i, c in enumerate(document.claims)]
    named += [(f"{path}.evidence[{i}].name", e.name) for i, e in enumerate(document.evidence)]
    for at, text in named:
        if not text.strip():
            faults.add(at, Say(EMPTY))


def check_refs(parties: Sequence[PartyPart], path: str, faults: Faults) -> None:
    """No two parties share a ``ref``."""
    seen: set[str] = set()
    for place, part in enumerate(parties):
        if part.ref is not None and part.ref in seen:
            faults.add(f"{path}.parties[{place}].ref", Say(N_("another party has this ref already")))
        seen.add(part.ref or part.name)


def check_terms(steps: Sequence[Step], faults: Faults) -> None:
    """Instalments add up to the fen, in the order of their days."""
    for step in steps:
        if step.new is None:
            continue
        try:
            check_schedule(step.new)
        except KnownProblem as problem:
            faults.add(f"{step.path}.schedule", problem.sentence)


def check_signings(slots: Sequence[Slot[Signing]], steps: Sequence[Step], today: date, faults: Faults) -> None:
    """New facts say who, and are of days that have come; known ones stay as they are."""
    for slot, step in zip(slots, steps, strict=True):
        if slot.was is not None:
            if step.changes:
                faults.add(slot.path, Say(SIGNING_KEPT))
            continue
        _check_new(slot.part, slot.path, today, faults)


def _check_new(part: SigningPart, path: str, today: date, faults: Faults) -> None:
    if part.fact in _OF_A_PARTY and part.party is None:
        faults.add(f"{path}.party", Say(N_("this fact needs a party")))
    if part.fact is Fact.MEDIATOR_SIGNED and part.mediator is None:
        faults.add(f"{path}.mediator", Say(N_("this fact needs a mediator")))
    if (part.fact is Fact.RETRACTED) != (part.retracts is not None):
        faults.add(f"{path}.retracts", Say(N_("“retracted” names the fact it takes back, and no other fact does")))
    if part.fact is Fact.REFUSED and not part.reason.strip():
        faults.add(f"{path}.reason", Say(N_("a refusal needs its reason")))
    if part.on > today:
        faults.add(f"{path}.on", Say(FUTURE))
