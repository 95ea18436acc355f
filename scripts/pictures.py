"""Renew the pictures of README and handbook: a tour, and of its pictures those that are shown.

    python scripts/pictures.py

They are brought to 128 colours, which the eye does not miss on these windows, so that the repository stays small.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
SHOWN = {
    "set-up": "set-up-centre",
    "codes": "set-up-codes",
    "register": "case1-register",
    "party": "case1-party-1",
    "meeting": "case1-meeting-2",
    "instalments": "case1-instalments",
    "paper": "case1-issued",
    "awaiting-seal": "case1-awaiting-seal",
    "sealed": "case1-sealed",
    "today": "today",
    "two-people": "two-people-wrote-it-differently",
    "history": "history",
    "backup": "backed-up",
    "large": "type-180-today",
    "dark": "dark-meetings",
}
"""The name in ``docs/pictures``, and that of the tour's picture without its number."""
LARGEST = 250_000


def main() -> int:
    """Take them anew; 1 when one is missing or too large."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        desk = Path(sys.executable).with_name("mediation-desk")
        done = subprocess.run([desk, "tour", "--out", folder], check=False).returncode
        if done:
            return done
        taken = {picture.stem.partition("-")[2]: picture for picture in Path(folder).glob("[0-9]*.png")}
        for name, source in SHOWN.items():
            target = PICTURES / f"{name}.png"
            with Image.open(taken[source]) as image:
                small = image.convert("RGB").quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
            small.save(target, optimize=True)
            if target.stat().st_size > LARGEST:
                print(f"{target} is larger than {LARGEST} bytes", file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
