"""延长调解期限同意书 (法释〔2016〕14号 Art. 27): both sides agree, to a day that is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.compose import Compose, by_hand, day, shown
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import SignerView, joined, name_signatures, party_signatures


@dataclass(frozen=True, kw_only=True)
class ExtensionView(PaperView):
    """The period ``until`` which mediation runs, and the day it is ``extended`` to, ``days`` later."""

    parties: tuple[SignerView, ...] = ()
    dispute: str = ""
    case_number: str = ""
    started: date | None = None
    until: date | None = None
    days: int | None = None
    extended: date | None = None
    reason: str = ""
    mediators: tuple[str, ...] = ()


def _blocks(view: ExtensionView, page: Compose) -> Iterator[Block]:
    words = page.words
    numbered = words("numbered", number=by_hand(view.case_number, 12)) if view.case_number or not view.draft else ""
    yield page.title()
    yield page.said(
        "body",
        before=12,
        names=by_hand(joined([party.name for party in view.parties]), 14),
        dispute=by_hand(view.dispute, 8),
        numbered=numbered,
        started=day(view.started),
        until=day(view.until),
    )
    yield page.said("agree", days=by_hand(shown(view.days), 4), extended=day(view.extended))
    if view.reason or not view.draft:
        yield page.said("reason", reason=by_hand(view.reason, 40))
    yield page.said("excluded")
    party = SignerView(role=words("party"))
    yield from party_signatures(view.parties or (party, party), page, "sign", "how_person")
    yield from name_signatures(view.mediators, page, "sign_mediator", "how_signature")


EXTENSION = PaperKind("extension", ExtensionView, _blocks)
