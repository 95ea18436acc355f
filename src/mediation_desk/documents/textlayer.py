"""The text layer: what a reader copies out of a paper.

ReportLab writes characters beyond the basic plane as five hexadecimal digits, which no reader understands. A PDF wants
UTF-16BE there, surrogate pairs included, and at most a hundred lines a block (ISO 32000-1, 9.10.3).
"""

from __future__ import annotations

from collections.abc import Sequence

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_BLOCK = 100


def to_unicode(texts: Sequence[str]) -> bytes:
    """The ToUnicode map of a font in which code ``i`` stands for ``texts[i]``; an empty text is left out."""
    lines = [f"<{code:04X}> <{_utf16(text)}>\n" for code, text in enumerate(texts) if text]
    blocks = (lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK))
    body = "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
    return (_HEAD + body + _TAIL).encode("ascii")


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
