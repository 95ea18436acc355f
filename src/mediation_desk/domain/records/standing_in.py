"""Who stands in for a party, and where papers reach it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from mediation_desk.domain.fields import CaseRecord, Facet
from mediation_desk.domain.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate(CaseRecord):
    """授权委托书: what one power of attorney says beyond the party's ``Agent`` of that name (民事诉讼法 Art. 62)."""

    kind: ClassVar[str] = "mandate"
    party_id: Annotated[UUID, Facet("who", N_("Principal"))]
    agent: Annotated[str, Facet("who", N_("Agent"), personal=True)]
    occupation: Annotated[str, Facet("agent", N_("Agent's occupation or post"), personal=True)] = ""
    address: Annotated[str, Facet("agent", N_("Agent's workplace or address"), personal=True)] = ""
    further: Annotated[str, Facet("powers", N_("Further powers"))] = ""
    begins: Annotated[date | None, Facet("term", N_("Valid from"))] = None
    ends: Annotated[date | None, Facet("term", N_("Valid until"))] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAddress(CaseRecord):
    """送达地址确认 (在线调解规则 Art. 17; 民事诉讼法 Art. 90). ``receiver`` may take papers for the party; ``electronic`` is its
    consent to 电子送达, None while it is open."""

    kind: ClassVar[str] = "service_address"
    party_id: Annotated[UUID, Facet("who", N_("Party"))]
    receiver: Annotated[str, Facet("address", N_("Receives papers"), personal=True)] = ""
    address: Annotated[str, Facet("address", N_("Address for service"), personal=True)] = ""
    postcode: Annotated[str, Facet("address", N_("Postcode"))] = ""
    phone: Annotated[str, Facet("address", N_("Telephone"), personal=True)] = ""
    electronic: Annotated[bool | None, Facet("electronic", N_("Agrees to electronic service"))] = None
    mobile: Annotated[str, Facet("electronic", N_("Mobile telephone"), personal=True)] = ""
    mail: Annotated[str, Facet("electronic", N_("Mail address"), personal=True)] = ""
    fax: Annotated[str, Facet("electronic", N_("Fax"), personal=True)] = ""
    note: Annotated[str, Facet("note", N_("Note"))] = ""
    taker: Annotated[str, Facet("taker", N_("Taken down by"))] = ""
