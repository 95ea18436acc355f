"""A window to play in: on a profile of its own, with the story's clock, and no keyring of this account."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest

from mediation_desk.records.profile import Profile
from mediation_desk.ui.conditions import Conditions
from mediation_desk.ui.look.look import look
from mediation_desk.ui.tour.camera import Camera
from mediation_desk.ui.tour.clock import StoryClock
from mediation_desk.ui.tour.hands import Hands
from mediation_desk.ui.tour.person import Person
from mediation_desk.ui.window import Window

if TYPE_CHECKING:
    from mediation_desk.records.vault import Cost

WIDTH, HEIGHT = 1280, 800


@contextmanager
def playing(
    profile: Path, clock: StoryClock, pictures: Path | None = None, cost: Cost | None = None
) -> Iterator[Person]:
    """Somebody before a window of the desk in ``profile``. ``pictures``: where they go; ``cost``: of a try of what the
    desk is set up with."""
    hands = Hands()
    window = Window(Profile(profile), conditions=Conditions(clock, cost, keyring=False))
    look().choose_dark(False)
    look().scale.choose(1.0)
    person = Person(window, hands, Camera(hands, window, pictures), clock)
    window.resize(WIDTH, HEIGHT)
    window.begin()
    window.show()
    window.activateWindow()
    try:
        hands.rest()
        yield person
    finally:
        QThreadPool.globalInstance().waitForDone()
        window.close()
        window.deleteLater()
        QTest.qWait(0)
