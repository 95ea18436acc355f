"""How each paper looked when it was last looked at: its first and last sheet side by side, small and grey.

``python -m tests.documents.golden_pictures`` draws them anew; look at what changed before committing it.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, ImageStat
from tests.documents.paper_cases import ALL

from mediation_desk.documents.pages import Pages
from mediation_desk.documents.paper import render
from mediation_desk.documents.papers.kinds import KINDS

FOLDER = Path(__file__).parent / "golden"
_DPI = 34
_GREYS = 4


def picture(pdf: bytes) -> Image.Image:
    """First and last sheet, 8 bits of grey."""
    with Pages(pdf) as pages:
        wanted = sorted({0, len(pages) - 1})
        drawn = [pages.picture(number, _DPI) for number in wanted]
    leaves = [Image.frombytes("RGB", (one.width, one.height), one.pixels, "raw", "RGB", one.stride) for one in drawn]
    sheet = Image.new("L", (sum(leaf.width for leaf in leaves), leaves[0].height), 255)
    for place, leaf in enumerate(leaves):
        sheet.paste(leaf.convert("L"), (place * leaves[0].width, 0))
    return sheet


def unlike(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures differ, 0 to 255: the worst spot after both are blurred, so that antialiasing counts little."""
    if one.size != other.size:
        return 255.0
    soft = [image.filter(ImageFilter.GaussianBlur(2)) for image in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*soft)).extrema[0][1])


def cases() -> dict[str, bytes]:
    """Every paper's short, long and blank case."""
    return {"-".join(key): render(KINDS[key[0]], view, draft=False) for key, view in ALL.items()}


def main() -> None:
    """Write all pictures."""
    step = 256 // _GREYS
    for name, pdf in cases().items():
        grey = picture(pdf).point(lambda level: min(255, round(level / step) * step))
        grey.quantize(_GREYS + 1).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
