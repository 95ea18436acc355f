"""终止调解告知书 (人民调解法 Art. 26): mediation has ended; arbitration, administration and courts remain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.compose import Compose, by_hand, day
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.letter import address, received


@dataclass(frozen=True, kw_only=True)
class TerminationView(PaperView):
    """``reason`` empty: 无法达成一致意见. ``arbitral``, ``organ`` and ``court`` name who is competent, if known."""

    names: tuple[str, ...] = ()
    dispute: str = ""
    accepted: date | None = None
    reason: str = ""
    arbitral: str = ""
    organ: str = ""
    court: str = ""


def _blocks(view: TerminationView, page: Compose) -> Iterator[Block]:
    reason = view.reason or (page.words("reason") if view.names else "")
    yield page.title()
    yield page.number(view.number)
    yield address(view.names, page)
    dispute = by_hand(view.dispute, 8)
    yield page.said("body", dispute=dispute, accepted=day(view.accepted), reason=by_hand(reason, 12))
    yield page.said("routes")
    for route, organ in (("arbitration", view.arbitral), ("administration", view.organ), ("court", view.court)):
        yield page.said(route, organ=page.words("named", organ=organ) if organ else "")
    yield page.said("limits")
    yield page.said("notified")
    yield page.seal(view.centre)
    yield from received(view.names, page)


TERMINATION = PaperKind("termination", TerminationView, _blocks, letter=True)
