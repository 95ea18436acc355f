"""What the disk and the database refuse, said in sentences."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

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
    except OSError as error:
        sentence = _SYSTEM.get(error.errno or 0)
        _raise_known(read_only if sentence == READ_ONLY else sentence, error)
    except DBAPIError as error:
        _raise_known(_sentence_for(error.orig), error)
    except Exception as error:
        if not _is_sqlite(error):
            raise
        _raise_known(_sentence_for(error), error)


def _raise_known(sentence: str | None, error: Exception) -> None:
    if sentence is None:
        raise error
    raise KnownProblem(sentence) from error


def _is_sqlite(error: BaseException) -> bool:
    return hasattr(error, "sqlite_errorcode")


def _sentence_for(error: BaseException | None) -> str | None:
    code = getattr(error, "sqlite_errorcode", None)
    return _SQLITE.get(code & 0xFF) if isinstance(code, int) else None
