"""回避与披露记录 (法释〔2016〕14号 Art. 15; 在线调解规则 Art. 13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mediation_desk.documents.compose import Compose
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import SignerView, joined, name_signatures, party_signatures

_GROUNDS = 3


class Opinion(StrEnum):
    """What the parties say to it."""

    NONE = "none"
    ASKS = "asks"
    AGREES = "agrees"


@dataclass(frozen=True, kw_only=True)
class DisclosureView(PaperView):
    """``clear`` True: the mediator has none of the three relations; False: ``relation`` says which; None is open."""

    at: datetime | None = None
    place: str = ""
    dispute: str = ""
    case_number: str = ""
    mediators: tuple[str, ...] = ()
    clear: bool | None = None
    relation: str = ""
    opinion: Opinion | None = None
    result: str = ""
    parties: tuple[SignerView, ...] = ()


def _blocks(view: DisclosureView, page: Compose) -> Iterator[Block]:
    words = page.words
    yield page.title()
    yield page.fields(
        (page.moment("at", view.at), page.field("place", view.place, 1, 8)),
        (page.field("dispute", view.dispute, 1.4, 8), page.field("case_number", view.case_number, 1, 8)),
        (page.field("mediators", joined(view.mediators)),),
        spread=3,
    )
    yield page.said("grounds", before=8, bond=Bond.FIRM)
    for place in range(1, _GROUNDS + 1):
        yield page.said(f"ground_{place}")
    yield page.said("himself")
    disclosed = page.choice((view.clear is True, "disclosed_none"), (view.clear is False, "disclosed_some"))
    yield page.written(words("disclosed") + disclosed, indent=0, before=6, bond=Bond.FIRM)
    if not view.clear:
        yield page.answer(view.relation, 2)
    opinion = page.choice(*((view.opinion is one, f"opinion_{one.value}") for one in Opinion))
    yield page.written(words("opinion") + opinion, indent=0, before=6, bond=Bond.FIRM)
    if view.result or not view.draft:
        yield page.written(words("result"), indent=0, before=6, bond=Bond.FIRM)
        yield page.answer(view.result, 2)
    yield from name_signatures(view.mediators, page, "sign_mediator", "how_signature")
    party = SignerView(role=words("party"))
    yield from party_signatures(view.parties or (party, party), page, "sign", "how_person")


DISCLOSURE = PaperKind("disclosure", DisclosureView, _blocks)
