"""诉前案件终止调解情况表 (domain §4.13): course, reasons, issues, and which procedure is advised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mediation_desk.documents.compose import Compose, shown
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block, Table
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.ending import TerminationReason, reason_boxes
from mediation_desk.documents.papers.people import joined

_EMPTY = 4


class Track(StrEnum):
    """The procedure advised to the court (繁简分流)."""

    SMALL_CLAIMS = "small_claims"
    SUMMARY = "summary"
    ORDINARY = "ordinary"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that was done, and when."""

    on: date | None = None
    what: str = ""


@dataclass(frozen=True, kw_only=True)
class CourtSummaryView(PaperView):
    """``advice`` says more on the procedure than its box."""

    case_number: str = ""
    cause: str = ""
    names: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    received: date | None = None
    ended: date | None = None
    steps: tuple[Step, ...] = ()
    reasons: tuple[TerminationReason, ...] = ()
    other: str = ""
    issues: str = ""
    track: Track | None = None
    advice: str = ""
    filler: str = ""


def _blocks(view: CourtSummaryView, page: Compose) -> Iterator[Block]:
    words = page.words
    yield page.title()
    yield page.fields(
        (page.field("case_number", view.case_number, 1, 10), page.field("cause", view.cause, 1, 8)),
        (page.field("parties", joined(view.names)),),
        (page.field("mediators", joined(view.mediators)),),
        (page.day_field("received", view.received), page.day_field("ended", view.ended)),
    )
    yield _steps(view, page)
    yield page.written(words("reasons"), indent=0, before=8, bond=Bond.FIRM)
    yield from reason_boxes(view.reasons, view.other, page)
    yield page.written(words("issues"), indent=0, before=4, bond=Bond.FIRM)
    yield page.answer(view.issues, 2)
    track = page.choice(*((view.track is one, one.value) for one in Track))
    yield page.written(words("track") + track, indent=0, before=4)
    if view.advice or not view.draft:
        yield page.answer(view.advice, 1)
    yield page.sign("sign", "how_signature", name=view.filler)
    yield page.seal(view.centre)


def _steps(view: CourtSummaryView, page: Compose) -> Table:
    rows = [(str(place), shown(step.on), step.what) for place, step in enumerate(view.steps, start=1)]
    return Table(
        head=(page.words("order"), page.words("on"), page.words("what")),
        rows=tuple(rows) or (("", "", ""),) * _EMPTY,
        weights=(0.7, 2.0, 5.6),
        role=page.role,
        left=frozenset({2}),
        before=10.0,
        least=24.0,
    )


COURT_SUMMARY = PaperKind("court_summary", CourtSummaryView, _blocks)
