"""The small square at the foot of a sheet: which paper it is and which page, so that a scan finds its place by itself.

A Data Matrix (ISO/IEC 16022) of the code that is printed beside it and the page's number. No personal data is in it.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_SHAPE = re.compile(r"MD(?P<code>[0-9A-Z]{8})(?P<page>[0-9]{2,3})")
_HALF = 4

Modules = tuple[tuple[bool, ...], ...]
"""Rows of dark (True) and light squares."""


@dataclass(frozen=True, slots=True)
class FootCode:
    """A code that was read: as it is printed (``7Q2K-41MD``), and the page, from 1."""

    code: str
    page: int


@lru_cache(maxsize=64)
def modules(code: str, page: int) -> Modules:
    """The square of a page, without a margin."""
    import zxingcpp  # 15 ms, and a draft has no square

    text = f"MD{code.replace('-', '')}{page:02d}"
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.DataMatrix, force_square=True)
    image = memoryview(made.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type] # it has a buffer
    flat = image.tobytes()
    width = math.isqrt(len(flat))
    return tuple(tuple(shade == 0 for shade in flat[start : start + width]) for start in range(0, len(flat), width))


def codes_in(image: Image.Image) -> tuple[FootCode, ...]:
    """The codes of ours in a picture, whichever way it lies."""
    import zxingcpp

    wanted = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.DataMatrix])
    found = zxingcpp.read_barcodes(image.convert("L"), formats=wanted)
    read = (_SHAPE.fullmatch(one.text) for one in found)
    return tuple(FootCode(f"{one['code'][:_HALF]}-{one['code'][_HALF:]}", int(one["page"])) for one in read if one)
