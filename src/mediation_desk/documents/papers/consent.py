"""同意调解及选择调解员确认书 (法释〔2016〕14号 Arts. 11-12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mediation_desk.documents.compose import Compose
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import SignerView, joined, party_signatures


@dataclass(frozen=True, kw_only=True)
class ConsentView(PaperView):
    """``jointly``: the parties chose the mediator together; False: designated; None leaves both boxes open."""

    case_number: str = ""
    dispute: str = ""
    parties: tuple[SignerView, ...] = ()
    jointly: bool | None = None
    mediators: tuple[str, ...] = ()


def _blocks(view: ConsentView, page: Compose) -> Iterator[Block]:
    yield page.title()
    yield page.fields(
        (page.field("dispute", view.dispute, 1.4, 10), page.field("case_number", view.case_number, 1, 10)), before=10
    )
    yield page.said("agreed", centre=view.centre, before=8)
    choice = page.choice((view.jointly is True, "jointly"), (view.jointly is False, "appointed"))
    yield page.written(page.words("chosen") + choice)
    yield page.fields((page.field("mediators", joined(view.mediators)),))
    yield page.said("refusal", before=6)
    yield page.said("compromise")
    party = SignerView(role=page.words("party"))
    yield from party_signatures(view.parties or (party, party), page, "sign", "how_person")


CONSENT = PaperKind("consent", ConsentView, _blocks)
