"""The parts of the case document that stand behind the other papers of the dossier."""

from __future__ import annotations

from datetime import date
from typing import Literal

from mediation_desk.actions.case_document.shape_base import Entry, Moment


class MandatePart(Entry, frozen=True, kw_only=True):
    """What a power of attorney says beyond the party's agent of that name."""

    party: str
    agent: str
    occupation: str = ""
    address: str = ""
    further: str = ""
    begins: date | None = None
    ends: date | None = None


class ServiceAddressPart(Entry, frozen=True, kw_only=True):
    """Where papers reach a party. ``electronic``: its consent to electronic service, null while it is open."""

    party: str
    receiver: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    electronic: bool | None = None
    mobile: str = ""
    mail: str = ""
    fax: str = ""
    note: str = ""
    taker: str = ""


class UndisputedPart(Entry, frozen=True, kw_only=True):
    """Facts that are not in dispute, one a line."""

    on: date | None = None
    facts: str = ""
    mediators: list[str] = []
    recorder: str = ""


class DisclosurePart(Entry, frozen=True, kw_only=True):
    """What might cast doubt on a mediator, and what came of it."""

    mediator: str | None = None
    at: Moment | None = None
    place: str = ""
    ground: str = ""
    statement: str = ""
    raised_by: str = ""
    withdrew: bool = False
    outcome: str = ""


class NonAcceptancePart(Entry, frozen=True, kw_only=True):
    """Why the dispute was not accepted."""

    on: date | None = None
    reason: str = ""
    explanation: str = ""
    advice: str = ""


class TerminationPart(Entry, frozen=True, kw_only=True):
    """Why the mediation ended, and what a court is told."""

    on: date | None = None
    reasons: list[str] = []
    explanation: str = ""
    issues: str = ""
    track: str = ""
    conduct: str = ""


class ReferralPart(Entry, frozen=True, kw_only=True):
    """Where the dispute came from, or went to."""

    direction: Literal["in", "out"] = "in"
    referral_kind: str = ""
    body: str = ""
    slip: str = ""
    body_number: str = ""
    cause: str = ""
    handler: str = ""
    materials: list[str] = []
    sent_on: date | None = None
    signed_for_by: str = ""
    signed_for_on: date | None = None
    answer_due: date | None = None
    answered_on: date | None = None
    answer: str = ""
    reason: str = ""


class FollowUpPart(Entry, frozen=True, kw_only=True):
    """A visit after the agreement. ``parties``: those visited."""

    at: Moment | None = None
    way: str = ""
    visitor: str = ""
    parties: list[str] = []
    performed: str = ""
    outside_cause: bool | None = None
    situation: str = ""
    measures: str = ""


class ConfirmationPart(Entry, frozen=True, kw_only=True):
    """A way to make the agreement enforceable, and how far it has come."""

    way: str = "judicial"
    body: str = ""
    number: str = ""
    applied_on: date | None = None
    accepted_on: date | None = None
    result: str = ""
    decided_on: date | None = None
    enclosures: list[str] = []
    note: str = ""


class VolumePart(Entry, frozen=True, kw_only=True):
    """The dossier as a volume."""

    retention: str = ""
    filed_by: str = ""
    filed_on: date | None = None
    checked_by: str = ""
    checked_on: date | None = None
    situation: str = ""
    remark: str = ""


class SignedCopyPart(Entry, frozen=True, kw_only=True):
    """A signed paper that was scanned back. ``paper``: the code at its foot; ``blobs``: the digests of the scans."""

    paper: str
    blobs: list[str] = []
    on: date | None = None
    recognised: bool = False


class InspectionPart(Entry, frozen=True, kw_only=True):
    """Who looked into the dossier."""

    on: date | None = None
    reader: str = ""
    purpose: str = ""
    pages: str = ""
    copied: bool = False
    permitted_by: str = ""
