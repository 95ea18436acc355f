"""The whole program: its windows with somebody's hands before them, and its command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.journeys.journey import CHEAP, Journey

from mediation_desk.ui.app import prepare
from mediation_desk.ui.tour.clock import StoryClock
from mediation_desk.ui.tour.play import playing
from mediation_desk.ui.tour.story import first_day
from mediation_desk.ui.tour.told import Told

_dressed: list[QApplication] = []


@pytest.fixture
def journey(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Journey]]:
    """Begins a journey of these cases, before the window of a folder in which no desk lives yet."""
    if not _dressed:
        prepare(qapp)
        _dressed.append(qapp)
    with ExitStack() as stack:

        def begin(*names: str) -> Journey:
            told = [Told(name) for name in names]
            person = stack.enter_context(playing(tmp_path / "desk", StoryClock(first_day(*told)), cost=CHEAP))
            return Journey(person, told, tmp_path)

        yield begin
