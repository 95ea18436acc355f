"""Whatever lies on a desk's scanner: on a sheet of A4, upright, in sRGB; or refused by its reason."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from tests.documents.scans import made

from mediation_desk.documents.pages import Pages
from mediation_desk.documents.scans.images import MOST_BYTES
from mediation_desk.documents.scans.kinds import kind_of
from mediation_desk.documents.scans.pages import scan_pages
from mediation_desk.documents.scans.picture import LONG, SHORT, PagePicture
from mediation_desk.documents.scans.problems import DAMAGED, ENCRYPTED, NO_SCAN, TOO_MANY_POINTS, ScanRefused
from mediation_desk.documents.scans.sheet import on_sheet


def opened(picture: PagePicture) -> Image.Image:
    """The picture as a reader of the PDF unpacks it."""
    assert picture.filter == "DCTDecode"
    return Image.open(io.BytesIO(picture.data))


def near(found: object, wanted: tuple[int, int, int]) -> bool:
    """Whether a colour is the one meant; JPEG and profiles move it a little."""
    return isinstance(found, tuple) and all(abs(a - b) < 40 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        pytest.param(made.saved(made.photo(), "JPEG"), 1, id="jpeg"),
        pytest.param(made.saved(made.photo(), "JPEG", progressive=True), 1, id="jpeg-progressive"),
        pytest.param(made.saved(made.photo(), "PNG"), 1, id="png"),
        pytest.param(made.saved(made.photo("P"), "PNG"), 1, id="png-palette"),
        pytest.param(made.saved(made.photo("L"), "PNG"), 1, id="png-grey"),
        pytest.param(made.saved(Image.new("I;16", (40, 40), 40_000), "PNG"), 1, id="png-deep"),
        pytest.param(made.clear_png(), 1, id="png-alpha"),
        pytest.param(made.cmyk_jpeg(), 1, id="jpeg-cmyk"),
        pytest.param(made.profiled_jpeg(), 1, id="jpeg-profile"),
        pytest.param(made.two_sheets_tiff(), 2, id="tiff-fax"),
        pytest.param(made.saved(made.photo(), "TIFF"), 1, id="tiff"),
        pytest.param(made.pdf(3), 3, id="pdf"),
        pytest.param(made.pdf(1, (2384, 3370)), 1, id="pdf-a0"),
        pytest.param(made.pdf(1, owner="owner", user=""), 1, id="pdf-print-locked"),
    ],
)
def test_each_kind_becomes_sheets_of_a4(content: bytes, pages: int) -> None:
    """Every page of the file is a sheet, and no picture has more points than the sheet can show."""
    pictures = list(scan_pages(content))
    assert len(pictures) == pages
    for picture in pictures:
        assert max(picture.width, picture.height) <= LONG
        assert min(picture.width, picture.height) <= SHORT
        for whole in (True, False):
            with Pages(on_sheet(picture, whole=whole)) as sheet:
                assert len(sheet) == 1
                assert sheet.size(0) == pytest.approx((595.28, 841.89), abs=0.1)


@pytest.mark.parametrize(("orientation", "first"), [(1, made.RED), (3, made.BLUE), (6, made.RED), (8, made.BLUE)])
def test_a_photograph_stands_as_its_camera_was_held(orientation: int, first: tuple[int, int, int]) -> None:
    """A telephone notes how it was held; what is bound must not lie on its side."""
    (picture,) = scan_pages(made.turned_jpeg(orientation))
    assert (picture.width > picture.height) == (orientation in (1, 3))
    assert near(opened(picture).getpixel((5, 5)), first)


def test_what_was_transparent_is_white() -> None:
    """Not black: a stamp cut out of a picture would be a black square."""
    (picture,) = scan_pages(made.clear_png())
    assert opened(picture).convert("RGB").getpixel((10, 100)) == (255, 255, 255)


def test_the_colours_of_a_print_shop_are_those_of_a_screen() -> None:
    """CMYK would be another colour space than the archive's profile names."""
    (picture,) = scan_pages(made.cmyk_jpeg())
    assert (picture.colours, opened(picture).mode) == (3, "RGB")
    assert near(opened(picture).getpixel((20, 100)), made.RED)


def test_a_fax_stays_black_and_white() -> None:
    """One bit a point: a hundred sheets of a contract take little room."""
    first, _ = scan_pages(made.two_sheets_tiff())
    assert (first.bits, first.colours, first.filter) == (1, 1, "FlateDecode")


def test_a_coloured_file_without_colour_becomes_grey() -> None:
    """Copiers write grey text in three colours."""
    (picture,) = scan_pages(made.saved(Image.new("RGB", (100, 100), (90, 90, 90)), "JPEG"))
    assert picture.colours == 1


def test_a_sheet_scanned_on_its_side_is_turned_and_a_photograph_is_not() -> None:
    """A signed copy fills its sheet upright; a photograph of a ceiling keeps its sky."""
    (picture,) = scan_pages(made.saved(made.photo(size=(3508, 2480)), "JPEG"))
    with Pages(on_sheet(picture, whole=True)) as sheet:
        drawn = sheet.picture(0, 20)
        image = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.pixels, "raw", "RGB", drawn.stride)
    assert near(image.getpixel((image.width // 2, image.height - 20)), made.RED)
    assert near(image.getpixel((image.width // 2, 20)), made.BLUE)
    with Pages(on_sheet(picture, whole=False)) as sheet:
        drawn = sheet.picture(0, 20)
        image = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.pixels, "raw", "RGB", drawn.stride)
    assert image.getpixel((image.width // 2, image.height - 10)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(made.pdf(1, owner="o", user="secret"), ENCRYPTED, id="pdf-locked"),
        pytest.param(made.pdf(2)[:200], DAMAGED, id="pdf-cut"),
        pytest.param(made.saved(made.photo(), "JPEG")[:600], DAMAGED, id="jpeg-cut"),
        pytest.param(made.saved(made.photo(), "PNG")[:80], DAMAGED, id="png-cut"),
        pytest.param(b"II*\x00" + b"\xff" * 40, DAMAGED, id="tiff-nonsense"),
        pytest.param(b"GIF89a and so on", NO_SCAN, id="no-scan"),
    ],
)
def test_what_cannot_be_shown_says_why(content: bytes, reason: str) -> None:
    """By its reason, in words: not a stack of a library's own."""
    with pytest.raises(ScanRefused) as refused:
        list(scan_pages(content))
    assert refused.value.sentence.text == reason


def test_a_picture_too_large_to_unpack_is_refused_before_it_is() -> None:
    """One bit a point in the file, hundreds of megabytes unpacked: the size in its head decides."""
    side = int(MOST_BYTES**0.5) + 100
    image = Image.new("1", (side, side), 1)
    with pytest.raises(ScanRefused) as refused:
        list(scan_pages(made.saved(image.convert("L"), "PNG", compress_level=9)))
    assert refused.value.sentence.text == TOO_MANY_POINTS


def test_kinds_are_known_by_what_they_hold() -> None:
    """Names of files lie."""
    assert [kind_of(c) for c in (b"%PDF-1.4", b"\xff\xd8\xff\xe0", b"MM\x00*", b"PK")] == ["pdf", "jpeg", "tiff", None]
