"""不予受理通知书 (人民调解工作若干规定 Art. 22; 人民调解法 Art. 17)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mediation_desk.documents.compose import Compose, by_hand, day, ticked
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.letter import address, received


class DeclineReason(StrEnum):
    """Why a dispute is not taken; the codes of the table ``decline_reason``."""

    SPECIAL_ORGAN = "special_organ"
    ALREADY_HANDLED = "already_handled"
    REFUSED = "refused"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class DeclineView(PaperView):
    """All reasons are printed, those that hold are ticked. ``other`` says what else; ``advice`` where to go."""

    names: tuple[str, ...] = ()
    applied: date | None = None
    dispute: str = ""
    reasons: tuple[DeclineReason, ...] = ()
    other: str = ""
    advice: str = ""


def _blocks(view: DeclineView, page: Compose) -> Iterator[Block]:
    yield page.title()
    yield page.number(view.number)
    yield address(view.names, page)
    yield page.said("body", applied=day(view.applied), dispute=by_hand(view.dispute, 8))
    for reason in DeclineReason:
        other = {"text": by_hand(view.other, 14)} if reason is DeclineReason.OTHER else {}
        yield page.written(ticked(reason in view.reasons) + page.words(reason.value, **other))
    yield page.said("routes")
    if view.advice:
        yield page.written(view.advice)
    yield page.said("notified")
    yield page.seal(view.centre)
    yield from received(view.names, page)


DECLINE = PaperKind("decline", DeclineView, _blocks, letter=True)
