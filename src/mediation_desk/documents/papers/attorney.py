"""授权委托书 (domain §4.12; 民事诉讼法 Art. 62: special powers are named)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.agreement_view import PartyView
from mediation_desk.documents.compose import Compose, by_hand, day, ticked
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import party_fields, party_signatures, person


@dataclass(frozen=True, kw_only=True)
class AttorneyView(PaperView):
    """One principal, one agent. ``special`` None leaves both boxes open; ``ends`` None: until the mediation ends.

    ``further`` are powers beside the form's own. On a blank form the days are left for the hand.
    """

    principal: PartyView | None = None
    agent: PartyView | None = None
    relation: str = ""
    opposite: str = ""
    dispute: str = ""
    special: bool | None = None
    further: str = ""
    begins: date | None = None
    ends: date | None = None


def _blocks(view: AttorneyView, page: Compose) -> Iterator[Block]:
    words = page.words
    principal, agent = view.principal or person(), view.agent or person()
    yield page.title()
    yield party_fields(principal, page, (words("principal"),))
    yield party_fields(agent, page, (words("agent_side"),), (page.field("relation", view.relation),))
    yield page.said("matter", opposite=by_hand(view.opposite, 12), dispute=by_hand(view.dispute, 12), before=10)
    yield page.heading("authority_head")
    yield page.written(ticked(view.special is False) + words("general"))
    yield page.written(ticked(view.special is True) + words("special"))
    yield page.written(ticked(bool(view.further)) + words("also") + by_hand(view.further, 40))
    yield page.said("term_head", begins=day(view.begins), ends=_end(view, page), before=8)
    yield page.said("note")
    yield from party_signatures((principal,), page, "sign_principal", "sign_principal_how")
    yield page.sign("sign_attorney", "sign_attorney_how", name=agent.name)


def _end(view: AttorneyView, page: Compose) -> str:
    return page.words("term_end") if view.principal and view.ends is None else day(view.ends)


ATTORNEY = PaperKind("attorney", AttorneyView, _blocks)
