"""Pages of a finished paper as pictures, for the preview and the printer. The one stored file is what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

import pypdfium2

PDFIUM = RLock()
"""Held around every call into PDFium, which bears one thread at a time."""

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
        with PDFIUM:
            self._paper = pypdfium2.PdfDocument(pdf)
            self._count = len(self._paper)

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return self._count

    def size(self, page: int) -> tuple[float, float]:
        """Width and height in points."""
        with PDFIUM:
            width, height = self._paper.get_page_size(page)
        return float(width), float(height)

    def picture(self, page: int, dpi: float) -> Picture:
        """The page drawn at ``dpi`` dots to the inch."""
        with PDFIUM:
            leaf = self._paper[page]
            bitmap = leaf.render(scale=dpi / _POINTS, rev_byteorder=True)
            picture = Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            leaf.close()
        return picture

    def pictures(self, dpi: float) -> Iterator[Picture]:
        """All pages in order, one at a time."""
        for page in range(len(self)):
            yield self.picture(page, dpi)

    def close(self) -> None:
        """Let go of the paper."""
        with PDFIUM:
            self._paper.close()
