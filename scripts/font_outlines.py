"""From PostScript (CFF) outlines to TrueType ones, which are the only kind the papers embed."""

from __future__ import annotations

from pathlib import Path

from fontTools.misc.roundTools import otRound
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

LARGEST_ERROR = 0.8  # thousandths of the em; invisible at print size
UNUSED = ("CFF ", "VORG", "BASE", "GPOS", "vhea", "vmtx")


def to_truetype(source: Path, target: Path) -> None:
    """Write ``source`` (OpenType, CFF) as TrueType to ``target``; the same bytes each time."""
    font = TTFont(source, recalcTimestamp=False)
    outlines = font.getGlyphSet()
    glyphs = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, LARGEST_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()

    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = font.getGlyphOrder()
    glyf.glyphs = glyphs
    for name, glyph in glyphs.items():
        glyph.recalcBounds(glyf)
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (otRound(advance), getattr(glyph, "xMin", 0))

    for tag in UNUSED:
        if tag in font:
            del font[tag]
    _truetype_header(font)
    _full_character_map(font)
    font.sfntVersion = "\000\001\000\000"
    font.save(target, reorderTables=True)


def _truetype_header(font: TTFont) -> None:
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in (
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
        "maxComponentElements",
        "maxComponentDepth",
        "maxPoints",
        "maxContours",
        "maxCompositePoints",
        "maxCompositeContours",
    ):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0


def _full_character_map(font: TTFont) -> None:
    """Keep one map for the basic plane and add one for all planes, the kind the papers read."""
    basic = next(table for table in font["cmap"].tables if (table.platformID, table.platEncID) == (3, 1))
    full = CmapSubtable.newSubtable(12)
    full.platformID, full.platEncID, full.language = 3, 10, 0
    full.cmap = dict(basic.cmap)
    font["cmap"].tables = [basic, full]
