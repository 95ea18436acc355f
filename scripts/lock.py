"""Write the lock files anew from ``pyproject.toml``: every package with the SHA-256 of all its files, and no address.

    python scripts/lock.py [--upgrade]

What is locked stays as it is where it still fits; ``--upgrade`` takes the newest. The files of the index are what is
hashed, never those of a local copy, so that the lock fits every machine: pip's own settings are left aside.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
QUIET = ("--quiet", "--no-header", "--annotation-style=line")
HASHED = ("--generate-hashes", "--allow-unsafe", "--strip-extras", "--build-deps-for=editable")
NO_ADDRESS = ("--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host")
LOCKS = {"requirements.lock": (), "requirements-dev.lock": ("--extra=dev", "--constraint=requirements.lock")}


def main(arguments: list[str]) -> int:
    """Write both; pip-compile's exit code if it fails."""
    local = {"PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_CONSTRAINT"}
    environment = {name: value for name, value in os.environ.items() if name not in local}
    environment["PIP_CONFIG_FILE"] = os.devnull
    for lock, more in LOCKS.items():
        command = [sys.executable, "-m", "piptools", "compile", *QUIET, *HASHED, *NO_ADDRESS, *more, *arguments]
        done = subprocess.run(
            [*command, f"--output-file={lock}", "pyproject.toml"], cwd=ROOT, env=environment, check=False
        )
        if done.returncode != 0:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
