"""A page as a picture: the preview and the printer show the stored file."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.documents import agreement_cases

from mediation_desk.documents.agreement import render_agreement
from mediation_desk.documents.check import page_texts
from mediation_desk.documents.pages import Pages


def test_pictures_have_the_size_of_a4_at_the_asked_dots(tmp_path: Path) -> None:
    """From bytes and from a file alike; ink on white."""
    pdf = render_agreement(agreement_cases.LEAK, draft=False)
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)
    for source in (pdf, file):
        with Pages(source) as pages:
            assert len(pages) == 2
            assert [round(side) for side in pages.size(0)] == [595, 842]
            picture = pages.picture(0, 100)
    assert (picture.width, picture.height) == (827, 1170)
    assert len(picture.pixels) == picture.stride * picture.height
    assert picture.pixels[:3] == b"\xff\xff\xff"
    assert b"\x00\x00\x00" in picture.pixels


def test_pages_are_drawn_and_read_from_several_threads_at_once() -> None:
    """A preview is painted while an issue is being checked; PDFium alone would crash the program."""
    pdf = render_agreement(agreement_cases.LEAK, draft=False)
    whole = page_texts(pdf)

    def paint_and_read(_: int) -> bool:
        with Pages(pdf) as pages:
            return len(pages.picture(1, 40).pixels) > 0 and page_texts(pdf) == whole

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(paint_and_read, range(24)))
