"""A volume of 300 sheets with 120 scans is bound on an old machine too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
MOST_MB = 400


def test_three_hundred_sheets_take_less_than_400_mb(tmp_path: Path) -> None:
    """In a process of its own, whose highest memory is asked of the system: the files together are larger than that."""
    command = [sys.executable, str(Path(__file__).with_name("large_volume.py")), str(tmp_path)]
    told = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": ".:src"}, capture_output=True, text=True, check=True)
    sheets, leaves, _before, peak = map(int, told.stdout.split())
    assert sheets >= 300
    assert leaves >= 120
    assert (tmp_path / "dossier.pdf").stat().st_size > MOST_MB * 2**20
    assert peak < MOST_MB
