"""终止调解报告及材料移送 (法释〔2016〕14号 Arts. 21, 26; 在线调解规则 Art. 21)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.compose import Compose, by_hand, day
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block, Held
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.ending import TerminationReason, reason_boxes
from mediation_desk.documents.papers.handed import Material, materials_table
from mediation_desk.documents.papers.people import joined, name_signatures


@dataclass(frozen=True, kw_only=True)
class CourtReportView(PaperView):
    """``conduct`` is what a party did to raise others' costs; ``hints`` what the court should know. Empty: 无."""

    court: str = ""
    case_number: str = ""
    cause: str = ""
    names: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    received: date | None = None
    ended: date | None = None
    reasons: tuple[TerminationReason, ...] = ()
    other: str = ""
    facts: str = ""
    conduct: str = ""
    hints: str = ""
    materials: tuple[Material, ...] = ()
    taker: str = ""


def _blocks(view: CourtReportView, page: Compose) -> Iterator[Block]:
    words = page.words
    yield page.title()
    yield page.number(view.number)
    yield page.said("to", name=by_hand(view.court, 12), indent=0)
    yield page.said(
        "body",
        names=by_hand(joined(view.names), 14),
        cause=by_hand(view.cause, 8),
        case_number=by_hand(view.case_number, 12),
        received=day(view.received),
        mediators=by_hand(joined(view.mediators), 8),
    )
    yield page.said("ended", ended=day(view.ended), bond=Bond.FIRM)
    yield from reason_boxes(view.reasons, view.other, page)
    for part, text in (("facts", view.facts), ("conduct", view.conduct), ("hints", view.hints)):
        yield page.said(part, bond=Bond.FIRM)
        yield page.answer(text or (words("none") if view.names else ""), 2)
    yield Held(page.said("materials"))
    yield materials_table(view.materials, page)
    yield page.said("reported", before=8)
    yield from name_signatures(view.mediators, page, "sign_mediator", "how_signature")
    yield page.seal(view.centre)
    yield page.sign("sign_taken", "how_received", name=view.taker)


COURT_REPORT = PaperKind("court_report", CourtReportView, _blocks, letter=True)
