"""What binds a volume (domain §§4.0, 4.1, 4.12): cover, contents, notes on its state, back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.canvas import MM
from mediation_desk.documents.compose import Compose, by_hand, day, shown
from mediation_desk.documents.layout import Block, Fields, Space, Table, Title
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import joined
from mediation_desk.documents.typefaces import Role

_COVER_SIZE, _COVER_LEADING = 16.0, 42.0
_EMPTY_ROWS = 18


@dataclass(frozen=True, kw_only=True)
class CoverView(PaperView):
    """封面. ``volume`` is the 卷名; ``number`` the 卷号; ``begins`` to ``ends`` the days of mediation; ``keeping`` the 保管期限."""

    volume: str = ""
    year: int | None = None
    mediators: tuple[str, ...] = ()
    begins: date | None = None
    ends: date | None = None
    filer: str = ""
    filed: date | None = None
    keeping: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ContentsEntry:
    """One paper of the volume; ``page`` is ``3`` or ``3—5``."""

    paper: str = ""
    page: str = ""
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class ContentsView(PaperView):
    """卷内目录."""

    entries: tuple[ContentsEntry, ...] = ()


@dataclass(frozen=True, kw_only=True)
class VolumeNotesView(PaperView):
    """卷宗情况说明: ``notes`` on what is missing, damaged or was added; empty says that nothing is."""

    volume: str = ""
    notes: str = ""
    filer: str = ""
    inspector: str = ""


@dataclass(frozen=True, kw_only=True)
class BackView(PaperView):
    """封底; ``pages`` of the volume, None for a blank."""

    pages: int | None = None


def _cover(view: CoverView, page: Compose) -> Iterator[Block]:
    words = page.words
    period = words("from_to", begins=day(view.begins), ends=day(view.ends)) if view.begins or view.ends else ""
    yield Space(12 * MM)
    yield Title(view.centre, 22.0)
    yield Space(8 * MM)
    yield Title(words("title"), 36.0)
    yield Space(18 * MM)
    rows = (
        page.field("volume", view.volume),
        page.field("year", view.year),
        page.field("volume_number", page.numbered(view.number)),
        page.field("mediators", joined(view.mediators)),
        page.field("period", period),
        page.field("filer", view.filer),
        page.day_field("filed", view.filed),
        page.field("keeping", view.keeping),
        page.field("note", view.note),
    )
    yield Fields((), tuple((row,) for row in rows), page.role, Role.SONG, _COVER_SIZE, _COVER_LEADING, spread=5)


def _contents(view: ContentsView, page: Compose) -> Iterator[Block]:
    words = page.words
    rows = [(str(place), one.paper, one.page, one.remark) for place, one in enumerate(view.entries, start=1)]
    yield page.title()
    yield Table(
        head=tuple(words(column) for column in ("order", "paper", "page", "remark")),
        rows=tuple(rows) or (("", "", "", ""),) * _EMPTY_ROWS,
        weights=(0.8, 4.4, 1.2, 2.0),
        role=page.role,
        left=frozenset({1, 3}),
        size=12.0,
        leading=18.0,
        before=12.0,
        least=29.0,
    )


def _notes(view: VolumeNotesView, page: Compose) -> Iterator[Block]:
    words = page.words
    yield page.title()
    yield page.number(view.number)
    yield page.fields((page.field("volume", view.volume),))
    yield page.heading("notes")
    yield page.answer(view.notes or (words("complete") if view.volume else ""), 14)
    yield page.sign("sign_filer", "how_signature", name=view.filer)
    yield page.sign("sign_inspector", "how_signature", name=view.inspector)


def _back(view: BackView, page: Compose) -> Iterator[Block]:
    yield Space(150 * MM)
    yield page.centred("total", pages=by_hand(shown(view.pages), 4))
    yield page.centred("at_body", centre=view.centre)


COVER = PaperKind("cover", CoverView, _cover, bare=True)
CONTENTS = PaperKind("contents", ContentsView, _contents)
VOLUME_NOTES = PaperKind("volume_notes", VolumeNotesView, _notes)
BACK = PaperKind("back", BackView, _back, bare=True)
