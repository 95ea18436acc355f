"""人民调解受理登记表 (domain §4.3), used when the application was oral or the committee acts by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mediation_desk.documents.compose import Compose, by_hand, day, ticked
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import joined, name_signatures


class Source(StrEnum):
    """The two sources of 人民调解法 Art. 17."""

    APPLICATION = "application"
    INITIATIVE = "initiative"


@dataclass(frozen=True, kw_only=True)
class RegistrationView(PaperView):
    """``names`` of all parties; ``referrer`` is who sent them (法院、公安、信访), empty when nobody did."""

    accepted: date | None = None
    names: tuple[str, ...] = ()
    dispute: str = ""
    source: Source | None = None
    referrer: str = ""
    facts: str = ""
    registrar: str = ""


def _blocks(view: RegistrationView, page: Compose) -> Iterator[Block]:
    yield page.title()
    yield page.number(view.number)
    between = joined(view.names) or f"{by_hand(None)}、{by_hand(None)}"
    yield page.said("opening", day=day(view.accepted), parties=between, before=8)
    yield page.fields((page.field("dispute", view.dispute),), before=10)
    yield page.written(_source(view, page), indent=0, before=4)
    yield page.heading("facts")
    yield page.answer(view.facts, 4)
    yield from name_signatures(view.names, page, "sign_party", "how_signature", least=2)
    yield page.sign("sign_registrar", "how_signature", name=view.registrar)
    yield page.seal(view.centre)
    yield page.said("remark", indent=0)


def _source(view: RegistrationView, page: Compose) -> str:
    words = page.words
    applied = ticked(view.source is Source.APPLICATION) + words("source_application")
    own = ticked(view.source is Source.INITIATIVE) + words("source_initiative")
    referred = words("referred", referrer=view.referrer) if view.referrer else ""
    return f"{words('source')}{applied}　{own}{referred}"


REGISTRATION = PaperKind("registration", RegistrationView, _blocks)
