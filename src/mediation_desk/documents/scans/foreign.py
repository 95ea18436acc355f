"""PDF from elsewhere as pages: drawn at 300 dpi, so that nothing of its fonts, layers and scripts comes along."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from mediation_desk.documents.pages import PDFIUM
from mediation_desk.documents.scans.picture import DPI, LONG, SHORT, PagePicture, packed
from mediation_desk.documents.scans.problems import DAMAGED, ENCRYPTED, NO_PAGES, ScanRefused

_POINTS = 72


def pdf_pages(content: bytes) -> Iterator[PagePicture]:
    """Each page drawn. ``ScanRefused`` when the file asks for a password, is damaged or has no pages."""
    with PDFIUM:
        paper = _opened(content)
        count = len(paper)
    try:
        if not count:
            raise ScanRefused(NO_PAGES)
        for page in range(count):
            yield packed(_drawn(paper, page))
    finally:
        with PDFIUM:
            paper.close()


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise ScanRefused(ENCRYPTED if locked else DAMAGED) from error


def _drawn(paper: pypdfium2.PdfDocument, page: int) -> Image.Image:
    with PDFIUM:
        try:
            leaf = paper[page]
            longer, shorter = sorted(leaf.get_size(), reverse=True)
            scale = min(DPI / _POINTS, LONG / max(longer, 1), SHORT / max(shorter, 1))
            bitmap = leaf.render(scale=scale, rev_byteorder=True)
        except pypdfium2.PdfiumError as error:
            raise ScanRefused(DAMAGED) from error
        size = bitmap.width, bitmap.height
        image = Image.frombytes("RGB", size, bytes(bitmap.buffer), "raw", "RGB", bitmap.stride)
        bitmap.close()
        leaf.close()
    return image
