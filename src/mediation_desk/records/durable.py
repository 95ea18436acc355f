"""Files that are whole or absent: written aside, forced to the disk, then renamed into place."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

UNFINISHED = ".new"


def sync_folder(folder: Path) -> None:
    """Force the names in ``folder`` to the disk, so that a rename survives a power cut."""
    if sys.platform == "win32":
        return  # NTFS journals the rename itself and a folder cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some file systems of sticks have no such thing
            raise
    finally:
        os.close(handle)


def write_durably(target: Path, content: bytes) -> None:
    """Put ``content`` at ``target``: after a power cut either the old file is there or the new one.

    Raises ``OSError``; the unfinished file is then removed. Two writers at once do not disturb each other.
    """
    with writing_durably(target) as file:
        file.write(content)


@contextmanager
def writing_durably(target: Path) -> Iterator[BinaryIO]:
    """A file to write to that takes the place of ``target`` when the block ends; nothing is left of it when it raises."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f"{target.name}.", suffix=UNFINISHED)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
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
