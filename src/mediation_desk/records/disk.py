"""What the disk and the database refuse, said in sentences."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_

FULL = N_("The disk is full. Nothing was changed, and what was saved before is safe. Free some space and try again.")
READ_ONLY = N_(
    "The desk's folder may not be written to. Nothing was changed, and what was saved before is safe. "
    "Ask whoever looks after this computer for the right to write there."
)
BUSY = N_("Another window or command is writing to this desk just now. Nothing was changed; try again in a moment.")
DAMAGED = N_(
    "The desk's database is damaged on the disk. Nothing was written. Do not go on with it: restore the latest backup."
)
WRONG_KEY = N_(
    "The desk's database does not open with this key: it is damaged at its beginning or belongs to another desk. "
    "Nothing was written. Restore the latest backup."
)
CANNOT_OPEN = N_(
    "The desk's database cannot be opened. Nothing was changed. See that its folder exists and may be written to."
)
FAILING = N_(
    "The disk reported an error. The last change was not saved; what was saved before is safe. "
    "Make a backup on another disk."
)

_SYSTEM = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,  # a limit on the size of one file, by quota or by the file system
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EIO: FAILING,
}

# SQLite's primary result codes (sqlite.org/rescode.html); the low byte of what the driver reports.
_SQLITE = {
    5: BUSY,  # SQLITE_BUSY
    8: READ_ONLY,  # SQLITE_READONLY
    10: FAILING,  # SQLITE_IOERR
    11: DAMAGED,  # SQLITE_CORRUPT
    13: FULL,  # SQLITE_FULL
    14: CANNOT_OPEN,  # SQLITE_CANTOPEN
    26: WRONG_KEY,  # SQLITE_NOTADB
}


@contextmanager
def translating_disk_errors(*, read_only: str = READ_ONLY) -> Iterator[None]:
    """Turn what the disk or SQLite refuses inside the block into a ``KnownProblem``; let every other error through.

    ``read_only``: the sentence for a place that may not be written to, where that is not the desk's own folder.
    """
    try:
        yield
    except Exception as error:
        sentence = _sentence_for(error)
        if sentence is None:
            raise
        raise KnownProblem(read_only if sentence == READ_ONLY else sentence) from error


def _sentence_for(error: Exception) -> str | None:
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0)
    return _SQLITE.get(_sqlite_code(error))


def _sqlite_code(error: Exception) -> int:
    """SQLite's primary result code, from the driver's error or from SQLAlchemy's around it; -1 for any other error.

    By attribute and not by class: the vault is opened before the database layer is loaded.
    """
    code = getattr(getattr(error, "orig", error), "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else -1
