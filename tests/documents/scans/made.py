"""Scans of every kind as they come from cameras, copiers and other programs, made small."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
from PIL import Image, ImageCms

RED, BLUE = (200, 30, 30), (30, 30, 200)


def photo(mode: str = "RGB", size: tuple[int, int] = (300, 200)) -> Image.Image:
    """Red at the left, blue at the right: so that a turn can be seen."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **more: Any) -> bytes:
    """The bytes of an image file."""
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def turned_jpeg(orientation: int) -> bytes:
    """As a telephone held on its side writes it."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(photo(), "JPEG", exif=exif, quality=95)


def clear_png() -> bytes:
    """Transparent but for its right half."""
    image = photo("RGBA")
    image.putalpha(Image.new("L", image.size, 0))
    image.paste((0, 0, 0, 255), (150, 0, 300, 200))
    return saved(image, "PNG")


def two_sheets_tiff() -> bytes:
    """As a copier writes faxes: black and white, two sheets in one file."""
    sheet = Image.new("1", (248, 351), 1)
    return saved(sheet, "TIFF", save_all=True, append_images=[sheet.rotate(90, expand=True)], compression="group4")


def cmyk_jpeg() -> bytes:
    """As a print shop writes it."""
    return saved(photo("CMYK"), "JPEG", quality=95)


def profiled_jpeg() -> bytes:
    """With a colour profile of its own."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(photo(), "JPEG", icc_profile=profile, quality=95)


def pdf(pages: int = 1, size: tuple[float, float] = (595, 842), **encryption: Any) -> bytes:
    """A PDF of empty pages, encrypted when asked."""
    with pikepdf.new() as paper:
        for _ in range(pages):
            paper.add_blank_page(page_size=size)
        out = io.BytesIO()
        locked = pikepdf.Encryption(**encryption) if encryption else False
        paper.save(out, encryption=locked)
    return out.getvalue()
