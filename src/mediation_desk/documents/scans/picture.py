"""One page as it is put into a PDF: the picture's bytes, packed, in sRGB, grey or black and white."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass

from PIL import Image, ImageChops

from mediation_desk.documents.canvas import HEIGHT, WIDTH

DPI = 300
LONG, SHORT = round(HEIGHT / 72 * DPI), round(WIDTH / 72 * DPI)
"""The points of a sheet of A4 at 300 dpi; more would only be shrunk by the printer."""

_QUALITY = 85
_GREY_ENOUGH = 10


@dataclass(frozen=True, slots=True)
class PagePicture:
    """``colours`` 1 or 3, of ``bits`` each; ``filter`` is the PDF's name of how ``data`` is packed. ``dpi`` None: unknown."""

    data: bytes
    width: int
    height: int
    colours: int
    bits: int
    filter: str
    dpi: float | None = None


def packed(image: Image.Image, dpi: float | None = None) -> PagePicture:
    """The picture of an image in mode ``1``, ``L`` or ``RGB``; a coloured one without colours becomes grey."""
    if image.mode == "1":
        return PagePicture(zlib.compress(image.tobytes(), 6), *image.size, 1, 1, "FlateDecode", dpi)
    if image.mode == "RGB" and _grey(image):
        image = image.convert("L")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    return PagePicture(out.getvalue(), *image.size, 3 if image.mode == "RGB" else 1, 8, "DCTDecode", dpi)


def opened(picture: PagePicture) -> Image.Image:
    """The image of a packed picture."""
    if picture.filter == "FlateDecode":
        return Image.frombytes("1", (picture.width, picture.height), zlib.decompress(picture.data))
    return Image.open(io.BytesIO(picture.data))


def _grey(image: Image.Image) -> bool:
    red, green, blue = image.split()
    return all(_highest(ImageChops.difference(green, other)) <= _GREY_ENOUGH for other in (red, blue))


def _highest(image: Image.Image) -> float:
    highest = image.getextrema()[1]
    assert isinstance(highest, int | float)  # a grey image has one pair
    return float(highest)
