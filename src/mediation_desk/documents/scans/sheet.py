"""A picture on a sheet of A4."""

from __future__ import annotations

import io

import pikepdf

from mediation_desk.documents.canvas import HEIGHT, MM, WIDTH
from mediation_desk.documents.scans.picture import PagePicture

_LEAST_DPI = 100.0
"""A small picture is not blown up beyond this."""
_NEAR_A4 = 0.97
_MARGIN = 12 * MM
_BOUND = 25 * MM  # left, for the binding


def on_sheet(picture: PagePicture, *, whole: bool) -> bytes:
    """A PDF of one sheet. ``whole``: a scanned sheet, which fills the page and is turned upright; else a photograph,
    inside the margins and never turned."""
    turned = whole and picture.width > picture.height
    wide, high = (picture.height, picture.width) if turned else (picture.width, picture.height)
    scale, left, top = _placed(wide, high, whole=whole)
    width, height = wide * scale, high * scale
    x, y = left, HEIGHT - top - height
    matrix = (0.0, height, -width, 0.0, x + width, y) if turned else (width, 0.0, 0.0, height, x, y)
    with pikepdf.new() as paper:
        image = pikepdf.Stream(
            paper,
            picture.data,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=picture.width,
            Height=picture.height,
            ColorSpace=pikepdf.Name.DeviceRGB if picture.colours == 3 else pikepdf.Name.DeviceGray,
            BitsPerComponent=picture.bits,
            Filter=pikepdf.Name(f"/{picture.filter}"),
        )
        numbers = " ".join(f"{value:.3f}" for value in matrix)
        page = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=[0, 0, WIDTH, HEIGHT],
            Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=paper.make_indirect(image))),
            Contents=pikepdf.Stream(paper, f"q {numbers} cm /Scan Do Q".encode()),
        )
        paper.pages.append(pikepdf.Page(paper.make_indirect(page)))
        out = io.BytesIO()
        paper.save(out, static_id=True, compress_streams=False)
    return out.getvalue()


def _placed(wide: int, high: int, *, whole: bool) -> tuple[float, float, float]:
    """Points to a picture's point, and the left and upper margin."""
    fits = min(WIDTH / wide, HEIGHT / high)
    if whole and min(wide * fits / WIDTH, high * fits / HEIGHT) >= _NEAR_A4:
        return fits, (WIDTH - wide * fits) / 2, (HEIGHT - high * fits) / 2
    space_wide, space_high = WIDTH - _BOUND - _MARGIN, HEIGHT - 3 * _MARGIN
    scale = min(space_wide / wide, space_high / high, 72 / _LEAST_DPI)
    return scale, _BOUND + (space_wide - wide * scale) / 2, 1.5 * _MARGIN
