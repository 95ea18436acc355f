"""The records of a mediation centre, and the list of all their kinds."""

from __future__ import annotations

from mediation_desk.domain.fields import CaseRecord, Record, RecordSpec, spec_of
from mediation_desk.domain.records.agreement import Agreement, Instalment, Performance, Signing, Term
from mediation_desk.domain.records.case import Case, Claim, StageChange
from mediation_desk.domain.records.centre import Account, Centre, Mediator, Point, ResetCode, RoleGrant
from mediation_desk.domain.records.ending import NonAcceptance, Termination
from mediation_desk.domain.records.following import Confirmation, FollowUp
from mediation_desk.domain.records.form import BlankForm, CentreWording, Phrase
from mediation_desk.domain.records.meeting import Evidence, Inquiry, Meeting
from mediation_desk.domain.records.paper import Paper, Printing
from mediation_desk.domain.records.party import Agent, Party, Subject
from mediation_desk.domain.records.referral import Referral
from mediation_desk.domain.records.standing_in import Mandate, ServiceAddress
from mediation_desk.domain.records.statement import Disclosure, Undisputed
from mediation_desk.domain.records.volume import Inspection, SignedCopy, Volume

ALL: tuple[type[Record], ...] = (
    Centre,
    Point,
    Account,
    RoleGrant,
    ResetCode,
    Mediator,
    Subject,
    Case,
    StageChange,
    Party,
    Claim,
    Inquiry,
    Evidence,
    Meeting,
    Agreement,
    Term,
    Signing,
    Performance,
    Paper,
    Printing,
    FollowUp,
    Confirmation,
    Referral,
    Mandate,
    ServiceAddress,
    Undisputed,
    Disclosure,
    NonAcceptance,
    Termination,
    Volume,
    SignedCopy,
    Inspection,
    CentreWording,
    BlankForm,
)
BY_KIND: dict[str, type[Record]] = {r.kind: r for r in ALL}

__all__ = [
    "ALL",
    "BY_KIND",
    "Account",
    "Agent",
    "Agreement",
    "BlankForm",
    "Case",
    "CaseRecord",
    "Centre",
    "CentreWording",
    "Claim",
    "Confirmation",
    "Disclosure",
    "Evidence",
    "FollowUp",
    "Inquiry",
    "Inspection",
    "Instalment",
    "Mandate",
    "Mediator",
    "Meeting",
    "NonAcceptance",
    "Paper",
    "Party",
    "Performance",
    "Phrase",
    "Point",
    "Printing",
    "Record",
    "RecordSpec",
    "Referral",
    "ResetCode",
    "RoleGrant",
    "ServiceAddress",
    "SignedCopy",
    "Signing",
    "StageChange",
    "Subject",
    "Term",
    "Termination",
    "Undisputed",
    "Volume",
    "spec_of",
]
