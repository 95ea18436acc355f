"""A PDF written as it comes: objects of one source after another go to the file, and none of them is kept.

pikepdf copies what it takes from another file into memory, which a volume of a hundred scans does not fit. So sources are
read by pikepdf one at a time, and what their pages reach is written here under new numbers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, BinaryIO

import pikepdf

_HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
_SKIPPED = frozenset({"/Parent"})
_OF_STREAM = frozenset({"/Length"})

Reference = int
"""The number of an object in the file that is written."""


class Writer:
    """Writes objects to ``out``, which need not be readable. ``reserve`` gives a number to write under later."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._at = 0
        self._seen = hashlib.sha256()
        self._offsets: list[int] = []
        self._write(_HEAD)

    def reserve(self) -> Reference:
        """The number of an object that is written later, or never referred to."""
        self._offsets.append(0)
        return len(self._offsets)

    def put(self, body: bytes, number: Reference | None = None) -> Reference:
        """Write an object."""
        number = number or self.reserve()
        self._offsets[number - 1] = self._at
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return number

    def put_stream(self, data: bytes, entries: bytes = b"", number: Reference | None = None) -> Reference:
        """Write a stream; ``entries`` of its dictionary beside the length."""
        return self.put(b"<< %b/Length %d >>\nstream\n%b\nendstream" % (entries, len(data), data), number)

    def finish(self, root: Reference, info: Reference) -> None:
        """Write where everything stands. The file's identity is the digest of all that was written before."""
        identity = self._seen.hexdigest()[:32].encode()
        start, count = self._at, len(self._offsets) + 1
        rows = b"".join(b"%010d 00000 n \n" % offset for offset in self._offsets)
        self._write(b"xref\n0 %d\n0000000000 65535 f \n%b" % (count, rows))
        trailer = b"<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%b> <%b>] >>" % (count, root, info, identity, identity)
        self._write(b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (trailer, start))

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._seen.update(data)
        self._at += len(data)


class Source:
    """One open file whose objects are written: each once, under a number of its own."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._numbers: dict[tuple[int, int], Reference] = {}

    def reference(self, value: pikepdf.Object) -> bytes:
        """``12 0 R``: the object, written with all it reaches if it was not yet."""
        number = self._numbers.get(value.objgen)
        if number is None:
            number = self._numbers[value.objgen] = self._writer.reserve()
            self._put(value, number)
        return b"%d 0 R" % number

    def text(self, value: Any, instead: Mapping[str, bytes] | None = None) -> bytes:
        """A value as PDF writes it. ``instead``: entries of a dictionary that are given, not taken from it."""
        if isinstance(value, pikepdf.Object):
            if value.is_indirect and instead is None:
                return self.reference(value)
            if isinstance(value, pikepdf.Dictionary):
                return b"<< %b>>" % self._entries(value, _SKIPPED, instead)
            if isinstance(value, pikepdf.Array):
                return b"[%b]" % b" ".join(self.text(one) for one in value)
            return bytes(value.unparse())
        return _plain(value)

    def _put(self, value: pikepdf.Object, number: Reference) -> None:
        if isinstance(value, pikepdf.Stream):
            entries = self._entries(value, _SKIPPED | _OF_STREAM, None)
            self._writer.put_stream(value.read_raw_bytes(), entries, number)
        elif isinstance(value, pikepdf.Dictionary):
            self._writer.put(b"<< %b>>" % self._entries(value, _SKIPPED, None), number)
        elif isinstance(value, pikepdf.Array):
            self._writer.put(b"[%b]" % b" ".join(self.text(one) for one in value), number)
        else:
            self._writer.put(bytes(value.unparse(resolved=True)), number)

    def _entries(self, value: Any, skipped: frozenset[str], instead: Mapping[str, bytes] | None) -> bytes:
        given = instead or {}
        own = {key: self.text(one) for key, one in value.items() if key not in skipped and key not in given}
        return b"".join(
            b"%b %b " % (bytes(pikepdf.Name(key).unparse()), text) for key, text in sorted({**own, **given}.items())
        )


def _plain(value: Any) -> bytes:
    """A value that pikepdf gives as one of Python's own."""
    if value is None:
        return b"null"
    if isinstance(value, bool):
        return b"true" if value else b"false"
    if isinstance(value, Decimal | float):
        return format(Decimal(value), "f").encode()
    if isinstance(value, int):
        return b"%d" % value
    raise TypeError(f"{type(value).__name__} cannot stand in a PDF")
