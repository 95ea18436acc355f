"""The pages of any scan."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.documents.scans.foreign import pdf_pages
from mediation_desk.documents.scans.images import image_pages
from mediation_desk.documents.scans.kinds import PDF, kind_of
from mediation_desk.documents.scans.picture import PagePicture
from mediation_desk.documents.scans.problems import NO_SCAN, ScanRefused


def scan_pages(content: bytes) -> Iterator[PagePicture]:
    """Each page as a picture, one at a time. ``ScanRefused`` says why one cannot be shown."""
    kind = kind_of(content)
    if kind is None:
        raise ScanRefused(NO_SCAN)
    yield from pdf_pages(content) if kind == PDF else image_pages(content)
