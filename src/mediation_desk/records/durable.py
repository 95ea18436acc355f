"""Files that are whole or absent: written aside, forced to the disk, then renamed into place."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO


def sync_folder(folder: Path) -> None:
    """Force the names in ``folder`` to the disk, so that a rename survives a power cut."""
    if sys.platform == "win32":
        return  # NTFS journals the rename itself and a folder cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_durably(target: Path, content: bytes, *, by_way_of: Path | None = None) -> None:
    """Put ``content`` at ``target``: after a power cut either the old file is there or the new one.

    ``by_way_of``: the name it is first written under, on the same disk; ``target`` + ``.new`` unless given.
    Raises ``OSError``; the unfinished file is then removed.
    """
    unfinished = by_way_of or target.with_name(target.name + ".new")
    try:
        with open_private(unfinished) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def open_private(path: Path) -> BinaryIO:
    """A new file that only this account may read (0600), open for writing bytes and reading them back."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    return os.fdopen(handle, "w+b")
