"""When an agreement takes effect, derived from the facts of its signing and nothing else.

Written (人民调解法 Art. 29): in effect from the day on which all three are there: every party has signed, sealed or
fingerprinted; the mediator has signed; the committee's seal is affixed. The last of them decides. Oral (Art. 30): in
effect on the day it is reached.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mediation_desk.domain.words import N_


class Fact(StrEnum):
    """What can happen at the signing of an agreement (签署)."""

    SIGNED = "signed"
    FINGERPRINTED = "fingerprinted"
    PARTY_SEALED = "party_sealed"
    CANNOT_READ_FINGERPRINTED = "cannot_read_fingerprinted"
    REFUSED = "refused"
    MEDIATOR_SIGNED = "mediator_signed"
    COMMITTEE_SEALED = "committee_sealed"
    DELIVERED = "delivered"
    RETRACTED = "retracted"


KINDS: tuple[str, ...] = tuple(Fact)
BINDING = frozenset((Fact.SIGNED, Fact.FINGERPRINTED, Fact.PARTY_SEALED, Fact.CANNOT_READ_FINGERPRINTED))
"""What binds a party: Art. 29 says 签名、盖章或者按指印, one of them is enough."""

FACT_LABELS: Mapping[Fact, str] = {
    Fact.SIGNED: N_("Signed by hand"),
    Fact.FINGERPRINTED: N_("Fingerprinted"),
    Fact.PARTY_SEALED: N_("Party's seal affixed"),
    Fact.CANNOT_READ_FINGERPRINTED: N_("Cannot read: read out, fingerprinted"),
    Fact.REFUSED: N_("Refused to sign"),
    Fact.MEDIATOR_SIGNED: N_("Signed by the mediator"),
    Fact.COMMITTEE_SEALED: N_("Committee's seal affixed"),
    Fact.DELIVERED: N_("Copy handed over"),
    Fact.RETRACTED: N_("Entry taken back"),
}


@dataclass(frozen=True, slots=True)
class SigningFact:
    """One fact on a day. ``who``: the party's or mediator's id, None for the committee's seal.

    ``id`` names the fact; a ``retracted`` one names in ``retracts`` the entry it takes back.
    """

    kind: Fact
    who: Hashable | None
    on: date
    id: Hashable | None = None
    retracts: Hashable | None = None


class EffectState(StrEnum):
    """How far an agreement has come."""

    UNSIGNED = "unsigned"
    PARTLY_SIGNED = "partly_signed"
    AWAITING_SEAL = "signed_awaiting_seal"
    EFFECTIVE = "effective"
    REFUSED = "refused"


STATE_LABELS: Mapping[EffectState, str] = {
    EffectState.UNSIGNED: N_("Not signed yet"),
    EffectState.PARTLY_SIGNED: N_("Signed in part"),
    EffectState.AWAITING_SEAL: N_("Signed, awaiting the seal"),
    EffectState.EFFECTIVE: N_("In effect"),
    EffectState.REFUSED: N_("A party refused to sign"),
}


@dataclass(frozen=True, slots=True)
class Effect:
    """The state, and what explains it.

    ``on``: the first day of effect, only when ``effective``. ``missing``: needed parties and mediators who have not
    signed. ``unsigned_mediator``: no mediator at all was named and none has signed. ``seal_missing``: the committee's
    seal is needed and not there. ``refused_by``: parties whose last word is a refusal.
    """

    state: EffectState
    on: date | None = None
    missing: tuple[Hashable, ...] = ()
    unsigned_mediator: bool = False
    seal_missing: bool = False
    refused_by: tuple[Hashable, ...] = ()


def written_effect(
    facts: Sequence[SigningFact],
    parties: Sequence[Hashable],
    mediators: Sequence[Hashable],
    *,
    needs_seal: bool = True,
) -> Effect:
    """The effect of a written agreement. ``facts`` stand in the order they were entered.

    Every one of ``parties`` and ``mediators`` must sign; with no mediator named, any mediator's signature will do. A
    later signature lifts a party's refusal, a later refusal undoes his signature. ``needs_seal`` is False only where
    no committee mediates (委派调解 by another body, 法释〔2016〕14号 Art. 24).
    """
    standing = _standing(facts)
    bound = {party: _bound_on(standing, party) for party in parties}
    hosts = _first_days(standing, Fact.MEDIATOR_SIGNED)
    seals = _first_days(standing, Fact.COMMITTEE_SEALED)
    absent = [party for party in parties if bound[party] is None]
    so_far = Effect(
        EffectState.UNSIGNED,
        missing=(*absent, *(mediator for mediator in mediators if mediator not in hosts)),
        unsigned_mediator=not mediators and not hosts,
        seal_missing=needs_seal and not seals,
        refused_by=tuple(party for party in absent if _refuses(standing, party)),
    )
    if so_far.refused_by:
        return replace(so_far, state=EffectState.REFUSED)
    if not parties or so_far.missing or so_far.unsigned_mediator:
        anyone = bool(hosts or seals or any(bound.values()))
        return replace(so_far, state=EffectState.PARTLY_SIGNED) if anyone else so_far
    if so_far.seal_missing:
        return replace(so_far, state=EffectState.AWAITING_SEAL)
    days = [day for day in bound.values() if day is not None]
    days += [hosts[mediator] for mediator in mediators] or [min(hosts.values())]
    days += [min(seals.values())] if needs_seal else []
    return Effect(EffectState.EFFECTIVE, on=max(days))


def oral_effect(reached: date | None) -> Effect:
    """The effect of an oral agreement: from the day it is reached (Art. 30), with no signature."""
    return Effect(EffectState.EFFECTIVE, on=reached) if reached else Effect(EffectState.UNSIGNED)


def _standing(facts: Sequence[SigningFact]) -> list[SigningFact]:
    """The facts that no later one took back; a retraction can itself be taken back."""
    gone: set[Hashable] = set()
    kept = []
    for fact in reversed(facts):
        if fact.id is not None and fact.id in gone:
            continue
        if fact.kind is Fact.RETRACTED:
            gone.add(fact.retracts)
        else:
            kept.append(fact)
    return kept[::-1]


def _bound_on(standing: Collection[SigningFact], party: Hashable) -> date | None:
    """The first day a party bound himself after his last refusal."""
    day: date | None = None
    for fact in standing:
        if fact.who != party:
            continue
        if fact.kind is Fact.REFUSED:
            day = None
        elif fact.kind in BINDING:
            day = fact.on if day is None else min(day, fact.on)
    return day


def _refuses(standing: Collection[SigningFact], party: Hashable) -> bool:
    return any(fact.kind is Fact.REFUSED and fact.who == party for fact in standing)


def _first_days(standing: Collection[SigningFact], kind: Fact) -> dict[Hashable | None, date]:
    days: dict[Hashable | None, date] = {}
    for fact in standing:
        if fact.kind is kind:
            days[fact.who] = min(fact.on, days.get(fact.who, fact.on))
    return days
