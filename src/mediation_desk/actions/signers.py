"""Who signs an agreement, what each of them usually does, and what comes next (人民调解法 Art. 29)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile, PartyEntry
from mediation_desk.actions.signing import NewFact
from mediation_desk.domain.effect import BINDING, EffectState, Fact
from mediation_desk.domain.records import Signing
from mediation_desk.domain.records.party import ORGANISATION


@dataclass(frozen=True, slots=True)
class Signer:
    """A party, a mediator, or (with neither id) the committee with its seal.

    ``usual`` is what he usually does in one go, ``hands`` who may do it for him, the usual one first and empty for
    himself; ``facts`` what stands so far. ``refused``: his last word was a refusal.
    """

    name: str
    usual: tuple[Fact, ...]
    facts: tuple[Signing, ...]
    done: bool
    party_id: UUID | None = None
    mediator_id: UUID | None = None
    hands: tuple[str, ...] = ("",)
    refused: bool = False

    @property
    def delivered(self) -> bool:
        """Whether he has had his copy."""
        return any(s.fact == Fact.DELIVERED for s in self.facts)

    def new(self, facts: Sequence[Fact], on: date, place: str, by: str | None = None) -> list[NewFact]:
        """The facts to record; by the usual hand unless another is named."""
        hand = self.hands[0] if by is None else by
        return [
            NewFact(fact, on, party_id=self.party_id, mediator_id=self.mediator_id, by=hand, place=place)
            for fact in facts
        ]


class Step(StrEnum):
    """What comes next at the signing."""

    PARTIES = "parties"
    MEDIATORS = "mediators"
    SEAL = "seal"
    DELIVERY = "delivery"
    DONE = "done"


def parties_of(file: CaseFile) -> list[Signer]:
    """The parties, in their order."""
    effect = file.effect
    refused = effect.refused_by if effect else ()
    return [_party(file, entry, refused=entry.party.id in refused) for entry in file.parties]


def mediators_of(file: CaseFile) -> list[Signer]:
    """The mediators named in the agreement."""
    named = file.agreement.mediator_ids if file.agreement else ()
    return [
        Signer(
            name=file.mediators[m].name,
            usual=(Fact.MEDIATOR_SIGNED,),
            facts=facts,
            done=bool(facts),
            mediator_id=m,
        )
        for m in named
        if m in file.mediators
        for facts in [tuple(s for s in file.standing_signings if s.mediator_id == m)]
    ]


def committee_of(file: CaseFile) -> Signer:
    """The committee and its seal."""
    seals = tuple(s for s in file.standing_signings if s.fact == Fact.COMMITTEE_SEALED)
    return Signer(file.centre.name, (Fact.COMMITTEE_SEALED,), seals, done=bool(seals))


def next_step(file: CaseFile) -> tuple[Step, list[Signer]]:
    """What comes next, and whose turn it is. A party who refused is asked again only by name."""
    parties = [s for s in parties_of(file) if not s.done and not s.refused]
    mediators = [s for s in mediators_of(file) if not s.done]
    if parties:
        return Step.PARTIES, parties
    if mediators:
        return Step.MEDIATORS, mediators
    if not committee_of(file).done:
        return Step.SEAL, [committee_of(file)]
    effect = file.effect
    waiting = [s for s in parties_of(file) if not s.delivered]
    if effect is not None and effect.state is EffectState.EFFECTIVE and waiting:
        return Step.DELIVERY, waiting
    return Step.DONE, []


def facts_of_step(step: Step, signers: Sequence[Signer], on: date, place: str) -> list[NewFact]:
    """What to record when the next step is done by all whose turn it is, in the usual way."""
    out = []
    for signer in signers:
        facts = (Fact.DELIVERED,) if step is Step.DELIVERY else signer.usual
        out += signer.new(facts, on, place)
    return out


def _party(file: CaseFile, entry: PartyEntry, *, refused: bool) -> Signer:
    own = tuple(s for s in file.standing_signings if s.party_id == entry.party.id)
    organisation = entry.subject.subject_kind == ORGANISATION
    return Signer(
        name=entry.name,
        usual=(Fact.SIGNED, Fact.PARTY_SEALED) if organisation else (Fact.SIGNED, Fact.FINGERPRINTED),
        facts=own,
        done=not refused and any(s.fact in BINDING for s in own),
        party_id=entry.party.id,
        hands=_hands(file, entry),
        refused=refused,
    )


def _hands(file: CaseFile, entry: PartyEntry) -> tuple[str, ...]:
    """Agents first, for they were sent to sign; then the guardian or the legal representative; then himself."""
    agents = [a.name or (file.party(a.party_id).name if a.party_id else "") for a in entry.party.agents]
    others = [entry.party.guardian, entry.subject.representative]
    himself = [] if entry.subject.subject_kind == ORGANISATION else [""]
    return tuple(dict.fromkeys([*filter(None, [*agents, *others]), *himself])) or ("",)
