"""The handbook says what the program does: its keys are the program's, its pictures and README's are there and small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mediation_desk.ui.keys import table

ROOT = Path(__file__).resolve().parents[1]
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+\.png)\)")
LARGEST = 250_000


def test_the_handbook_lists_every_key() -> None:
    """Each with what it does, in the words that F1 shows."""
    handbook = (ROOT / "docs" / "handbook.md").read_text(encoding="utf-8")
    told = [line for line in handbook.splitlines() if line.startswith("| ")]
    for place, keys in table():
        assert f"| {place} | |" in told
        for key, does in keys:
            assert f"| {key} | {does} |" in told


@pytest.mark.parametrize("page", ["README.md", "docs/handbook.md"])
def test_every_picture_is_there_and_small(page: str) -> None:
    """A page is read over a slow line too."""
    file = ROOT / page
    pictures = PICTURE.findall(file.read_text(encoding="utf-8"))
    assert pictures
    for picture in pictures:
        assert (file.parent / picture).stat().st_size <= LARGEST, picture
