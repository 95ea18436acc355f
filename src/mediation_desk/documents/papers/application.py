"""人民调解申请书 (domain §4.2; 人民调解法 Art. 17)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mediation_desk.documents.agreement_view import PartyView
from mediation_desk.documents.compose import Compose
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import by_role, name_signatures


@dataclass(frozen=True, kw_only=True)
class ApplicationView(PaperView):
    """``applicants`` are the names that sign; ``recorder`` wrote down an oral application, and is empty otherwise."""

    parties: tuple[PartyView, ...] = ()
    facts: str = ""
    claims: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()
    recorder: str = ""


def _blocks(view: ApplicationView, page: Compose) -> Iterator[Block]:
    words = page.words
    yield page.title()
    yield from by_role(view.parties, page, (words("applicant"), words("respondent")))
    yield page.heading("facts")
    yield page.answer(view.facts, 5)
    yield page.heading("claims")
    yield from page.counted(view.claims, 3)
    yield page.said("declaration", before=8)
    if view.recorder:
        yield page.said("oral", recorder=view.recorder)
    yield from name_signatures(view.applicants, page, "sign", "sign_how")
    if view.recorder:
        yield page.sign("sign_writer", "how_signature", name=view.recorder)


APPLICATION = PaperKind("application", ApplicationView, _blocks)
