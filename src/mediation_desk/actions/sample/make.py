"""Making the sample desk: set up, three cases told in full, twenty-seven more, and how to sign in to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from mediation_desk.actions.accounts import add_account, grant_role
from mediation_desk.actions.case_document import record
from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.actions.desk import Desk, system_random
from mediation_desk.actions.papers import issue
from mediation_desk.actions.sample.course import Signed
from mediation_desk.actions.sample.invent import Invented, invent_cases
from mediation_desk.actions.sample.plan import (
    CASES,
    SampleAccount,
    case_bytes,
    centre_rows,
    sample_accounts,
    sample_plan,
    signings_of,
)
from mediation_desk.actions.seat import Seat, take_seat
from mediation_desk.actions.set_up import set_up
from mediation_desk.actions.signing import NewFact, record_facts
from mediation_desk.domain.effect import Fact
from mediation_desk.domain.records import Account
from mediation_desk.domain.records.party import PERSON
from mediation_desk.journal.ids import Clock, system_clock
from mediation_desk.records.profile import Profile
from mediation_desk.records.vault import USUAL, Cost, Rng

PASSWORD = "sample-2026"
"""Of every account and, where none is given, of the desk itself: nothing true lies on it."""
SEED = 20261124


@dataclass(frozen=True, slots=True)
class Sample:
    """How to sign in to the sample desk that was made."""

    passphrase: str
    password: str
    accounts: tuple[SampleAccount, ...]
    cases: int
    recovery_code: str


def make_sample(
    profile: Profile,
    passphrase: str | None = None,
    *,
    clock: Clock = system_clock,
    rng: Rng = system_random,
    cost: Cost = USUAL,
    seed: int = SEED,
) -> Sample:
    """Make the sample desk in an empty profile. ``KnownProblem`` when a desk lives there already."""
    chosen = passphrase or PASSWORD
    desk, welcome = set_up(
        profile, sample_plan(PASSWORD), chosen, keyring=passphrase is None, clock=clock, rng=rng, cost=cost
    )
    try:
        seat = _seat(desk)
        _add_accounts(seat, cost)
        for name in CASES:
            _told_in_full(seat, name)
        cases = _invented(seat, seed)
    finally:
        desk.close()
    return Sample(chosen, PASSWORD, sample_accounts(), len(CASES) + cases, welcome.recovery_code)


def _seat(desk: Desk) -> Seat:
    with desk.store.read() as reader:
        return take_seat(desk, reader.find(Account)[0])


def _add_accounts(seat: Seat, cost: Cost) -> None:
    first, *others = seat.centres()
    for each in sample_accounts()[1:]:
        account = add_account(seat, first.id, each.name, each.name, PASSWORD, each.roles, cost=cost)
        for centre in others:
            for role in each.roles:
                grant_role(seat, account, centre.id, role)


def _told_in_full(seat: Seat, name: str) -> None:
    (done,) = record(seat, case_bytes(name))
    _sign(seat, done.case_id, signings_of(name))


def _invented(seat: Seat, seed: int) -> int:
    cases = invent_cases(seed, seat.desk.today, centre_rows())
    done = record(seat, msgspec.json.encode([c.document for c in cases]))
    for case, recorded in zip(cases, done, strict=True):
        if case.signed is not Signed.WRITTEN:
            _sign(seat, recorded.case_id, _facts(seat, recorded.case_id, case))
    return len(done)


def _sign(seat: Seat, case_id: UUID, facts: Sequence[dict[str, Any]]) -> None:
    """Issue the agreement, then record the facts day by day, as they are recorded at the desk."""
    issue(seat, load(seat, case_id))
    for day in sorted({f["on"] for f in facts}):
        file = load(seat, case_id)
        record_facts(seat, file, [_new_fact(file, f) for f in facts if f["on"] == day])


def _new_fact(file: CaseFile, fact: dict[str, Any]) -> NewFact:
    parties = {p.name: p.party.id for p in file.parties}
    mediators = {m.name: m.id for m in file.mediators.values()}
    return NewFact(
        Fact(fact["fact"]),
        date.fromisoformat(fact["on"]),
        party_id=parties[fact["party"]] if "party" in fact else None,
        mediator_id=mediators[fact["mediator"]] if "mediator" in fact else None,
        by=fact.get("by", ""),
    )


def _facts(seat: Seat, case_id: UUID, case: Invented) -> list[dict[str, Any]]:
    assert case.on is not None
    file = load(seat, case_id)
    on = {"on": case.on.isoformat()}
    facts: list[dict[str, Any]] = []
    for entry in file.parties:
        own = {"party": entry.name, **on}
        if entry.subject.subject_kind == PERSON:
            facts += [{"fact": "signed", **own}, {"fact": "fingerprinted", **own}]
        else:
            facts.append({"fact": "party_sealed", "by": entry.party.agents[0].name, **own})
    mediator = {"fact": "mediator_signed", "mediator": case.document["mediators"][0], **on}
    seal = {"fact": "committee_sealed", **on}
    match case.signed:
        case Signed.ISSUED:
            return []
        case Signed.PARTLY:
            return facts[:1]
        case Signed.AWAITING_SEAL:
            return [*facts, mediator]
    return [*facts, mediator, seal]
