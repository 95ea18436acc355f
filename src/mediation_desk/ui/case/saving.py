"""How a page is made safe: a draft soon after typing, a commit when asked; one after the other, never two at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from mediation_desk.actions.drafts import drop_draft, keep_draft
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.ui.work import Progress, run

DRAFT_AFTER = 1000
"""Milliseconds from the first keystroke that is not safe yet to the draft that holds it."""

Then = Callable[[], object]
_Task = Callable[[Then], None]


class Savable(Protocol):
    """What a page tells of itself."""

    @property
    def draft_key(self) -> str:
        """The name of its draft."""
        ...

    @property
    def dirty(self) -> bool:
        """Whether the screen holds what the record does not."""
        ...

    def draft(self) -> Any:
        """What is on the screen, as JSON."""
        ...

    def begin_write(self) -> tuple[Callable[[], object], Then] | None:
        """What to do in the background to write it, and in the window when that is done; none when there is nothing."""
        ...


class Saving(QObject):
    """Keeps drafts and commits. ``kept`` and ``saved`` carry the instant, ``failed`` the problem."""

    kept = Signal(object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, page: Savable, seat: Seat, owner: QObject) -> None:
        super().__init__(owner)
        self._page, self._seat, self._owner = page, seat, owner
        self._tasks: deque[_Task] = deque()
        self._busy = False
        self._has_draft = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_AFTER)
        self._timer.timeout.connect(lambda: self._ask(self._keep))

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._busy

    def touched(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def commit(self, then: Then) -> None:
        """Write what is on the screen; afterwards ``then``, at once when there is nothing to write."""
        self._ask(lambda done: self._commit(then, done))

    def adopt(self) -> None:
        """There is a draft of an earlier time."""
        self._has_draft = True

    def forget(self) -> None:
        """The person gave the draft up."""
        self._timer.stop()
        self._ask(self._drop)

    def keep_now(self) -> None:
        """Keep a draft and wait for it: the window goes, or something has broken. ``KnownProblem`` when
        the disk refuses."""
        self._timer.stop()
        if self._page.dirty:
            keep_draft(self._seat, self._page.draft_key, self._page.draft())
            self._has_draft = True

    def _ask(self, task: _Task) -> None:
        self._tasks.append(task)
        self._go_on()

    def _go_on(self) -> None:
        if self._busy or not self._tasks:
            return
        self._busy = True
        self._tasks.popleft()(self._done)

    def _done(self) -> None:
        self._busy = False
        self._go_on()

    def _keep(self, done: Then) -> None:
        if not self._page.dirty:
            self._drop(done)
            return
        key, content = self._page.draft_key, self._page.draft()
        self._has_draft = True

        def heard(at: datetime) -> None:
            self.kept.emit(at)
            done()

        self._run(lambda: keep_draft(self._seat, key, content), heard, done)

    def _drop(self, done: Then, key: str = "") -> None:
        if not self._has_draft:
            done()
            return
        self._has_draft = False
        page = key or self._page.draft_key
        self._run(lambda: drop_draft(self._seat, page), lambda _none: done(), done)

    def _commit(self, then: Then, done: Then) -> None:
        self._timer.stop()
        key = self._page.draft_key
        begun = self._page.begin_write()
        if begun is None:
            self._rest(key, done)
            then()
            return
        write, written = begun

        def heard(_result: object) -> None:
            written()
            self.saved.emit(self._seat.desk.store.clock())
            self._rest(key, done)
            then()

        self._run(write, heard, done)

    def _rest(self, key: str, done: Then) -> None:
        """What is not written yet gets a draft; when nothing is left, the one under ``key`` goes."""
        if self._page.dirty:
            self.touched()
            done()
        else:
            self._drop(done, key)

    def _run(self, work: Callable[[], Any], heard: Callable[[Any], object], done: Then) -> None:
        def failed(problem: KnownProblem) -> None:
            done()
            self.failed.emit(problem)

        def job(_progress: Progress) -> Any:
            return work()

        run(job, heard, failed, self._owner)
