"""虚假调解报告 (法释〔2016〕14号 Art. 18): mediation is suspended and the court is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.compose import Compose, by_hand, day
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import joined, name_signatures


@dataclass(frozen=True, kw_only=True)
class FalseMediationView(PaperView):
    """What looks wrong, what was done about it, and what is enclosed."""

    court: str = ""
    case_number: str = ""
    names: tuple[str, ...] = ()
    dispute: str = ""
    suspended: date | None = None
    facts: str = ""
    measures: str = ""
    enclosed: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()


def _blocks(view: FalseMediationView, page: Compose) -> Iterator[Block]:
    yield page.title()
    yield page.number(view.number)
    yield page.said("to", name=by_hand(view.court, 12), indent=0)
    yield page.said(
        "body",
        names=by_hand(joined(view.names), 14),
        dispute=by_hand(view.dispute, 8),
        case_number=by_hand(view.case_number, 12),
        suspended=day(view.suspended),
    )
    yield page.said("facts", bond=Bond.FIRM)
    yield page.answer(view.facts, 4)
    yield page.said("measures", bond=Bond.FIRM)
    yield page.answer(view.measures, 2)
    yield page.said("enclosed", bond=Bond.FIRM)
    yield from page.counted(view.enclosed, 2)
    yield page.said("reported")
    yield from name_signatures(view.mediators, page, "sign_mediator", "how_signature")
    yield page.seal(view.centre)


FALSE_MEDIATION = PaperKind("false_mediation", FalseMediationView, _blocks, letter=True)
