"""委派（委托）调解函回执 (法释〔2016〕14号 Art. 27): the day it is signed for is the day the period begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mediation_desk.documents.compose import Compose, by_hand, day, shown
from mediation_desk.documents.layout import Block, Held
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.handed import Material, materials_table
from mediation_desk.documents.papers.people import joined


class Referral(StrEnum):
    """委派 before a case is filed, 委托 after."""

    ASSIGNED = "assigned"
    ENTRUSTED = "entrusted"


@dataclass(frozen=True, kw_only=True)
class ReferralReceiptView(PaperView):
    """``received`` is the day the court's materials were signed for; ``days`` the period that runs from it."""

    referral: Referral | None = None
    court: str = ""
    letter: str = ""
    case_number: str = ""
    cause: str = ""
    names: tuple[str, ...] = ()
    claims: str = ""
    handler: str = ""
    materials: tuple[Material, ...] = ()
    received: date | None = None
    days: int | None = None
    last: date | None = None
    mediators: tuple[str, ...] = ()
    receiver: str = ""


def _blocks(view: ReferralReceiptView, page: Compose) -> Iterator[Block]:
    yield page.title(_title(view))
    yield page.number(view.number)
    yield page.said("to", name=by_hand(view.court, 12), indent=0)
    yield page.fields(
        (page.field("letter", view.letter, 1, 8), page.field("case_number", view.case_number, 1.4, 10)),
        (page.field("cause", view.cause, 1.4, 8), page.field("handler", view.handler, 1, 6)),
        (page.field("parties", joined(view.names)),),
        (page.field("claims", view.claims),),
        spread=4,
    )
    yield Held(page.said("body", before=8))
    yield materials_table(view.materials, page)
    period = {"received": day(view.received), "days": by_hand(shown(view.days), 4), "last": day(view.last)}
    yield page.written(page.words("started", **period), before=8)
    yield page.said("accepted", mediators=by_hand(joined(view.mediators), 8))
    yield page.said("returned")
    yield page.sign("sign_receiver", "how_signature", name=view.receiver)
    yield page.seal(view.centre)


def _title(view: ReferralReceiptView) -> str:
    return f"title_{view.referral.value}" if view.referral else "title"


REFERRAL_RECEIPT = PaperKind("referral_receipt", ReferralReceiptView, _blocks, _title)
