"""A finished paper read back: does its text say what the record says, to the character (promise 7)?

White space and line ends differ between readers and are left out of the comparison on both sides, and with them
characters that have no shape (joiners, marks of direction). Everything else must be equal and in order.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from difflib import SequenceMatcher

import pypdfium2
import pypdfium2.raw as pdfium

from mediation_desk.documents.clusters import INVISIBLE
from mediation_desk.documents.pages import PDFIUM
from mediation_desk.documents.render import Furniture

_SPACE = re.compile(r"\s+")
_NEAR = 8  # characters of the paper shown before a difference


@dataclass(frozen=True)
class Difference:
    """A place where paper and record differ. ``page`` counts from 1; ``near`` is the text before it on the paper."""

    page: int
    near: str
    expected: str
    found: str


def comparable(text: str) -> str:
    """The text as it is compared: without white space and characters that have no shape."""
    return INVISIBLE.sub("", _SPACE.sub("", text))


def page_texts(pdf: bytes) -> list[str]:
    """What can be copied out of each page, in the order it was drawn."""
    with PDFIUM, pypdfium2.PdfDocument(pdf) as paper:
        return [_page_text(paper[number]) for number in range(len(paper))]


def differences(pdf: bytes, expected: str, furniture: Furniture) -> list[Difference]:
    """Where the pages' text differs from ``expected`` plus each page's head and foot; empty when they are equal."""
    pages = [comparable(text) for text in page_texts(pdf)]
    found: list[Difference] = []
    body: list[str] = []
    for number, text in enumerate(pages, start=1):
        around = comparable(furniture.text(number, len(pages)))
        text = text.removeprefix(comparable(furniture.above(number)))
        if text.endswith(around):
            body.append(text[: len(text) - len(around)])
        else:
            found.append(Difference(number, "", around, text[-len(around) :]))
            body.append(text)
    return found or _compared(comparable(expected), body)


def _compared(expected: str, body: list[str]) -> list[Difference]:
    whole = "".join(body)
    if whole == expected:
        return []
    matcher = SequenceMatcher(None, expected, whole, autojunk=False)
    return [
        Difference(
            _page_of(there, body), whole[max(0, there - _NEAR) : there], expected[here:end], whole[there:there_end]
        )
        for kind, here, end, there, there_end in matcher.get_opcodes()
        if kind != "equal"
    ]


def _page_of(place: int, body: list[str]) -> int:
    for number, text in enumerate(body, start=1):
        if place < len(text) or number == len(body):
            return number
        place -= len(text)
    return 1


def _page_text(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return _characters(text)
    finally:
        text.close()
        page.close()


def _characters(text: pypdfium2.PdfTextPage) -> str:
    count = pdfium.FPDFText_CountChars(text)
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(text, 0, count, buffer)
    units = bytes(buffer)[: 2 * max(0, written - 1)]
    # PDFium marks a hyphen at the end of a line by U+0002 or U+FFFE.
    return units.decode("utf-16-le", "surrogatepass").replace("\x02", "-").replace("\ufffe", "-")
