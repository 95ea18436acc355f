"""One TrueType file, read where it lies.

ReportLab parses a whole face before the first letter (about 50 ms each for a Chinese one; a paper uses four or five). Here
the file is mapped and only what is asked for is read, so a face costs well under a millisecond to open.
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path

_FULL_UNICODE = (12, ((3, 10), (0, 4), (0, 6)))


class Face:
    """A TrueType typeface: which glyph draws a character, how wide it is, and its outline.

    Widths are in thousandths of the em whatever the file's own unit (``em``) is. Raises ``ValueError`` for a file that
    is not TrueType or has no map of all Unicode planes.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._tables = _directory(self._data)
        head = self._at("head")
        self.em: int = _u16(self._data, head + 18)
        self.bounds: tuple[int, int, int, int] = struct.unpack_from(">4h", self._data, head + 36)
        self._long_offsets = _u16(self._data, head + 50) == 1
        self.ascent, self.descent = struct.unpack_from(">2h", self._data, self._at("hhea") + 4)
        self._advances = _u16(self._data, self._at("hhea") + 34)
        self._hmtx = self._at("hmtx")
        self.name = _postscript_name(self.table("name"))
        self._starts, self._ends, self._firsts = self._character_groups()

    def __repr__(self) -> str:
        return f"Face({self.name})"

    def table(self, tag: str) -> bytes:
        """The bytes of a table; ``KeyError`` when the face has none of that tag."""
        offset, length = self._tables[tag]
        return self._data[offset : offset + length]

    def glyph(self, codepoint: int) -> int:
        """The number of the glyph that draws a code point; 0 when the face has none."""
        group = bisect_right(self._starts, codepoint) - 1
        if group < 0 or codepoint > self._ends[group]:
            return 0
        return self._firsts[group] + codepoint - self._starts[group]

    def advance(self, glyph: int) -> float:
        """Width of a glyph in thousandths of the em."""
        place = self._hmtx + 4 * min(glyph, self._advances - 1)
        return (self._data[place] << 8 | self._data[place + 1]) * 1000 / self.em

    def metric(self, glyph: int) -> bytes:
        """The glyph's full ``hmtx`` row: advance and left bearing, two bytes each, in the file's own units."""
        hmtx, full = self._hmtx, self._advances
        if glyph < full:
            return self._data[hmtx + 4 * glyph : hmtx + 4 * glyph + 4]
        advance = hmtx + 4 * (full - 1)
        bearing = hmtx + 4 * full + 2 * (glyph - full)
        return self._data[advance : advance + 2] + self._data[bearing : bearing + 2]

    def outline(self, glyph: int) -> bytes:
        """The ``glyf`` entry of a glyph as the file holds it; empty for a space."""
        loca = self._at("loca")
        if self._long_offsets:
            start, end = struct.unpack_from(">2I", self._data, loca + 4 * glyph)
        else:
            start, end = (2 * short for short in struct.unpack_from(">2H", self._data, loca + 2 * glyph))
        glyf = self._at("glyf")
        return self._data[glyf + start : glyf + end]

    def _at(self, tag: str) -> int:
        return self._tables[tag][0]

    def _character_groups(self) -> tuple[array[int], array[int], array[int]]:
        """The ``cmap`` of all planes as three columns: first code point, last, and the first one's glyph."""
        cmap = self._at("cmap")
        wanted, places = _FULL_UNICODE
        for row in range(_u16(self._data, cmap + 2)):
            platform, encoding, offset = struct.unpack_from(">2HI", self._data, cmap + 4 + 8 * row)
            if (platform, encoding) in places and _u16(self._data, cmap + offset) == wanted:
                (count,) = struct.unpack_from(">I", self._data, cmap + offset + 12)
                begin = cmap + offset + 16
                cells = array("I", self._data[begin : begin + 12 * count])
                if sys.byteorder == "little":
                    cells.byteswap()
                return cells[0::3], cells[1::3], cells[2::3]
        raise ValueError(f"{self.path.name} maps no characters beyond the basic plane")


@lru_cache(maxsize=32)
def face(path: Path) -> Face:
    """The face in a file, opened once a process."""
    return Face(path)


def _u16(data: mmap.mmap | bytes, place: int) -> int:
    value: int = struct.unpack_from(">H", data, place)[0]
    return value


def _directory(data: mmap.mmap) -> dict[str, tuple[int, int]]:
    if data[:4] != b"\x00\x01\x00\x00":
        raise ValueError("not a TrueType file")
    rows = (struct.unpack_from(">4s3I", data, 12 + 16 * i) for i in range(_u16(data, 4)))
    return {tag.decode("latin-1"): (offset, length) for tag, _, offset, length in rows}


def _postscript_name(table: bytes) -> str:
    _, count, strings = struct.unpack_from(">3H", table)
    for row in range(count):
        platform, _, _, kind, length, offset = struct.unpack_from(">6H", table, 6 + 12 * row)
        if (platform, kind) == (3, 6):
            raw = table[strings + offset : strings + offset + length]
            return raw.decode("utf-16-be").replace(" ", "-")
    return "Face"
