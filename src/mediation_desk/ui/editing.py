"""Nothing typed is lost: what stands on a page is kept as a draft within a second, in the background.

One piece for every page one types on. A page tells it of every keystroke (``touch``), that its content was saved or given
up (``drop``), and asks it what was left the last time (``left``).
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from mediation_desk.actions.drafts import drop_draft, keep_draft, kept_draft
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.drafts import Draft
from mediation_desk.ui.work import Progress, run

T = TypeVar("T")

PAUSE = 400
"""Milliseconds without a keystroke after which a draft is kept."""
LONGEST = 1200
"""Milliseconds after which it is kept though the typing goes on."""


class Editing(QObject):
    """Keeps the draft of one page. ``content()`` gives what stands on it as plain JSON values.

    ``kept`` carries the instant (UTC), ``refused`` the ``KnownProblem``: then nothing is lost from the screen, and the
    next keystroke tries again.
    """

    kept = Signal(object)
    refused = Signal(object)

    def __init__(self, owner: QWidget, seat: Seat, page: str, content: Callable[[], Any]) -> None:
        super().__init__(owner)
        self._seat, self._page, self._content = seat, page, content
        self._order = _Order()
        self._dirty = False
        self._pause = self._timer(PAUSE)
        self._longest = self._timer(LONGEST)
        _alive.add(self)

    def _timer(self, after: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(self._keep)
        return timer

    @property
    def dirty(self) -> bool:
        """Whether something stands on the page that is not kept yet."""
        return self._dirty

    def touch(self) -> None:
        """Something was typed."""
        self._dirty = True
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def left(self) -> Draft | None:
        """The draft that was left on this page."""
        return kept_draft(self._seat, self._page)

    def keep_now(self) -> None:
        """Keep what stands there before returning: the window closes. ``KnownProblem`` when the disk refuses."""
        if self._dirty:
            number = self._order.next()
            self._calm()
            self._write(number, self._content())

    def drop(self) -> None:
        """The content was saved or given up: no draft is left of it, nor will one be."""
        number = self._order.next()
        self._calm()
        self._order.run(number, lambda: drop_draft(self._seat, self._page))

    def _calm(self) -> None:
        self._dirty = False
        self._pause.stop()
        self._longest.stop()

    def _keep(self) -> None:
        if not self._dirty:
            return
        self._calm()
        number, content = self._order.next(), self._content()

        def work(_progress: Progress) -> datetime | None:
            return self._write(number, content)

        run(work, self._done, self._fail, self)

    def _write(self, number: int, content: Any) -> datetime | None:
        return self._order.run(number, lambda: keep_draft(self._seat, self._page, content))

    def _done(self, at: datetime | None) -> None:
        if at is not None:
            self.kept.emit(at)

    def _fail(self, problem: KnownProblem) -> None:
        self._dirty = True
        self.refused.emit(problem)


class _Order:
    """Writes happen in the order they were asked for: one that was overtaken is left out."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked = 0
        self._done = 0

    def next(self) -> int:
        self._asked += 1
        return self._asked

    def run(self, number: int, work: Callable[[], T]) -> T | None:
        with self._lock:
            if number < self._done:
                return None
            self._done = number
            return work()


_alive: weakref.WeakSet[Editing] = weakref.WeakSet()


def keep_everything() -> None:
    """Keep what stands on every page, before returning: the screen is covered, the window closes, we made a mistake.

    What the disk refuses stays on the screen; the first refusal is raised once all pages were tried.
    """
    refused: KnownProblem | None = None
    for editing in [e for e in _alive if isValid(e)]:
        try:
            editing.keep_now()
        except KnownProblem as problem:
            refused = refused or problem
    if refused is not None:
        raise refused
