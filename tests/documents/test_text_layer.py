"""What is copied out of a paper equals what was written, for every plane."""

from __future__ import annotations

import io

import pytest
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, String
from reportlab.pdfgen.canvas import Canvas
from tests.documents.readers import RARE_NAMES, by_poppler, rare_characters

from mediation_desk.documents.canvas import Sheet
from mediation_desk.documents.check import comparable, page_texts
from mediation_desk.documents.embedding import font
from mediation_desk.documents.lines import broken
from mediation_desk.documents.textlayer import to_unicode
from mediation_desk.documents.typefaces import Role

PAGE = "\n".join((*RARE_NAMES, rare_characters(100, seed=20261124), "字\U000e0100é《》——……“”·①Ⅷ㎡", "é"))


def printed(text: str, role: Role) -> bytes:
    """The text on one sheet."""
    sheet = Sheet("page of names")
    for place, line in enumerate(broken(text, role, 14, 440)):
        sheet.text(70, 80 + 22 * place, line.text, role, 14)
    sheet.next_page()
    return sheet.finish()


@pytest.mark.parametrize("role", list(Role))
def test_pdfium_reads_back_rare_names_and_a_hundred_characters_of_ext_a_to_f(role: Role) -> None:
    """ReportLab's own text layer gives rubbish beyond the basic plane."""
    assert comparable("".join(page_texts(printed(PAGE, role)))) == comparable(PAGE)


@pytest.mark.parametrize("role", list(Role))
def test_poppler_reads_back_the_same(role: Role) -> None:
    """Two readers of different make agree, so it is the file that is right."""
    assert comparable(by_poppler(printed(PAGE, role))) == comparable(PAGE)


def test_more_than_a_hundred_characters_go_into_several_blocks() -> None:
    """A block of the map may hold a hundred lines; surrogate pairs stand for what lies beyond the basic plane."""
    table = to_unicode(["", *(chr(0x20000 + step) for step in range(250))]).decode()
    assert [line for line in table.splitlines() if "beginbfchar" in line] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "50 beginbfchar",
    ]
    assert "<0001> <D840DC00>" in table


def test_a_hyphen_at_the_end_of_a_line_is_a_hyphen() -> None:
    """PDFium replaces it by a mark of its own; the comparison must not take that for a difference."""
    sheet = Sheet("hyphen")
    sheet.text(70, 100, "abc-", Role.SONG, 14)
    sheet.text(70, 120, "def", Role.SONG, 14)
    sheet.next_page()
    assert comparable("".join(page_texts(sheet.finish()))) == "abc-def"


def test_reportlab_drawings_set_the_same_faces() -> None:
    """Charts are ReportLab drawings: a name in one falls back from face to face and reads back like any other."""
    canvas = Canvas(file := io.BytesIO(), invariant=1)
    chart = Drawing(400, 100)
    chart.add(String(10, 10, "尉迟䶮 王𠮷 12件", fontName=font(Role.KAI), fontSize=14))
    renderPDF.draw(chart, canvas, 50, 500)
    canvas.save()
    assert comparable("".join(page_texts(file.getvalue()))) == "尉迟䶮王𠮷12件"


def test_a_character_that_should_have_been_refused_is_never_dropped() -> None:
    """Drawing is the last gate: it fails rather than print a paper with a hole."""
    sheet = Sheet("gate")
    with pytest.raises(ValueError, match=r"U\+323AF"):
        sheet.text(70, 100, "王\U000323af", Role.SONG, 14)
