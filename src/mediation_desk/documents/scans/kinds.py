"""What kind of file a scan is, by what it holds and not by its name."""

from __future__ import annotations

PDF, JPEG, PNG, TIFF = "pdf", "jpeg", "png", "tiff"
_BEGINS = (
    (b"%PDF-", PDF),
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
)


def kind_of(content: bytes) -> str | None:
    """``pdf``, ``jpeg``, ``png`` or ``tiff``; ``None`` when it is none of them."""
    return next((kind for begins, kind in _BEGINS if content.startswith(begins)), None)
