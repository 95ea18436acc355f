"""What ``make run`` does: the desk on a sample centre, or, where there is no screen, the tour of its windows as files.

    python scripts/run.py

Standard library only. The sample lies in ``var/sample`` and is made the first time; remove the folder to begin again.
How to sign in to it stands in ``var/sample.txt`` and is said at every start: the sample's people are invented.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DESK = ROOT / ".venv" / "bin" / "mediation-desk"
SAMPLE = ROOT / "var" / "sample"
SIGN_IN = ROOT / "var" / "sample.txt"
TOUR = ROOT / "var" / "tour"


def has_screen() -> bool:
    """Whether a window could be seen: on Linux, whether there is an X or Wayland display."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def desk(*arguments: str | Path) -> int:
    """Run the program as a person would; its exit code."""
    return subprocess.run([DESK, *arguments], cwd=ROOT, check=False).returncode


def make_sample() -> int:
    """Make the sample desk and note how to sign in to it. Nothing is left of one that was broken off."""
    SIGN_IN.parent.mkdir(exist_ok=True)
    made = 1
    try:
        with SIGN_IN.open("w", encoding="utf-8") as note:
            made = subprocess.run([DESK, "--profile", SAMPLE, "sample"], stdout=note, cwd=ROOT, check=False).returncode
    finally:
        if made != 0:
            shutil.rmtree(SAMPLE, ignore_errors=True)
    return made


def main() -> int:
    """Open the sample desk, or write the tour; the program's own exit code."""
    if not has_screen():
        print(
            "这里没有屏幕，改为把各窗口和文书画成文件。\nNo screen here: drawing the windows and papers into files.",
            flush=True,
        )
        return desk("tour", "--out", TOUR)
    if not SAMPLE.is_dir():
        made = make_sample()
        if made != 0:
            return made
    print(SIGN_IN.read_text(encoding="utf-8"), end="", flush=True)
    return desk("--profile", SAMPLE)


if __name__ == "__main__":
    sys.exit(main())
