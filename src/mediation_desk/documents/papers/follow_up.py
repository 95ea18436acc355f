"""人民调解回访记录 (domain §4.10; 人民调解法 Art. 31)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mediation_desk.documents.compose import Compose
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import joined, name_signatures


class Performed(StrEnum):
    """How far the agreement has been performed."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class FollowUpView(PaperView):
    """One visit. ``outside_cause`` is the line finance cases have (因非金融机构原因未能履行); ``finance`` prints it."""

    names: tuple[str, ...] = ()
    agreement: str = ""
    reason: str = ""
    at: datetime | None = None
    method: str = ""
    performed: Performed | None = None
    finance: bool = False
    outside_cause: bool | None = None
    situation: str = ""
    visitors: tuple[str, ...] = ()


def _blocks(view: FollowUpView, page: Compose) -> Iterator[Block]:
    performed = page.choice(*((view.performed is one, f"performed_{one.value}") for one in Performed))
    yield page.title()
    rows = [
        (page.field("parties", joined(view.names)),),
        (page.field("agreement", view.agreement),),
        (page.field("reason", view.reason),),
        (page.moment("at", view.at), page.field("method", view.method, 1, 6)),
        (page.field("performed", performed),),
    ]
    if view.finance:
        cause = page.choice((view.outside_cause is True, "cause_yes"), (view.outside_cause is False, "cause_no"))
        rows.append((page.field("cause", cause),))
    yield page.fields(*rows)
    yield page.heading("situation")
    yield page.answer(view.situation, 10)
    yield from name_signatures(view.visitors, page, "sign_visitor", "how_signature")
    yield page.seal(view.centre)


FOLLOW_UP = PaperKind("follow_up", FollowUpView, _blocks)
