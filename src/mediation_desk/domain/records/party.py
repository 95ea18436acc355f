"""Who takes part: the subject once, over many cases, and his part in one case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from mediation_desk.domain.fields import CaseRecord, Facet, Record
from mediation_desk.domain.words import N_

PERSON = "person"
ORGANISATION = "organisation"

APPLICANT = "applicant"
RESPONDENT = "respondent"
THIRD = "third"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Record):
    """主体: a natural person (``person``), or a legal person or other organisation (``organisation``)."""

    kind: ClassVar[str] = "subject"
    subject_kind: Annotated[str, Facet("kind", N_("Person or organisation"))] = PERSON
    name: Annotated[str, Facet("name", N_("Name"), personal=True, searched=True)]
    sex: Annotated[str, Facet("sex", N_("Sex"), personal=True, codes="sex")] = ""
    ethnicity: Annotated[str, Facet("ethnicity", N_("Ethnicity"), personal=True, codes="ethnicity")] = ""
    born_on: Annotated[date | None, Facet("born", N_("Born on"), personal=True)] = None
    document_type: Annotated[str, Facet("document", N_("Document"), codes="document_type")] = ""
    document_number: Annotated[str, Facet("document", N_("Document number"), personal=True)] = ""
    credit_code: Annotated[str, Facet("credit_code", N_("Unified social credit code"))] = ""
    occupation: Annotated[str, Facet("occupation", N_("Occupation or post"), personal=True)] = ""
    phone: Annotated[str, Facet("phone", N_("Telephone"), personal=True)] = ""
    address: Annotated[str, Facet("address", N_("Workplace or address"), personal=True, searched=True)] = ""
    representative: Annotated[str, Facet("representative", N_("Legal representative"), personal=True)] = ""
    representative_post: Annotated[str, Facet("representative", N_("Post of the representative"))] = ""


@dataclass(frozen=True, slots=True)
class Agent:
    """委托代理人. ``authority``: ``general`` or ``special`` (一般/特别授权). ``party_id``: the fellow party, when he is one."""

    name: str
    authority: str = "general"
    relation: str = ""
    phone: str = ""
    document_number: str = ""
    party_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(CaseRecord):
    """当事人: a subject's part in one case. ``side``: ``applicant``, ``respondent`` or ``third``."""

    kind: ClassVar[str] = "party"
    subject_id: Annotated[UUID, Facet("subject", N_("Subject"))]
    side: Annotated[str, Facet("side", N_("Side"), codes="party_side")]
    position: Annotated[int, Facet("position", N_("Position"))]
    agents: Annotated[tuple[Agent, ...], Facet("agents", N_("Agents"), personal=True)] = ()
    limited: Annotated[bool, Facet("limited", N_("Of limited capacity"))] = False
    guardian: Annotated[str, Facet("limited", N_("Guardian"), personal=True)] = ""
