"""The records of a mediation centre, and the list of all their kinds."""

from __future__ import annotations

from mediation_desk.domain.fields import CaseRecord, Record, RecordSpec, spec_of
from mediation_desk.domain.records.agreement import Agreement, Instalment, Performance, Signing, Term
from mediation_desk.domain.records.case import Case, Claim, StageChange
from mediation_desk.domain.records.centre import Account, Centre, Mediator, Point, ResetCode, RoleGrant
from mediation_desk.domain.records.meeting import Evidence, Inquiry, Meeting
from mediation_desk.domain.records.paper import Paper, Printing
from mediation_desk.domain.records.party import Agent, Party, Subject

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
)
BY_KIND: dict[str, type[Record]] = {r.kind: r for r in ALL}

__all__ = [
    "ALL",
    "BY_KIND",
    "Account",
    "Agent",
    "Agreement",
    "Case",
    "CaseRecord",
    "Centre",
    "Claim",
    "Evidence",
    "Inquiry",
    "Instalment",
    "Mediator",
    "Meeting",
    "Paper",
    "Party",
    "Performance",
    "Point",
    "Printing",
    "Record",
    "RecordSpec",
    "ResetCode",
    "RoleGrant",
    "Signing",
    "StageChange",
    "Subject",
    "Term",
    "spec_of",
]
