"""Looking for what must not be readable: in every byte of every file of a folder, and in the files' names."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")


def in_plain_sight(folder: Path, secrets: Collection[str]) -> list[tuple[str, str]]:
    """Every file that holds a secret in its bytes or its name, with the secret. A file that goes meanwhile is left out."""
    spelled = {s.encode(e): s for s in secrets for e in ENCODINGS}
    found = []
    for path in sorted(folder.rglob("*")):
        try:
            content = path.read_bytes() if path.is_file() else b""
        except FileNotFoundError:
            continue
        found += [(path.name, secret) for spelling, secret in spelled.items() if spelling in content]
        found += [(path.name, secret) for secret in secrets if secret in path.name]
    return found
