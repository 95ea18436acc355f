"""Work away from the window: whatever may take more than 50 ms, with progress and a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from mediation_desk.domain.problem import KnownProblem

T = TypeVar("T")


class Stopped(Exception):
    """The person stopped the work."""


class Progress:
    """What a job says while it runs. Called in the job's own thread."""

    def __init__(self, tell: Callable[[float], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def at(self, part: float) -> None:
        """Say how much is done, 0 to 1. Raises ``Stopped`` once the person has stopped the work."""
        self.check()
        self._tell(part)

    def check(self) -> None:
        """Raise ``Stopped`` once the person has stopped the work."""
        if self._stop.is_set():
            raise Stopped

    def stop(self) -> None:
        """Stop at the next look."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether the person has stopped the work."""
        return self._stop.is_set()


class Job(QObject, Generic[T]):
    """A piece of work under way. ``progress`` carries 0 to 1; ``stop()`` asks it to end."""

    progress = Signal(float)
    ended = Signal()
    _returned = Signal(object)
    _raised = Signal(object)

    def __init__(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[KnownProblem], object],
        owner: QObject,
    ) -> None:
        super().__init__()
        self._work, self._done, self._failed, self._owner = work, done, failed, owner
        self._progress = Progress(self.progress.emit)
        self._returned.connect(self._finish)
        self._raised.connect(self._fail)
        owner.destroyed.connect(self._progress.stop)

    def stop(self) -> None:
        """Ask the work to stop. Nothing is called back afterwards but ``ended``."""
        self._progress.stop()

    def perform(self) -> None:
        """Run the work; in a thread of the pool."""
        try:
            result = self._work(self._progress)
        except Exception as error:  # noqa: BLE001 - carried over to the window's thread and raised there
            self._raised.emit(error)
        else:
            self._returned.emit(result)

    def _wanted(self) -> bool:
        return isValid(self._owner) and not self._progress.stopped

    def _finish(self, result: T) -> None:
        self._leave()
        if self._wanted():
            self._done(result)

    def _fail(self, error: Exception) -> None:
        self._leave()
        if isinstance(error, Stopped):
            return
        if isinstance(error, KnownProblem):
            if self._wanted():
                self._failed(error)
            return
        raise error

    def _leave(self) -> None:
        _under_way.discard(self)
        self.ended.emit()


class _Errand(QRunnable):
    def __init__(self, job: Job[T]) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.perform()


_under_way: set[QObject] = set()
"""Jobs are kept alive until they have been heard in the window's thread."""


def under_way() -> int:
    """How many pieces of work have not been heard yet."""
    return len(_under_way)


def run(
    work: Callable[[Progress], T],
    done: Callable[[T], object],
    failed: Callable[[KnownProblem], object],
    owner: QObject,
) -> Job[T]:
    """Do ``work`` in the background; then, in the window's thread, ``done`` with its result or ``failed`` with the
    problem. Any other error is raised there, where ``apology`` hears it. Neither is called once ``owner`` is gone.
    """
    job = Job(work, done, failed, owner)
    _under_way.add(job)
    QThreadPool.globalInstance().start(_Errand(job))
    return job
