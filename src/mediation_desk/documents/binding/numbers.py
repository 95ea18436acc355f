"""Page numbers where the archive wants them: front at the upper right, back at the upper left; and captions at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from mediation_desk.documents.canvas import HEIGHT, MM, WIDTH, Sheet
from mediation_desk.documents.typefaces import Role

_NUMBER_AT = 12 * MM
_EDGE = 14 * MM
_SIZE = 14.0
_CAPTION_AT = HEIGHT - 9 * MM
_CAPTION_SIZE = 10.0


def overlays(marks: Sequence[tuple[int | None, str]]) -> bytes:
    """A PDF with one sheet for each (page number or None, caption), to lie over the sheets of the volume."""
    sheet = Sheet("")
    for number, caption in marks:
        if number is not None and number % 2:
            sheet.right(WIDTH - _EDGE, _NUMBER_AT, str(number), Role.SONG, _SIZE)
        elif number is not None:
            sheet.text(_EDGE, _NUMBER_AT, str(number), Role.SONG, _SIZE)
        if caption:
            sheet.centred(WIDTH / 2, _CAPTION_AT, caption, Role.SONG, _CAPTION_SIZE)
        sheet.next_page()
    return sheet.finish()
