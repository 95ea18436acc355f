"""司法确认申请书 (domain §4.11; 民事诉讼法 Arts. 205-206): all parties apply together, there is no respondent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.agreement_view import PartyKind, PartyView
from mediation_desk.documents.compose import Compose, by_hand, day
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import joined, party_fields, party_signatures
from mediation_desk.domain.numerals import chinese_count

_ENCLOSED = 5


@dataclass(frozen=True, kw_only=True)
class ApplicantView(PartyView):
    """A party as the court wants it, with the day of birth."""

    born: date | None = None


@dataclass(frozen=True, kw_only=True)
class ConfirmationView(PaperView):
    """``facts`` stand before the fixed sentence on who mediated; ``terms`` are the agreement's."""

    applicants: tuple[ApplicantView, ...] = ()
    court: str = ""
    agreement: str = ""
    agreed: date | None = None
    dispute: str = ""
    facts: str = ""
    terms: tuple[str, ...] = ()


def _blocks(view: ConfirmationView, page: Compose) -> Iterator[Block]:
    words = page.words
    yield page.title()
    for applicant in view.applicants or (ApplicantView(role="", kind=PartyKind.PERSON, name=""),) * 2:
        born = [] if applicant.kind is PartyKind.ORGANISATION else [(page.day_field("born", applicant.born),)]
        yield party_fields(applicant, page, (words("applicant"),), *born)
    names = by_hand(joined([one.name for one in view.applicants]), 14)
    yield page.heading("requests")
    yield page.said("request", names=names, day=day(view.agreed), agreement=by_hand(view.agreement, 14))
    yield page.heading("reasons")
    if view.facts:
        yield page.written(view.facts)
    yield page.said("reason", dispute=by_hand(view.dispute, 8), centre=view.centre, day=day(view.agreed))
    yield from _terms(view, page)
    yield page.said("declaration")
    yield page.said("joint")
    yield page.said("hereby", before=6)
    yield page.written(by_hand(view.court, 16), indent=0)
    yield page.said("enclosed", before=6)
    for place in range(1, _ENCLOSED + 1):
        yield page.said(f"enclosed_{place}")
    signers = view.applicants or (ApplicantView(role="", kind=PartyKind.PERSON, name=""),) * 2
    yield from party_signatures(signers, page, "sign", "sign_how")


def _terms(view: ConfirmationView, page: Compose) -> Iterator[Block]:
    if not view.terms:
        yield page.answer("", 3)
    for place, term in enumerate(view.terms, start=1):
        yield page.said("item", count=chinese_count(place), text=term)


CONFIRMATION = PaperKind("confirmation", ConfirmationView, _blocks)
