"""The square at the foot: read back from a scan, whichever way it lies; nothing personal in it."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageFilter
from tests.documents import paper_cases

from mediation_desk.documents.foot_code import FootCode, codes_in, modules
from mediation_desk.documents.pages import Pages
from mediation_desk.documents.paper import render
from mediation_desk.documents.papers.kinds import KINDS


def scanned(key: str, dpi: float = 200) -> list[Image.Image]:
    """The sheets of a paper as a scanner sees them."""
    with Pages(render(KINDS[key], paper_cases.SHORT[key], draft=False)) as pages:
        return [
            Image.frombytes("RGB", (p.width, p.height), p.pixels, "raw", "RGB", p.stride) for p in pages.pictures(dpi)
        ]


def test_each_sheet_says_which_paper_and_which_page_it_is() -> None:
    """Two sheets that come apart find each other again."""
    found = [codes_in(sheet) for sheet in scanned("meeting")]
    assert found == [(FootCode("MD7Q-2K41", page),) for page in range(1, len(found) + 1)]


@pytest.mark.parametrize("angle", [0, 3, 90, 180, 271])
def test_it_is_read_however_the_sheet_lies(angle: int) -> None:
    """Nobody looks which way round a sheet goes into the scanner."""
    (sheet,) = scanned("application")
    turned = sheet.rotate(angle, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)
    assert [found.page for found in codes_in(turned)] == [1]


def test_it_is_read_from_a_poor_photograph() -> None:
    """150 dpi, blurred, grey paper, squeezed by JPEG."""
    (sheet,) = scanned("application", 150)
    poor = sheet.filter(ImageFilter.GaussianBlur(0.8)).point(lambda level: 40 + level * 3 // 5)
    out = io.BytesIO()
    poor.save(out, "JPEG", quality=40)
    assert codes_in(Image.open(out))


def test_other_squares_are_not_ours() -> None:
    """A parcel's label on the table says nothing to us."""
    assert codes_in(Image.new("RGB", (400, 400), "white")) == ()


def test_a_square_holds_the_code_and_the_page_alone() -> None:
    """Sixteen squares a side have room for nothing else; the same code gives the same square."""
    assert {len(row) for row in modules("7Q2K-41MD", 3)} == {16}
    assert modules("7Q2K-41MD", 3) == modules("7Q2K-41MD", 3) != modules("7Q2K-41MD", 4)
