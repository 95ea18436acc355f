"""What is put down in writing during a mediation beside its minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar
from uuid import UUID

from mediation_desk.domain.fields import CaseRecord, Facet
from mediation_desk.domain.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Undisputed(CaseRecord):
    """无争议事实记载, signed by all parties (在线调解规则 Art. 22; 法发〔2016〕14号 item 23). ``facts``: one a line."""

    kind: ClassVar[str] = "undisputed"
    on: Annotated[date | None, Facet("when", N_("Put down on"))] = None
    facts: Annotated[str, Facet("facts", N_("Facts not in dispute"), searched=True)] = ""
    mediator_ids: Annotated[tuple[UUID, ...], Facet("mediators", N_("Mediators"))] = ()
    recorder: Annotated[str, Facet("recorder", N_("Recorder"))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure(CaseRecord):
    """回避/披露: what might cast doubt on a mediator, and what came of it (法释〔2016〕14号 Art. 15; 在线调解规则 Art. 13)."""

    kind: ClassVar[str] = "disclosure"
    mediator_id: Annotated[UUID | None, Facet("what", N_("Mediator"))] = None
    at: Annotated[datetime | None, Facet("what", N_("Time of disclosure"))] = None
    place: Annotated[str, Facet("what", N_("Place"))] = ""
    ground: Annotated[str, Facet("what", N_("Ground for withdrawal"), codes="recusal_ground")] = ""
    statement: Annotated[str, Facet("what", N_("What was disclosed"))] = ""
    raised_by: Annotated[str, Facet("raised", N_("Raised by"), personal=True)] = ""
    withdrew: Annotated[bool, Facet("outcome", N_("Mediator withdrew"))] = False
    outcome: Annotated[str, Facet("outcome", N_("What came of it"))] = ""
