"""主持调解证明 (民诉法解释 Art. 354): the committee's proof for the court that it mediated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.compose import Compose, by_hand, day
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import joined


@dataclass(frozen=True, kw_only=True)
class HostedView(PaperView):
    """Who, what, when, where; and the agreement with its day of effect."""

    court: str = ""
    names: tuple[str, ...] = ()
    dispute: str = ""
    accepted: date | None = None
    mediators: tuple[str, ...] = ()
    place: str = ""
    agreed: date | None = None
    agreement: str = ""
    effective: date | None = None


def _blocks(view: HostedView, page: Compose) -> Iterator[Block]:
    yield page.title()
    yield page.said("to", name=by_hand(view.court, 12), indent=0, before=14)
    yield page.said(
        "body",
        names=by_hand(joined(view.names), 14),
        dispute=by_hand(view.dispute, 8),
        accepted=day(view.accepted),
        mediators=by_hand(joined(view.mediators), 6),
        place=by_hand(view.place, 8),
        agreed=day(view.agreed),
        agreement=by_hand(view.agreement, 14),
        effective=day(view.effective),
    )
    yield page.said("free")
    yield page.said("certified")
    yield page.seal(view.centre)


HOSTED = PaperKind("hosted", HostedView, _blocks, letter=True)
