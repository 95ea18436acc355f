"""The volume itself: PDF/A-1b, bookmarked, numbered. The same parts give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

import pikepdf

from mediation_desk.documents.binding.numbers import overlays
from mediation_desk.documents.binding.parts import Part, placed
from mediation_desk.documents.binding.writer import Reference, Source, Writer

Told = Callable[[int, int], None]
"""Called with the sheets done and all of them."""

_MARK = "/PageMark"


def bind(parts: Sequence[Part], out: BinaryIO, told: Told = lambda _done, _all: None) -> int:
    """Write the volume to ``out`` and return its sheets.

    The first leaf is a finished paper of ours: its colour profile, title and day become the volume's. One leaf is held at
    a time, so that a volume of any size is bound in the memory of its largest.
    """
    marks = list(_marks(parts))
    writer = Writer(out)
    root, tree = writer.reserve(), writer.reserve()
    with pikepdf.open(io.BytesIO(overlays(marks))) as over:
        laid = _Laid(writer, over, tree)
        sheets: list[Reference] = []
        intents = info = b""
        for leaf in (leaf for part in parts for leaf in part.leaves):
            with pikepdf.open(io.BytesIO(leaf.open())) as source:
                if len(source.pages) != leaf.pages:
                    raise ValueError(f"a leaf of {leaf.pages} sheets has {len(source.pages)}")
                own = Source(writer)
                if not sheets:
                    intents, info = _archival(source, own)
                for page in source.pages:
                    place = len(sheets)
                    sheets.append(laid.page(page, own, place if marks[place] != (None, "") else None))
                    told(len(sheets), len(marks))
    kids = b" ".join(b"%d 0 R" % sheet for sheet in sheets)
    writer.put(b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(sheets), kids), tree)
    outlines = _bookmarks(writer, parts, sheets)
    catalog = b"<< /Type /Catalog /Pages %d 0 R /Outlines %d 0 R /PageMode /UseOutlines %b >>"
    writer.put(catalog % (tree, outlines, intents), root)
    writer.finish(root, int(info.split()[0]))
    return len(marks)


class _Laid:
    """Writes pages, with their number and caption laid over them."""

    def __init__(self, writer: Writer, over: pikepdf.Pdf, tree: Reference) -> None:
        self._writer, self._over, self._tree = writer, over, tree
        self._marks = Source(writer)
        self._before = b"%d 0 R" % writer.put_stream(b"q")
        self._after = b"%d 0 R" % writer.put_stream(b"Q q /PageMark Do Q")

    def page(self, page: pikepdf.Page, own: Source, mark: int | None) -> Reference:
        """Write a page; ``mark``: which sheet of the overlay lies over it, if one does."""
        instead = {"/Parent": b"%d 0 R" % self._tree}
        if mark is not None:
            instead |= self._marked(page, own, mark)
        return self._writer.put(own.text(page.obj, instead))

    def _marked(self, page: pikepdf.Page, own: Source, mark: int) -> dict[str, bytes]:
        form = self._marks.reference(self._over.make_indirect(self._over.pages[mark].as_form_xobject()))
        resources = page.obj.Resources
        forms = resources.XObject if "/XObject" in resources else pikepdf.Dictionary()
        contents = page.obj.Contents
        drawn = contents if isinstance(contents, pikepdf.Array) else [contents]
        stack = [self._before, *(own.reference(one) for one in drawn), self._after]
        return {
            "/Resources": own.text(resources, {"/XObject": own.text(forms, {_MARK: form})}),
            "/Contents": b"[%b]" % b" ".join(stack),
        }


def _marks(parts: Sequence[Part]) -> Iterator[tuple[int | None, str]]:
    """For each sheet its page number and its caption."""
    for place in placed(parts):
        number = place.first
        for leaf in place.part.leaves:
            for page in range(leaf.pages):
                yield number, leaf.caption if page == 0 else ""
                number = None if number is None else number + 1


def _archival(source: pikepdf.Pdf, own: Source) -> tuple[bytes, bytes]:
    """What makes a paper an archive file: the entries of its catalogue, and its information."""
    intents, metadata = own.text(source.Root.OutputIntents), own.text(source.Root.Metadata)
    return b"/OutputIntents %b /Metadata %b" % (intents, metadata), own.text(source.trailer.Info)


def _bookmarks(writer: Writer, parts: Sequence[Part], sheets: Sequence[Reference]) -> Reference:
    """A flat list of bookmarks, one a part."""
    outlines = writer.reserve()
    sheet, found = 0, []
    for part in parts:
        if part.pages:
            found.append((part.title, sheets[sheet], writer.reserve()))
        sheet += part.pages
    for place, (title, target, number) in enumerate(found):
        near = b""
        if place:
            near += b"/Prev %d 0 R " % found[place - 1][2]
        if place + 1 < len(found):
            near += b"/Next %d 0 R " % found[place + 1][2]
        text = ("\ufeff" + title).encode("utf-16-be").hex().encode()
        body = b"<< /Title <%b> /Parent %d 0 R %b/Dest [%d 0 R /Fit] >>" % (text, outlines, near, target)
        writer.put(body, number)
    ends = b"/First %d 0 R /Last %d 0 R " % (found[0][2], found[-1][2])
    return writer.put(b"<< /Type /Outlines %b/Count %d >>" % (ends, len(found)), outlines)
