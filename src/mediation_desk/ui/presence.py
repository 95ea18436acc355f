"""Who is at the desk: his password lifts the cover, and how long the desk may stand untouched follows his centres."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from mediation_desk.actions.locking import USUAL, idle_limit
from mediation_desk.actions.meeting_now import meeting_under_way
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.sign_in import WRONG, MustWait, proved
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.ui.changed import changed
from mediation_desk.ui.cover import Refused
from mediation_desk.ui.work import Progress, run

EVERY = 60_000
"""Milliseconds between two looks at whether a meeting is being held."""


class Presence(QObject):
    """``limit`` is in seconds and costs nothing to ask: every movement of the mouse asks it."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._limit = USUAL
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        changed().on(self, lambda _named: self.look(), "centre", "meeting")
        self.look()

    def limit(self) -> float:
        """Seconds without a touch after which the screen is covered."""
        return self._limit.total_seconds()

    def look(self) -> None:
        """Look again at what the centres have chosen, and whether a meeting is being held."""

        def work(_progress: Progress) -> timedelta:
            under_way = meeting_under_way(self._seat, self._seat.desk.store.clock())
            return idle_limit(self._seat.centres(), in_meeting=under_way)

        run(work, self._found, lambda _problem: None, self)

    def _found(self, limit: timedelta) -> None:
        self._limit = limit

    def unlock(self, password: str, done: Callable[[], None], refused: Refused) -> None:
        """Try a password in the background. Only the one of whoever is seated lifts the cover."""
        account = self._seat.account

        def work(_progress: Progress) -> None:
            if proved(self._seat.desk, account.name, password).id != account.id:
                raise KnownProblem(WRONG)

        def failed(problem: KnownProblem) -> None:
            refused(problem, problem.seconds if isinstance(problem, MustWait) else 0)

        run(work, lambda _none: done(), failed, self)
