"""A dispute that comes from elsewhere or goes there: 委派, 委托, 移送, 转办."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from mediation_desk.domain.fields import CaseRecord, Facet
from mediation_desk.domain.words import N_

IN = "in"
OUT = "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(CaseRecord):
    """委派/委托/移送/转办, in or out (法释〔2016〕14号 Arts. 8–10, 26, 27). ``direction``: ``in`` or ``out``.

    ``signed_for_on`` starts the period of what a court assigned. ``body_number``: the other body's number of the case.
    ``track`` and ``hints`` are for the court when it is answered: which procedure, and what it should know.
    """

    kind: ClassVar[str] = "referral"
    direction: Annotated[str, Facet("kind", N_("In or out"))] = IN
    referral_kind: Annotated[str, Facet("kind", N_("Kind of referral"), codes="referral_kind")] = ""
    body: Annotated[str, Facet("body", N_("From or to"))] = ""
    slip: Annotated[str, Facet("body", N_("Number of the slip"))] = ""
    body_number: Annotated[str, Facet("body", N_("Its case number"), searched=True)] = ""
    cause: Annotated[str, Facet("cause", N_("Cause of action"))] = ""
    handler: Annotated[str, Facet("handler", N_("Handled there by"))] = ""
    materials: Annotated[tuple[str, ...], Facet("materials", N_("Materials"))] = ()
    sent_on: Annotated[date | None, Facet("sent", N_("Sent on"))] = None
    signed_for_by: Annotated[str, Facet("signed_for", N_("Signed for by"))] = ""
    signed_for_on: Annotated[date | None, Facet("signed_for", N_("Signed for on"))] = None
    answer_due: Annotated[date | None, Facet("due", N_("Answer due on"))] = None
    answered_on: Annotated[date | None, Facet("answer", N_("Answered on"))] = None
    answer: Annotated[str, Facet("answer", N_("Answer"))] = ""
    reason: Annotated[str, Facet("reason", N_("Reason"))] = ""
