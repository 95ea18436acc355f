"""人民调解调查记录 (domain §4.5): questions and answers, each sheet signed by the person questioned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from mediation_desk.documents.compose import Compose
from mediation_desk.documents.layout import Block
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import joined, name_signatures


@dataclass(frozen=True, kw_only=True)
class InquiryView(PaperView):
    """One inquiry. ``minutes`` are 问：… 答：…, a line each."""

    at: datetime | None = None
    place: str = ""
    present: str = ""
    questioned: str = ""
    investigators: tuple[str, ...] = ()
    recorder: str = ""
    minutes: str = ""


def _blocks(view: InquiryView, page: Compose) -> Iterator[Block]:
    yield page.title()
    yield page.fields(
        (page.moment("at", view.at), page.field("place", view.place, 1, 10)),
        (page.field("present", view.present, 1.6, 10), page.field("questioned", view.questioned, 1, 8)),
        spread=4,
    )
    yield page.heading("minutes")
    yield page.answer(view.minutes, 24)
    yield page.said("read", before=8)
    yield from name_signatures(view.investigators, page, "sign_investigator", "how_signature", least=2)
    yield page.sign("sign_questioned", "how_finger", name=joined((view.questioned,)))
    yield page.sign("sign_recorder", "how_signature", name=view.recorder)


INQUIRY = PaperKind("inquiry", InquiryView, _blocks, signs=("foot_questioned",))
