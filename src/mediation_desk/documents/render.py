"""Blocks of a paper onto numbered sheets with head, foot and, where they are needed, 骑缝章 and 草稿."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mediation_desk.documents.area import FORM, LEFT, RIGHT, TEXT_WIDTH, Area
from mediation_desk.documents.canvas import HEIGHT, MM, WIDTH, Sheet
from mediation_desk.documents.flow import Again, Piece, paged
from mediation_desk.documents.foot_code import modules
from mediation_desk.documents.layout import Block
from mediation_desk.documents.typefaces import BLANK, Role, chain

_HEAD_AT = 20 * MM
_SIGN_AT = HEIGHT - 24 * MM
_FOOT_AT = HEIGHT - 14 * MM
_MARK_AT = (LEFT - 10 * MM, HEIGHT - 21 * MM)
_MODULE = 0.5 * MM  # six points of a 300 dpi scan, and still three of a poor photograph
_SMALL = 9.0
_TINY = 8.0
_EDGE = 14.0
TEXT_HEIGHT = FORM.height


@dataclass(frozen=True)
class Furniture:
    """What stands on every sheet beside the text. ``page`` holds ``{page}`` and ``{pages}``.

    ``head`` stands on the second sheet and after; ``signs`` are labels of places to sign at the foot; ``across`` is
    printed at the outer edge where one seal shall lie over all sheets, if there are several; ``watermark`` is for drafts.
    """

    head: str
    signs: tuple[str, ...]
    code: str
    page: str
    issued: str
    across: str = ""
    watermark: str = ""
    role: Role = Role.SONG
    area: Area = FORM
    edge: bool = False
    """The page number stands outside, as on official letters: right on the front, left on the back of a sheet."""
    mark: str = ""
    """The paper's code, drawn small in the margin so that a scan of the sheet is recognised."""
    repeated: tuple[str, ...] = ()
    """What each page begins with that is not said there for the first time: heads of tables that go on."""

    def above(self, page: int) -> str:
        """The repeated text at the top of one sheet (from 1)."""
        return self.repeated[page - 1] if page <= len(self.repeated) else ""

    def text(self, page: int, pages: int) -> str:
        """The text of the furniture of one sheet (from 1), in reading order."""
        head = (self.head,) if page > 1 else ()
        across = (self.across,) if pages > 1 else ()
        numbered = self.page.format(page=page, pages=pages)
        return "\n".join((*head, *self.signs, self.code, numbered, self.issued, *across)).replace(BLANK, "")


def rendered(title: str, blocks: Sequence[Block], furniture: Furniture, created: datetime | None = None) -> bytes:
    """The PDF of the blocks, PDF/A-1b with the instant of its creation. ``title`` is never a person's name."""
    area = furniture.area
    pages = paged(pieces_of(blocks), area.height)
    sheet = Sheet(title)
    for number, page in enumerate(pages, start=1):
        if furniture.watermark:
            sheet.watermark(furniture.watermark)
        for placed in page:
            placed.piece.draw(sheet, LEFT, area.top + placed.top)
        _draw(sheet, furniture, number, len(pages))
        sheet.next_page()
    return sheet.finish(created)


def pieces_of(blocks: Sequence[Block]) -> list[Piece]:
    """The slices of all blocks, at the width every paper has."""
    return [piece for block in blocks for piece in block.pieces(TEXT_WIDTH)]


def repeated(blocks: Sequence[Block], area: Area = FORM) -> tuple[str, ...]:
    """For each page the heads that are drawn once more at its top (``Furniture.repeated``)."""
    return tuple(
        page[0].piece.text if isinstance(page[0].piece, Again) else "" for page in paged(pieces_of(blocks), area.height)
    )


def _draw(sheet: Sheet, furniture: Furniture, page: int, pages: int) -> None:
    role = furniture.role
    if page > 1 and furniture.head:
        sheet.centred(WIDTH / 2, _HEAD_AT, furniture.head, role, _SMALL)
        sheet.rule(LEFT, WIDTH - RIGHT, _HEAD_AT + 5, 0.4)
    if furniture.signs:
        sheet.rule(LEFT, WIDTH - RIGHT, furniture.area.end + 2.5 * MM, 0.4)
        _draw_signs(sheet, furniture.signs, role)
    sheet.text(LEFT, _FOOT_AT, furniture.code, role, _TINY)
    if furniture.mark:
        sheet.squares(*_MARK_AT, _MODULE, modules(furniture.mark, page))
    numbered = furniture.page.format(page=page, pages=pages)
    if not furniture.edge:
        sheet.centred(WIDTH / 2, _FOOT_AT, numbered, role, _SMALL)
    elif page % 2:
        sheet.right(WIDTH - RIGHT - _EDGE, furniture.area.end + 7 * MM, numbered, role, _EDGE)
    else:
        sheet.text(LEFT + _EDGE, furniture.area.end + 7 * MM, numbered, role, _EDGE)
    sheet.right(WIDTH - RIGHT, _FOOT_AT, furniture.issued, role, _TINY)
    if pages > 1:
        sheet.grey(0.55)
        for place, char in enumerate(furniture.across):
            sheet.text(WIDTH - 8 * MM, HEIGHT / 2 + place * 12, char, role, _TINY)
        sheet.grey(0)


def _draw_signs(sheet: Sheet, signs: Sequence[str], role: Role) -> None:
    each = TEXT_WIDTH / len(signs)
    for place, label in enumerate(signs):
        at = LEFT + place * each
        sheet.text(at, _SIGN_AT, label, role, _SMALL)
        written = chain(role).width(label) * _SMALL / 1000
        sheet.rule(at + written + 2, at + each - 10, _SIGN_AT + 2)
