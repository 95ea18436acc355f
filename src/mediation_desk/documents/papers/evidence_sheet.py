"""证据粘贴页 (domain §4.6): a sheet an item, to paste it on and to say that it agrees with the original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mediation_desk.documents.canvas import MM
from mediation_desk.documents.compose import Compose
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block, Frame, Held
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.paper_view import PaperView

_PASTE = 150 * MM


@dataclass(frozen=True, kw_only=True)
class EvidenceSheet:
    """One item and its place in the list."""

    order: int | None = None
    name: str = ""
    provider: str = ""
    pages: int | None = None


@dataclass(frozen=True, kw_only=True)
class EvidenceSheetView(PaperView):
    """The sheets, and who compared what is pasted with the originals."""

    sheets: tuple[EvidenceSheet, ...] = ()
    checker: str = ""


def _blocks(view: EvidenceSheetView, page: Compose) -> Iterator[Block]:
    yield page.title()
    for sheet in view.sheets or (EvidenceSheet(),):
        yield Held(
            page.fields(
                (page.field("order", sheet.order, 0.5, 3), page.field("name", sheet.name, 2, 12)),
                (page.field("provider", sheet.provider, 2, 8), page.field("pages", sheet.pages, 0.5, 3)),
            )
        )
        yield Frame(page.words("paste"), _PASTE, page.role)
        yield page.said("checked", indent=0, before=6, bond=Bond.FIRM)
        yield page.sign("sign_checker", "how_signature", name=view.checker)


EVIDENCE_SHEET = PaperKind("evidence_sheet", EvidenceSheetView, _blocks)
