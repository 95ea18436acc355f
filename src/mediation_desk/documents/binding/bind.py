"""The volume itself: PDF/A-1b, bookmarked, numbered. The same parts give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import BinaryIO, cast

import pikepdf

from mediation_desk.documents.binding.lazy import LazyFile, Shelf
from mediation_desk.documents.binding.numbers import overlays
from mediation_desk.documents.binding.parts import Part, placed

Told = Callable[[int, int], None]
"""Called with the sheets done and all of them."""


def bind(parts: Sequence[Part], out: BinaryIO, told: Told = lambda _done, _all: None) -> int:
    """Write the volume to ``out`` and return its sheets.

    The first leaf is a finished paper of ours: its colour profile, title and day become the volume's. Sheets are fetched
    one file at a time, so that a volume of any size is bound in little memory.
    """
    marks = list(_marks(parts))
    with ExitStack() as open_files:
        volume = open_files.enter_context(pikepdf.open(io.BytesIO(_first(parts))))
        del volume.pages[:]
        over = open_files.enter_context(pikepdf.open(io.BytesIO(overlays(marks))))
        shelf, sheet = Shelf(), 0
        for key, leaf in enumerate(leaf for part in parts for leaf in part.leaves):
            source = open_files.enter_context(
                pikepdf.open(cast(BinaryIO, LazyFile(shelf, key, leaf.open)), access_mode=pikepdf.AccessMode.stream)
            )
            if len(source.pages) != leaf.pages:
                raise ValueError(f"a leaf of {leaf.pages} sheets has {len(source.pages)}")
            for page in source.pages:
                volume.pages.append(page)
                if marks[sheet] != (None, ""):
                    _lay_over(volume, volume.pages[sheet], over.pages[sheet])
                sheet += 1
                told(sheet, 2 * len(marks))
        _bookmark(volume, parts)
        volume.save(
            out,
            min_version="1.4",
            force_version="1.4",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            compress_streams=False,
            fix_metadata_version=False,
            deterministic_id=True,
            progress=lambda percent: told(len(marks) + len(marks) * percent // 100, 2 * len(marks)),
        )
    return len(marks)


def _first(parts: Sequence[Part]) -> bytes:
    return next(leaf.open() for part in parts for leaf in part.leaves)


def _marks(parts: Sequence[Part]) -> Iterator[tuple[int | None, str]]:
    """For each sheet its page number and its caption."""
    for place in placed(parts):
        number = place.first
        for leaf in place.part.leaves:
            for page in range(leaf.pages):
                yield number, leaf.caption if page == 0 else ""
                number = None if number is None else number + 1


def _lay_over(volume: pikepdf.Pdf, page: pikepdf.Page, over: pikepdf.Page) -> None:
    # Not pikepdf's own add_overlay: it makes up a name at random, and the same volume must be the same bytes.
    form = volume.copy_foreign(over.as_form_xobject())
    resources = _copied(page.obj, "/Resources")
    forms = _copied(resources, "/XObject")
    forms["/PageMark"] = form
    resources["/XObject"] = forms
    page.obj["/Resources"] = resources
    page.contents_add(b"q", prepend=True)
    page.contents_add(b"Q q /PageMark Do Q")


def _copied(owner: pikepdf.Object, name: str) -> pikepdf.Dictionary:
    """A dictionary of the page's own: papers share theirs between their sheets."""
    return pikepdf.Dictionary(dict(owner[name].items()) if name in owner else {})


def _bookmark(volume: pikepdf.Pdf, parts: Sequence[Part]) -> None:
    with volume.open_outline() as outline:
        sheet = 0
        for part in parts:
            if part.pages:
                outline.root.append(pikepdf.OutlineItem(part.title, sheet))
            sheet += part.pages
