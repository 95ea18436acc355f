"""Pages of a finished paper as pictures, for the preview and the printer. The one stored file is what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

_POINTS = 72


@dataclass(frozen=True)
class Picture:
    """A page: ``pixels`` are rows of ``stride`` bytes, three (red, green, blue) to a pixel."""

    width: int
    height: int
    stride: int
    pixels: bytes


class Pages:
    """The pages of a paper, from its bytes or its file. Use ``with``; pages count from 0."""

    def __init__(self, pdf: bytes | Path) -> None:
        self._paper = pypdfium2.PdfDocument(pdf)

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._paper)

    def size(self, page: int) -> tuple[float, float]:
        """Width and height in points."""
        width, height = self._paper[page].get_size()
        return float(width), float(height)

    def picture(self, page: int, dpi: float) -> Picture:
        """The page drawn at ``dpi`` dots to the inch."""
        bitmap = self._paper[page].render(scale=dpi / _POINTS, rev_byteorder=True)
        if bitmap.format != pypdfium2.raw.FPDFBitmap_BGR:
            raise ValueError(f"unexpected pixel format {bitmap.format}")
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))

    def pictures(self, dpi: float) -> Iterator[Picture]:
        """All pages in order, one at a time."""
        for page in range(len(self)):
            yield self.picture(page, dpi)

    def close(self) -> None:
        """Let go of the paper."""
        self._paper.close()
