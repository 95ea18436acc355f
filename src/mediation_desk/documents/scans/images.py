"""JPEG, PNG and TIFF as pages: turned as the camera was held, in sRGB, on white, no larger than a sheet needs."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageCms, ImageOps

from mediation_desk.documents.scans.picture import LONG, SHORT, PagePicture, packed
from mediation_desk.documents.scans.problems import DAMAGED, TOO_MANY_POINTS, ScanRefused

MOST_BYTES = 220 * 2**20
"""Of one picture unpacked; a JPEG is shrunk while it is read and may have more."""
_ORIENTATION = 0x0112
_DEEP_GREY = ("I;16", "I;16B", "I;16L", "I;16N", "I", "F")


def image_pages(content: bytes) -> Iterator[PagePicture]:
    """Each page of an image file. ``ScanRefused`` when it is damaged or too large to be unpacked."""
    with _known_faults():
        image = Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "TIFF"))
        count: int = getattr(image, "n_frames", 1)
    for place in range(count):
        with _known_faults():
            image.seek(place)
            page = _page(image)
        yield page


@contextmanager
def _known_faults() -> Iterator[None]:
    """What Pillow says of a file, as a reason. Its warnings are about the file too, and the picture decides."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except Image.DecompressionBombError as error:
            raise ScanRefused(TOO_MANY_POINTS, width="—", height="—") from error
        except (OSError, SyntaxError, ValueError, EOFError, KeyError, OverflowError) as error:
            raise ScanRefused(DAMAGED) from error


def _page(frame: Image.Image) -> PagePicture:
    dpi = _dpi(frame)
    before = frame.width
    if frame.format == "JPEG":
        frame.draft(None, (LONG, LONG))
    if frame.width * frame.height * max(1, len(frame.getbands())) > MOST_BYTES:
        raise ScanRefused(TOO_MANY_POINTS, width=frame.width, height=frame.height)
    frame.load()
    image = _flat(ImageOps.exif_transpose(_in_srgb(frame)))
    image = _no_larger(image)
    return packed(image, dpi * image.width / before if dpi else None)


def _dpi(frame: Image.Image) -> float | None:
    found = frame.info.get("dpi")
    value = float(found[0]) if isinstance(found, tuple) and found else 0.0
    return value if 50 <= value <= 2400 else None


def _in_srgb(image: Image.Image) -> Image.Image:
    """The image in sRGB by its own profile, where it has one that can be used."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK"):
        return image
    orientation = image.getexif().get(_ORIENTATION)
    try:
        made = ImageCms.profileToProfile(image, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image  # a profile that is no profile says nothing
    assert made is not None
    if orientation:
        made.getexif()[_ORIENTATION] = orientation
    return made


def _flat(image: Image.Image) -> Image.Image:
    """In mode ``1``, ``L`` or ``RGB``, with white where it was transparent."""
    if image.mode in ("1", "L", "RGB"):
        if "transparency" not in image.info:
            return image
        image = image.convert("RGBA")
    if image.mode in _DEEP_GREY:
        return _eight_bits(image)
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        clear = image.convert("RGBA")
        white = Image.new("RGB", clear.size, "white")
        white.paste(clear, mask=clear.getchannel("A"))
        return white
    return image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    deep = image.convert("F")
    _, highest = deep.getextrema()
    assert isinstance(highest, int | float)
    scale = 255 / 65535 if highest > 255 else 1.0
    return deep.point(lambda value: value * scale).convert("L")


def _no_larger(image: Image.Image) -> Image.Image:
    longer, shorter = max(image.size), min(image.size)
    scale = min(1.0, LONG / longer, SHORT / shorter)
    if scale == 1.0:
        return image
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return (image.convert("L") if image.mode == "1" else image).resize(size, Image.Resampling.LANCZOS)
