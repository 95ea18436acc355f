"""Who may use a profile: many processes at once to work in it, one alone to replace what is in it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import BinaryIO, Self

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.disk import translating_disk_errors
from mediation_desk.records.profile import Profile

_PATIENCE_SECONDS = 3.0  # another process tidying up at its start holds the profile for a moment
_PAUSE_SECONDS = 0.02

if sys.platform == "win32":
    import msvcrt

    _SHARERS = 64  # bytes of the lock file: a sharer locks any one of them, a sole user all

    def _try_lock(file: BinaryIO, *, alone: bool) -> bool:
        places = [(0, _SHARERS)] if alone else [(place, 1) for place in range(_SHARERS)]
        for start, length in places:
            file.seek(start)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, length)
            except OSError:
                continue
            return True
        return False

else:
    import fcntl

    def _try_lock(file: BinaryIO, *, alone: bool) -> bool:
        try:
            fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class Hold:
    """A hold on a profile until ``release`` or the end of the process, whichever way it ends."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def release(self) -> None:
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def share(profile: Profile, tidy: Callable[[Profile], None]) -> Hold:
    """Hold a prepared profile together with other processes.

    ``tidy`` is called first if nobody else is there: it finishes or removes what a broken-off run has left.
    Raises ``KnownProblem`` while someone holds the profile alone.
    """
    first = _attempt(profile, alone=True)
    if first is not None:
        with first, translating_disk_errors():
            tidy(profile)
    return _wait(profile, alone=False)


def hold_alone(profile: Profile) -> Hold:
    """Hold a prepared profile alone. ``KnownProblem`` when it is open anywhere, in this process too."""
    return _wait(profile, alone=True)


def _wait(profile: Profile, *, alone: bool) -> Hold:
    end = time.monotonic() + _PATIENCE_SECONDS
    while (hold := _attempt(profile, alone=alone)) is None:
        if time.monotonic() > end:
            raise KnownProblem(
                "This desk is open in another window or command. Close it first; nothing was changed."
                if alone
                else "This desk is just being restored from a backup. Wait until that is done, then open it again."
            )
        time.sleep(_PAUSE_SECONDS)
    return hold


def _attempt(profile: Profile, *, alone: bool) -> Hold | None:
    with translating_disk_errors():
        file = os.fdopen(os.open(profile.lock, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
        if _try_lock(file, alone=alone):
            return Hold(file)
        file.close()
        return None
