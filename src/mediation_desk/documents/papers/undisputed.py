"""无争议事实记载 (在线调解规则 Arts. 18, 22): always in writing, signed by all parties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.compose import Compose
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import SignerView, joined, name_signatures, party_signatures


@dataclass(frozen=True, kw_only=True)
class UndisputedView(PaperView):
    """The facts in order, each a sentence of its own."""

    dispute: str = ""
    case_number: str = ""
    parties: tuple[SignerView, ...] = ()
    on: date | None = None
    facts: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    recorder: str = ""


def _blocks(view: UndisputedView, page: Compose) -> Iterator[Block]:
    yield page.title()
    yield page.fields(
        (page.field("dispute", view.dispute, 1.4, 8), page.field("case_number", view.case_number, 1, 8)),
        (page.field("parties", joined([party.name for party in view.parties]), 1.4, 8), page.day_field("on", view.on)),
    )
    yield page.said("opening", before=8)
    yield from page.counted(view.facts, 8)
    yield page.said("effect", before=6)
    yield page.said("compromise")
    party = SignerView(role=page.words("party"))
    yield from party_signatures(view.parties or (party, party), page, "sign", "how_person")
    yield from name_signatures(view.mediators, page, "sign_mediator", "how_signature")
    yield page.sign("sign_recorder", "how_signature", name=view.recorder)


UNDISPUTED = PaperKind("undisputed", UndisputedView, _blocks, signs=("foot_party", "foot_mediator"))
