"""调解协议生效告知书: what goes with an agreement in effect, first of all the last day to have it confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mediation_desk.documents.compose import Compose, by_hand, day
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.letter import address, received
from mediation_desk.documents.typefaces import Role

_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class EffectNoticeView(PaperView):
    """``counted`` is the thirtieth day, ``last`` the one that holds; ``notes`` what the reader must know (holidays).

    ``arbitration`` is the last day to have an agreement on labour reviewed, None where there is none.
    """

    names: tuple[str, ...] = ()
    agreement: str = ""
    agreed: date | None = None
    effective: date | None = None
    counted: date | None = None
    last: date | None = None
    notes: tuple[str, ...] = ()
    court: str = ""
    arbitration: date | None = None
    arbitral: str = ""


def _blocks(view: EffectNoticeView, page: Compose) -> Iterator[Block]:
    words = page.words
    yield page.title()
    yield address(view.names, page)
    agreement = by_hand(view.agreement, 14)
    yield page.said("body", agreed=day(view.agreed), agreement=agreement, effective=day(view.effective))
    yield page.said("binding")
    yield page.said("confirmation", court=view.court or words("a_court"), bond=Bond.FIRM)
    yield page.written(words("last", last=day(view.last)), role=Role.SONG_BOLD, bond=Bond.FIRM)
    yield page.written(_reckoning(view, page))
    for note in view.notes:
        yield page.said("note", text=note)
    yield page.said("together")
    if view.arbitration:
        yield page.said("arbitration_body", arbitral=view.arbitral or words("an_arbitral"), bond=Bond.FIRM)
        yield page.written(words("arbitration", last=day(view.arbitration)), role=Role.SONG_BOLD)
    yield page.said("others")
    yield page.said("notified")
    yield page.seal(view.centre)
    yield from received(view.names, page)


def _reckoning(view: EffectNoticeView, page: Compose) -> str:
    first = view.effective + _DAY if view.effective else None
    text = page.words("reckoning", effective=day(view.effective), first=day(first), counted=day(view.counted))
    if view.last != view.counted:
        text += page.words("moved", last=day(view.last))
    return text + page.words("basis")


EFFECT_NOTICE = PaperKind("effect_notice", EffectNoticeView, _blocks, letter=True)
