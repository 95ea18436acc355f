"""Independent readers of a finished PDF."""

from __future__ import annotations

import random
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from mediation_desk.documents.typefaces import missing

RARE_NAMES = ("王𠮷", "李㛃", "尉迟䶮", "周敏𬱖", "范𫖯", "张喆", "刘堃", "杨犇")
_EXTENSIONS = (
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0x2CEB0, 0x2EBE0),
)


def rare_characters(count: int, seed: int) -> str:
    """Characters of Ext A to F, each that some face draws, evenly over the six blocks."""
    chance = random.Random(seed)
    found: list[str] = []
    while len(found) < count:
        first, last = _EXTENSIONS[len(found) % len(_EXTENSIONS)]
        char = chr(chance.randint(first, last))
        if not missing(char):
            found.append(char)
    return "".join(found)


def by_poppler(pdf: bytes) -> str:
    """The text as pdftotext gives it, in drawing order."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not on this machine (Debian: poppler-utils); PDFium alone read the paper back")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "paper.pdf"
        file.write_bytes(pdf)
        command = ["pdftotext", "-raw", "-enc", "UTF-8", str(file), "-"]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()
