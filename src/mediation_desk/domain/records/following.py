"""What comes after an agreement: visits, and the ways to make it enforceable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar
from uuid import UUID

from mediation_desk.domain.fields import CaseRecord, Facet
from mediation_desk.domain.words import N_

JUDICIAL = "judicial"
ARBITRATION_REVIEW = "arbitration_review"
PAYMENT_ORDER = "payment_order"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(CaseRecord):
    """回访 (人民调解法 Art. 31). ``at`` is an instant (UTC), shown in Asia/Shanghai. ``outside_cause``: of a financial case,
    whether what kept the agreement from being performed lay outside the institution; None where nobody said."""

    kind: ClassVar[str] = "follow_up"
    at: Annotated[datetime | None, Facet("when", N_("Time of the visit"))] = None
    way: Annotated[str, Facet("way", N_("Way of the visit"), codes="follow_up_way")] = ""
    visitor: Annotated[str, Facet("visitor", N_("Visitor"))] = ""
    party_ids: Annotated[tuple[UUID, ...], Facet("parties", N_("Parties visited"))] = ()
    performed: Annotated[str, Facet("performed", N_("How far performed"), codes="performance")] = ""
    outside_cause: Annotated[
        bool | None, Facet("performed", N_("Not performed for causes outside the institution"))
    ] = None
    situation: Annotated[str, Facet("situation", N_("What was found"), searched=True)] = ""
    measures: Annotated[str, Facet("measures", N_("Measures taken"))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation(CaseRecord):
    """司法确认 (人民调解法 Art. 33; 民诉法 Arts. 205, 206), or another way to make the agreement enforceable: 支付令, 公证,
    仲裁, 仲裁审查. ``body``: the court, notary or commission. ``number``: its own number of the case."""

    kind: ClassVar[str] = "confirmation"
    way: Annotated[str, Facet("way", N_("Way to enforce"), codes="confirmation_way")] = JUDICIAL
    body: Annotated[str, Facet("body", N_("Court, notary or commission"))] = ""
    number: Annotated[str, Facet("number", N_("Its case number"), searched=True)] = ""
    applied_on: Annotated[date | None, Facet("applied", N_("Applied on"))] = None
    accepted_on: Annotated[date | None, Facet("accepted", N_("Accepted on"))] = None
    result: Annotated[str, Facet("result", N_("Result"), codes="confirmation_result")] = ""
    decided_on: Annotated[date | None, Facet("result", N_("Decided on"))] = None
    enclosures: Annotated[tuple[str, ...], Facet("enclosures", N_("Further enclosures"))] = ()
    note: Annotated[str, Facet("note", N_("Note"))] = ""
