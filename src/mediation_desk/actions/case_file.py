"""A case with everything that belongs to it, read in one moment, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.effect import Effect, Fact, SigningFact, oral_effect, written_effect
from mediation_desk.domain.fields import CaseRecord
from mediation_desk.domain.numbers import parse_number
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import (
    Agreement,
    Case,
    Centre,
    CentreWording,
    Claim,
    Confirmation,
    Disclosure,
    Evidence,
    FollowUp,
    Inquiry,
    Inspection,
    Mandate,
    Mediator,
    Meeting,
    NonAcceptance,
    Paper,
    Party,
    Performance,
    Point,
    Printing,
    Referral,
    ServiceAddress,
    SignedCopy,
    Signing,
    StageChange,
    Subject,
    Term,
    Termination,
    Undisputed,
    Volume,
)
from mediation_desk.domain.records.agreement import ORAL
from mediation_desk.domain.roles import READ
from mediation_desk.domain.stages import Stage, StageStep
from mediation_desk.domain.words import N_
from mediation_desk.records.reading import Reader

R = TypeVar("R", bound=CaseRecord)
_FEW: tuple[type[CaseRecord], ...] = (
    Mandate,
    ServiceAddress,
    Undisputed,
    Disclosure,
    NonAcceptance,
    Termination,
    Referral,
    FollowUp,
    Confirmation,
    Volume,
    SignedCopy,
    Inspection,
)
"""Kinds of which most cases have none."""

NO_CASE = N_("There is no such case at this desk.")


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """A party with the subject it stands for."""

    party: Party
    subject: Subject

    @property
    def name(self) -> str:
        """The subject's name."""
        return self.subject.name


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case and its records, each list in its own order."""

    centre: Centre
    point: Point | None
    case: Case
    mediators: dict[UUID, Mediator]
    stages: tuple[StageChange, ...]
    parties: tuple[PartyEntry, ...]
    claims: tuple[Claim, ...]
    inquiries: tuple[Inquiry, ...]
    evidence: tuple[Evidence, ...]
    meetings: tuple[Meeting, ...]
    agreement: Agreement | None
    terms: tuple[Term, ...]
    signings: tuple[Signing, ...]
    performances: tuple[Performance, ...]
    papers: tuple[Paper, ...]
    printings: tuple[Printing, ...]
    mandates: tuple[Mandate, ...] = ()
    service_addresses: tuple[ServiceAddress, ...] = ()
    undisputed: tuple[Undisputed, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    non_acceptances: tuple[NonAcceptance, ...] = ()
    terminations: tuple[Termination, ...] = ()
    referrals: tuple[Referral, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    volumes: tuple[Volume, ...] = ()
    signed_copies: tuple[SignedCopy, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    wordings: tuple[CentreWording, ...] = ()

    @property
    def stage(self) -> Stage:
        """The stage the case is at: its latest step by (day, entry)."""
        return self.steps[-1].stage if self.stages else Stage.REGISTERED

    @property
    def steps(self) -> tuple[StageStep, ...]:
        """The stages by day; of two on one day, in the order they were entered."""
        ordered = sorted(self.stages, key=lambda s: (s.on, s.id.int))
        return tuple(StageStep(Stage(s.stage), s.on) for s in ordered)

    @property
    def effect(self) -> Effect | None:
        """How far the agreement has come; ``None`` when there is none."""
        if self.agreement is None:
            return None
        if self.agreement.form == ORAL:
            return oral_effect(self.agreement.concluded_on)
        facts = tuple(
            SigningFact(Fact(s.fact), s.party_id or s.mediator_id, s.on, id=s.id, retracts=s.retracts)
            for s in self.signings
        )
        return written_effect(facts, [p.party.id for p in self.parties], self.agreement.mediator_ids)

    @property
    def standing_signings(self) -> tuple[Signing, ...]:
        """The facts of signing that were not taken back, oldest first."""
        gone = {s.retracts for s in self.signings if s.retracts}
        return tuple(s for s in self.signings if s.id not in gone and s.fact != Fact.RETRACTED)

    @property
    def paper(self) -> Paper | None:
        """The agreement paper that stands: the latest draft issued."""
        own = [p for p in self.papers if p.agreement_id is not None]
        return max(own, key=lambda p: p.draft, default=None)

    def party(self, party_id: UUID) -> PartyEntry:
        """A party by id; ``KeyError`` when there is none."""
        for entry in self.parties:
            if entry.party.id == party_id:
                return entry
        raise KeyError(party_id)

    def mediator_names(self, ids: tuple[UUID, ...]) -> tuple[str, ...]:
        """The names of register entries, in order; ones that are gone are left out."""
        return tuple(self.mediators[i].name for i in ids if i in self.mediators)


def load(seat: Seat, case_id: UUID) -> CaseFile:
    """The whole case. ``KnownProblem`` when it is not here or the seat may not read it."""
    with seat.read() as reader:
        return read_case(seat, reader, case_id)


def load_by_number(seat: Seat, number: str) -> CaseFile:
    """The whole case of that number, however its brackets were typed."""
    with seat.read() as reader:
        found = [
            c for written in _ways(number) for c in reader.find(Case, number=written) if c.centre_id in seat.readable()
        ]
        if not found:
            raise KnownProblem(NO_CASE)
        return read_case(seat, reader, found[0].id)


def _ways(number: str) -> list[str]:
    """The number as typed, and as a desk writes it."""
    try:
        return [number.strip(), str(parse_number(number))]
    except KnownProblem:
        return [number.strip()]  # an old number of another shape is kept as it was given


def read_case(seat: Seat, reader: Reader, case_id: UUID) -> CaseFile:
    """The whole case from an open reader."""
    case = reader.get(Case, case_id)
    if case is None:
        raise KnownProblem(NO_CASE)
    seat.require(READ, case.centre_id)
    centre = reader.get(Centre, case.centre_id)
    assert centre is not None
    parties = reader.of_case(Party, case_id)
    subjects = reader.many(Subject, [p.subject_id for p in parties])
    agreements = reader.of_case(Agreement, case_id)
    present = reader.kinds_of_case(_FEW, case_id)

    def of_few(kind: type[R]) -> list[R]:
        return reader.of_case(kind, case_id) if kind in present else []

    return CaseFile(
        centre=centre,
        point=reader.get(Point, case.point_id) if case.point_id else None,
        case=case,
        mediators={m.id: m for m in reader.find(Mediator, centre_id=case.centre_id)},
        stages=tuple(reader.of_case(StageChange, case_id)),
        parties=tuple(PartyEntry(p, subjects[p.subject_id]) for p in parties),
        claims=tuple(reader.of_case(Claim, case_id)),
        inquiries=tuple(reader.of_case(Inquiry, case_id)),
        evidence=tuple(reader.of_case(Evidence, case_id)),
        meetings=tuple(reader.of_case(Meeting, case_id)),
        agreement=agreements[-1] if agreements else None,
        terms=tuple(reader.of_case(Term, case_id)),
        signings=tuple(reader.of_case(Signing, case_id)),
        performances=tuple(reader.of_case(Performance, case_id)),
        papers=tuple(reader.of_case(Paper, case_id)),
        printings=tuple(reader.of_case(Printing, case_id)),
        mandates=tuple(of_few(Mandate)),
        service_addresses=tuple(of_few(ServiceAddress)),
        undisputed=tuple(of_few(Undisputed)),
        disclosures=tuple(of_few(Disclosure)),
        non_acceptances=tuple(of_few(NonAcceptance)),
        terminations=tuple(of_few(Termination)),
        referrals=tuple(of_few(Referral)),
        follow_ups=tuple(of_few(FollowUp)),
        confirmations=tuple(of_few(Confirmation)),
        volumes=tuple(of_few(Volume)),
        signed_copies=tuple(of_few(SignedCopy)),
        inspections=tuple(of_few(Inspection)),
        wordings=tuple(reader.find(CentreWording, centre_id=case.centre_id)),
    )
