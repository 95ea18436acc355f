"""The shape of the case document: one JSON object for a case with everything that belongs to it.

``record`` reads it and ``show --json`` writes it. Field names are those of the records; where a record holds an identity,
the document holds what a person would write: a name, or the place in a list. Every list is complete: an entry that is
left out is taken out of the case, but for facts of signing, which are only ever added.

Amounts are text in yuan with two decimals (``"6007.14"``), days ``"2026-09-05"``, moments with their offset
(``"2026-09-05T09:30:00+08:00"``). A field left out is empty.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from mediation_desk.actions.case_document.shape_base import Amount, Count, Entry, Moment, Part
from mediation_desk.actions.case_document.shape_dossier import (
    ConfirmationPart,
    DisclosurePart,
    FollowUpPart,
    InspectionPart,
    MandatePart,
    NonAcceptancePart,
    ReferralPart,
    ServiceAddressPart,
    SignedCopyPart,
    TerminationPart,
    UndisputedPart,
    VolumePart,
)
from mediation_desk.domain.effect import Fact
from mediation_desk.domain.stages import Stage


class StagePart(Entry, frozen=True, kw_only=True):
    """A step of the case, in the order they were entered."""

    stage: Stage
    on: date
    note: str = ""


class AgentPart(Part, frozen=True, kw_only=True):
    """An agent of a party. ``party``: the fellow party, when he is one."""

    name: str
    authority: str = "general"
    relation: str = ""
    phone: str = ""
    document_number: str = ""
    party: str | None = None


class PartyPart(Entry, frozen=True, kw_only=True):
    """A party and the subject it stands for. Other parts name it by ``ref``, or by ``name`` when it has none."""

    ref: str | None = None
    side: str
    subject_kind: Literal["person", "organisation"] = "person"
    name: str
    sex: str = ""
    ethnicity: str = ""
    born_on: date | None = None
    document_type: str = ""
    document_number: str = ""
    credit_code: str = ""
    occupation: str = ""
    phone: str = ""
    address: str = ""
    representative: str = ""
    representative_post: str = ""
    limited: bool = False
    guardian: str = ""
    agents: list[AgentPart] = []


class ClaimPart(Entry, frozen=True, kw_only=True):
    """What is asked for."""

    text: str
    amount: Amount | None = None


class InquiryPart(Entry, frozen=True, kw_only=True):
    """An inquiry."""

    at: Moment | None = None
    place: str = ""
    investigators: str = ""
    questioned: str = ""
    present: str = ""
    recorder: str = ""
    minutes: str = ""


class EvidencePart(Entry, frozen=True, kw_only=True):
    """An item of evidence. ``blobs``: the digests of its scans, which lie beside the records."""

    name: str
    evidence_kind: str = ""
    provider: str = ""
    original: bool = False
    pages: Count | None = None
    proves: str = ""
    submitted_on: date | None = None
    checked_by: str = ""
    blobs: list[str] = []


class MeetingPart(Entry, frozen=True, kw_only=True):
    """A meeting. ``present``: the parties who were there."""

    at: Moment | None = None
    place: str = ""
    form: str = ""
    mediators: list[str] = []
    recorder: str = ""
    present: list[str] = []
    others: str = ""
    minutes: str = ""
    result: str = ""


class InstalmentPart(Part, frozen=True, kw_only=True):
    """One part of a sum."""

    due: date
    amount: Amount


class TermPart(Entry, frozen=True, kw_only=True):
    """A term. Of a payment, ``text`` is what the money is for."""

    term_kind: Literal["act", "pay", "statement"] = "statement"
    obligors: list[str] = []
    obligees: list[str] = []
    text: str = ""
    amount: Amount | None = None
    due: date | None = None
    schedule: list[InstalmentPart] = []
    method: str = ""
    account: str = ""
    standard: str = ""
    consequence: str = ""


class SigningPart(Entry, frozen=True, kw_only=True):
    """A fact of signing. ``retracts``: the place of the fact it takes back in this list, from 1."""

    fact: Fact
    on: date
    party: str | None = None
    mediator: str | None = None
    by: str = ""
    place: str = ""
    witness: str = ""
    reason: str = ""
    paper: str | None = None
    retracts: Annotated[int, Meta(ge=1)] | None = None


class PerformancePart(Entry, frozen=True, kw_only=True):
    """What was performed. ``term``: the place of the term in its list, from 1."""

    on: date
    term: Annotated[int, Meta(ge=1)] | None = None
    amount: Amount | None = None
    note: str = ""
    proof: str = ""


class AgreementPart(Entry, frozen=True, kw_only=True):
    """The agreement. Its number is the case's where none is given."""

    number: str | None = None
    form: Literal["written", "oral"] = "written"
    facts: str = ""
    method: str = ""
    concluded_on: date | None = None
    mediators: list[str] = []
    recorder: str = ""
    court_copy: bool = False
    court: str = ""
    blanks: list[str] = []
    confirm_by: date | None = None
    terms: list[TermPart] = []
    signings: list[SigningPart] = []
    performances: list[PerformancePart] = []


class CaseDocument(Part, frozen=True, kw_only=True):
    """A case. With ``id`` it amends that case and needs the ``revision`` it was shown with; without, it is a new one.

    A new case gets its number from the desk, unless an old one brings its own. Codes may be written as codes or by
    their Chinese names.
    """

    id: UUID | None = None
    revision: str | None = None
    centre: str
    number: str | None = None
    rules_on: date | None = None
    title: str = ""
    point: str | None = None
    mediation_kind: str | None = None
    dispute_class: str = ""
    source: str = ""
    difficulty: str = ""
    in_writing: bool = True
    applied_on: date | None = None
    accepted_on: date | None = None
    facts: str = ""
    mediators: list[str] = []
    recorder: str = ""
    people: Count | None = None
    in_public: bool = False
    risks: list[str] = []
    risk_report: str = ""
    finish_by: date | None = None
    stages: list[StagePart] = []
    parties: list[PartyPart] = []
    claims: list[ClaimPart] = []
    inquiries: list[InquiryPart] = []
    evidence: list[EvidencePart] = []
    meetings: list[MeetingPart] = []
    agreement: AgreementPart | None = None
    mandates: list[MandatePart] = []
    service_addresses: list[ServiceAddressPart] = []
    undisputed: list[UndisputedPart] = []
    disclosures: list[DisclosurePart] = []
    non_acceptances: list[NonAcceptancePart] = []
    terminations: list[TerminationPart] = []
    referrals: list[ReferralPart] = []
    follow_ups: list[FollowUpPart] = []
    confirmations: list[ConfirmationPart] = []
    volumes: list[VolumePart] = []
    signed_copies: list[SignedCopyPart] = []
    inspections: list[InspectionPart] = []
