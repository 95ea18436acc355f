"""The interface's typefaces: the system's own sans, ours when it has none, rare characters always from ours."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from mediation_desk.reference.place import resources

SANS: Final[tuple[str, ...]] = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "MiSans",
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
)
"""Sans faces with Chinese, the best drawn first; the last two have no bold of their own."""

RARE: Final[tuple[str, ...]] = ("HanaMinB", "Noto Serif SC", "Noto Sans CJK SC", "HanaMinA")
"""Faces that draw what a sans leaves out: 𠮷 㛃 䶮."""


def register(folder: Path | None = None) -> list[str]:
    """Make the program's own font files known to Qt; the families they hold. An unreadable file is left out."""
    place = folder or resources() / "fonts"
    families: list[str] = []
    for file in sorted(p for p in place.glob("*") if p.suffix.lower() in {".ttf", ".otf", ".ttc"}):
        number = QFontDatabase.addApplicationFont(str(file))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return families


def families(known: set[str] | None = None) -> list[str]:
    """The families of interface type in order of use, ending with those that only fill gaps."""
    have = known if known is not None else set(QFontDatabase.families())
    sans = [name for name in SANS if name in have][:1]
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).families()
    chosen = sans or list(system)
    return [*chosen, *(name for name in RARE if name in have and name not in chosen)]


def face(names: list[str], pixels: int, *, bold: bool = False) -> QFont:
    """A font of these families, ``pixels`` high."""
    font = QFont(names)
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font
