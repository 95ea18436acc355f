"""人民调解证据材料 (domain §4.6): the list, with a blank for whoever compared each copy with its original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.compose import Compose, by_hand, shown
from mediation_desk.documents.layout import Block, Table
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.people import name_signatures

_COLUMNS = ("order", "name", "sort", "provider", "original", "pages", "proves", "submitted", "checker")
_WEIGHTS = (0.8, 2.2, 1.2, 1.4, 1.2, 0.8, 2.6, 1.6, 1.2)
_SENTENCES = frozenset({1, 6})
_EMPTY, _HIGH = 14, 30.0


@dataclass(frozen=True, kw_only=True)
class EvidenceItem:
    """One item; ``sort`` is 书证, 物证 …; ``original`` None where nobody said."""

    name: str = ""
    sort: str = ""
    provider: str = ""
    original: bool | None = None
    pages: int | None = None
    proves: str = ""
    submitted: date | None = None


@dataclass(frozen=True, kw_only=True)
class EvidenceView(PaperView):
    """The items in order, who handed them in, and who took them."""

    items: tuple[EvidenceItem, ...] = ()
    providers: tuple[str, ...] = ()
    receiver: str = ""


def _blocks(view: EvidenceView, page: Compose) -> Iterator[Block]:
    yield page.title()
    yield page.number(view.number)
    rows = [_row(place, item, page) for place, item in enumerate(view.items, start=1)]
    yield Table(
        head=tuple(page.words(column) for column in _COLUMNS),
        rows=tuple(rows) or (("",) * len(_COLUMNS),) * _EMPTY,
        weights=_WEIGHTS,
        role=page.role,
        left=_SENTENCES,
        size=10.5,
        leading=14.0,
        least=_HIGH,
    )
    count = str(len(view.items)) if view.items else ""
    pages = str(sum(item.pages or 0 for item in view.items)) if view.items else ""
    yield page.said("total", count=by_hand(count, 4), pages=by_hand(pages, 4), before=10)
    yield from name_signatures(view.providers, page, "sign_provider", "how_signature")
    yield page.sign("sign_receiver", "how_signature", name=view.receiver)


def _row(place: int, item: EvidenceItem, page: Compose) -> tuple[str, ...]:
    original = "" if item.original is None else page.words("is_original" if item.original else "is_copy")
    submitted, pages = shown(item.submitted).replace("年", "年\n"), shown(item.pages)
    return (str(place), item.name, item.sort, item.provider, original, pages, item.proves, submitted, "")


EVIDENCE = PaperKind("evidence", EvidenceView, _blocks)
