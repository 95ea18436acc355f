"""A sheet that stands where something could not be bound."""

from __future__ import annotations

from collections.abc import Sequence

from mediation_desk.documents.area import FORM, LEFT, TEXT_WIDTH
from mediation_desk.documents.canvas import Sheet
from mediation_desk.documents.layout import Paragraph
from mediation_desk.documents.typefaces import Role


def notice_sheet(lines: Sequence[str]) -> bytes:
    """A PDF of one sheet with a few sentences on it, each a paragraph."""
    sheet = Sheet("")
    top = FORM.top
    for line in lines:
        for piece in Paragraph(line, Role.SONG).pieces(TEXT_WIDTH):
            piece.draw(sheet, LEFT, top)
            top += piece.height
    sheet.next_page()
    return sheet.finish()
