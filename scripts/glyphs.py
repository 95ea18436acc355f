"""Print every Han character of GB 18030-2022, level 3, on our paper, and read each back out of the PDF.

    python scripts/glyphs.py

Says how many there are and how long it took; exit 1, naming the first few, when one has no typeface or comes back otherwise.
"""

from __future__ import annotations

import sys
import time
from itertools import chain

from mediation_desk.documents.check import differences
from mediation_desk.documents.layout import Paragraph
from mediation_desk.documents.render import Furniture, rendered
from mediation_desk.documents.typefaces import Role, missing

LEVEL_3 = (
    (0x3400, 0x4DB5),
    (0x4E00, 0x9FEF),
    (0x20000, 0x2A6D6),
    (0x2A700, 0x2B734),
    (0x2B740, 0x2B81D),
    (0x2B820, 0x2CEA1),
    (0x2CEB0, 0x2EBE0),
)
UNIFIED_AMONG_COMPATIBILITY = "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩"
FURNITURE = Furniture(head="字形核对", signs=(), code="glyphs", page="第{page}页 共{pages}页", issued="")
A_PARAGRAPH = 2_000
SHOWN = 20


def level_3() -> str:
    """The 87,887 characters, in the order of their code points."""
    ranges = chain.from_iterable(range(first, last + 1) for first, last in LEVEL_3)
    return "".join(sorted({*map(chr, ranges), *UNIFIED_AMONG_COMPATIBILITY}))


def main() -> int:
    """Print, read back, compare."""
    began = time.monotonic()
    text = level_3()
    faceless = missing(text)
    if faceless:
        print(f"{len(faceless)} 个字没有字体：{' '.join(letter for letter, _ in faceless[:SHOWN])}", file=sys.stderr)
        return 1
    parts = [text[start : start + A_PARAGRAPH] for start in range(0, len(text), A_PARAGRAPH)]
    pdf = rendered("字形核对", [Paragraph(part, Role.SONG) for part in parts], FURNITURE)
    wrong = differences(pdf, "".join(parts), FURNITURE)
    for one in wrong[:SHOWN]:
        print(f"第 {one.page} 页：应为 {one.expected!r}，读出 {one.found!r}", file=sys.stderr)
    print(f"{len(text):,} 个汉字，{len(wrong)} 处不同，用时 {time.monotonic() - began:.0f} 秒")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
