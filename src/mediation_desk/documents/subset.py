"""The few glyphs a paper uses, as a small TrueType program to embed."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from mediation_desk.documents.sfnt import Face

_WORDS, _XY, _SCALE, _MORE, _SCALES, _MATRIX, _HINTED = 0x1, 0x2, 0x8, 0x20, 0x40, 0x80, 0x100
_CHECKSUM_BASE = 0xB1B0AFBA


def program(face: Face, glyphs: Sequence[int]) -> tuple[bytes, int]:
    """A TrueType program in which glyph ``i`` draws ``glyphs[i]``, and how many glyphs it holds.

    Parts of composite glyphs follow after the asked ones. Hinting is left out: papers are printed at 300 dpi or better.
    """
    order = list(glyphs)
    places = {glyph: i for i, glyph in reversed(list(enumerate(order)))}
    outlines: list[bytes] = []
    while len(outlines) < len(order):
        outline = face.outline(order[len(outlines)])
        outlines.append(_renumbered(outline, order, places))
    return _assembled(face, order, outlines), len(order)


def _renumbered(outline: bytes, order: list[int], places: dict[int, int]) -> bytes:
    """The outline without hinting; parts of a composite take their number in the new order, joining it if need be."""
    if not outline:
        return b""
    contours = struct.unpack_from(">h", outline)[0]
    if contours >= 0:
        at = 10 + 2 * contours
        hints = struct.unpack_from(">H", outline, at)[0]
        return outline[:at] + b"\0\0" + outline[at + 2 + hints :] if hints else outline
    cut = bytearray(outline)
    at, more = 10, True
    while more:
        flags, part = struct.unpack_from(">2H", cut, at)
        if part not in places:
            places[part] = len(order)
            order.append(part)
        struct.pack_into(">2H", cut, at, flags & ~_HINTED, places[part])
        at += 4 + (4 if flags & _WORDS else 2)
        at += 2 if flags & _SCALE else 4 if flags & _SCALES else 8 if flags & _MATRIX else 0
        more = bool(flags & _MORE)
    return bytes(cut[:at])


def _assembled(face: Face, order: list[int], outlines: list[bytes]) -> bytes:
    glyf = bytearray()
    loca = [0]
    for outline in outlines:
        glyf += outline
        glyf += b"\0" * (-len(glyf) % 4)
        loca.append(len(glyf))
    count = len(order)
    head = bytearray(face.table("head"))
    struct.pack_into(">I", head, 8, 0)
    struct.pack_into(">H", head, 50, 1)
    hhea = bytearray(face.table("hhea"))
    struct.pack_into(">H", hhea, 34, count)
    maxp = bytearray(face.table("maxp"))
    struct.pack_into(">H", maxp, 4, count)
    return _file(
        {
            b"glyf": bytes(glyf),
            b"head": bytes(head),
            b"hhea": bytes(hhea),
            b"hmtx": b"".join(map(face.metric, order)),
            b"loca": struct.pack(f">{count + 1}I", *loca),
            b"maxp": bytes(maxp),
        }
    )


def _file(tables: dict[bytes, bytes]) -> bytes:
    """The tables, already in the order of their tags, behind a directory with its sums."""
    count = len(tables)
    power = count.bit_length() - 1
    header = struct.pack(">I4H", 0x10000, count, 16 << power, power, 16 * (count - (1 << power)))
    offset = len(header) + 16 * count
    directory, body, head_at = b"", b"", 0
    for tag, data in tables.items():
        padded = data + b"\0" * (-len(data) % 4)
        if tag == b"head":
            head_at = offset
        directory += struct.pack(">4s3I", tag, _sum(padded), offset, len(data))
        body += padded
        offset += len(padded)
    whole = bytearray(header + directory + body)
    struct.pack_into(">I", whole, head_at + 8, (_CHECKSUM_BASE - _sum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(padded: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
