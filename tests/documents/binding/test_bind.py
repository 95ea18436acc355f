"""A volume: numbered where the archive wants it, bookmarked, the same bytes each time, in the memory of two files."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from tests.documents import paper_cases
from tests.documents.scans import made
from tests.documents.validator import invalid

from mediation_desk.documents.binding.bind import bind
from mediation_desk.documents.binding.parts import Leaf, Part, placed
from mediation_desk.documents.binding.said import notice_sheet
from mediation_desk.documents.check import page_texts
from mediation_desk.documents.pages import Pages
from mediation_desk.documents.paper import render
from mediation_desk.documents.papers.kinds import KINDS
from mediation_desk.documents.scans.pages import scan_pages
from mediation_desk.documents.scans.sheet import on_sheet

CAPTION = "与原件核对无异。　核对人：牛建军"


def of_paper(key: str, *, numbered: bool = True) -> Part:
    """A paper of the sample cases as a part."""
    pdf = render(KINDS[key], paper_cases.SHORT[key], draft=False)
    with Pages(pdf) as pages:
        return Part(key, (Leaf(lambda: pdf, len(pages)),), numbered=numbered)


def of_scan(caption: str = "") -> Part:
    """Two scanned sheets as a part, the first with a caption."""
    sheets = [on_sheet(picture, whole=False) for picture in scan_pages(made.two_sheets_tiff())]
    first, second = sheets
    return Part("scan", (Leaf(lambda: first, 1, caption), Leaf(lambda: second, 1)))


@pytest.fixture(scope="module")
def parts() -> list[Part]:
    """Cover, contents, four papers of which one is scans, a notice, back."""
    notice = notice_sheet(("此处应有：证据2。", "未能装入本卷：文件已加密。"))
    return [
        of_paper("cover", numbered=False),
        of_paper("contents", numbered=False),
        of_paper("application"),
        of_paper("rights"),
        of_scan(CAPTION),
        Part("notice", (Leaf(lambda: notice, 1),)),
        of_paper("back", numbered=False),
    ]


@pytest.fixture(scope="module")
def volume(parts: list[Part]) -> bytes:
    """The bound volume."""
    out = io.BytesIO()
    bind(parts, out)
    return out.getvalue()


def test_only_sheets_with_content_are_counted(parts: list[Part]) -> None:
    """Cover, contents and back bear no number; the count goes on behind them."""
    assert [one.span for one in placed(parts)] == ["", "", "1", "2—3", "4—5", "6", ""]


def test_each_number_stands_at_the_outer_upper_corner(volume: bytes) -> None:
    """Front right, back left, so that a bound volume is leafed through by its corner."""
    with pikepdf.open(io.BytesIO(volume)) as paper:
        marks = [
            page.Resources.XObject.PageMark for page in paper.pages if "/PageMark" in page.Resources.get("/XObject", {})
        ]
        at = [float(mark.read_bytes().split(b"BT ")[1].split()[0]) for mark in marks]
    assert len(at) == 6
    assert all((x > 500) == (number % 2 == 1) for number, x in enumerate(at, start=1))


def test_papers_keep_their_text_and_captions_are_added(volume: bytes) -> None:
    """What is laid over a sheet takes nothing from it."""
    texts = page_texts(volume)
    assert "人民调解申请书" in texts[2] and texts[2].rstrip().endswith("1")
    assert CAPTION in texts[5]
    assert "此处应有：证据2。" in texts[7]


def test_bookmarks_lead_to_where_the_papers_stand(volume: bytes, parts: list[Part]) -> None:
    """One a paper, in order, cover and back too."""
    with pikepdf.open(io.BytesIO(volume)) as paper, paper.open_outline() as outline:
        places = {page.obj.objgen: number for number, page in enumerate(paper.pages)}
        found = [(item.title, places[item.destination[0].objgen]) for item in outline.root]
    assert found == list(zip([p.title for p in parts], [0, 1, 2, 3, 5, 7, 8], strict=True))


def test_the_volume_is_an_archive_file(volume: bytes, tmp_path: Path) -> None:
    """PDF/A-1b, with pictures from cameras and copiers inside."""
    assert invalid({"volume": volume}, tmp_path) == ""


def test_the_same_parts_give_the_same_bytes(volume: bytes, parts: list[Part]) -> None:
    """No day, no chance, no random name."""
    out = io.BytesIO()
    bind(parts, out)
    assert out.getvalue() == volume


def test_a_leaf_that_is_not_what_it_said_is_our_mistake(parts: list[Part]) -> None:
    """Else every page number behind it would be wrong."""
    wrong = Part("wrong", (Leaf(parts[3].leaves[0].open, 1),))
    with pytest.raises(ValueError, match="sheets"):
        bind([wrong], io.BytesIO())


def test_whoever_stops_it_is_heard(parts: list[Part]) -> None:
    """Progress goes up to the whole; an exception from it ends the binding."""
    heard: list[tuple[int, int]] = []
    bind(parts, io.BytesIO(), lambda done, whole: heard.append((done, whole)))
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1] == 9

    def stop(done: int, whole: int) -> None:
        if done == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        bind(parts, io.BytesIO(), stop)
