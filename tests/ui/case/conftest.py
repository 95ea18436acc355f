"""The workspace over a real desk: opened, shown, and driven as a person would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot
from tests.ui.case.desks import Clock, first_case, new_desk, seated

from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.actions.desk import Desk
from mediation_desk.actions.seat import Seat
from mediation_desk.ui.case.page import Page
from mediation_desk.ui.case.page_kind import Address
from mediation_desk.ui.case.workspace import Workspace
from mediation_desk.ui.watching import Watch


@dataclass
class Dossier:
    """A desk with a case on it, and the workspace that shows it."""

    qtbot: QtBot
    folder: Path
    clock: Clock
    desk: Desk
    seat: Seat
    case_id: UUID
    watch: Watch
    open: Callable[..., Workspace]

    @property
    def file(self) -> CaseFile:
        """The case as it stands in the records."""
        return load(self.seat, self.case_id)

    def go(self, space: Workspace, kind: str, item: UUID | None = None) -> Page:
        """Go to a page and wait until it is there."""
        before = space.page
        space.go(Address(kind, item))
        self.qtbot.waitUntil(lambda: space.page is not before)
        assert space.page is not None
        return space.page

    def saved(self, space: Workspace) -> None:
        """Save, and wait until everything is written, the draft is gone and the case has been read again."""
        space.save()
        self.rest(space)

    def rest(self, space: Workspace) -> None:
        """Wait until nothing is being written or read any more."""
        self.qtbot.waitUntil(lambda: space.page is not None and not space.page.saving.busy and space.at_rest)

    def binding(self, page: Page, name: str, number: int = 0) -> Any:
        """The binding of a field of one of the page's records."""
        return next(b.fields[name] for b in page.bounds[number:] if name in b.fields)


@pytest.fixture
def dossier(tmp_path: Path, qtbot: QtBot) -> Iterator[Dossier]:
    """Case 1 on a new desk."""
    clock = Clock()
    desk = new_desk(tmp_path / "desk", clock)
    seat = seated(desk)
    case_id = first_case(seat)
    watch = Watch(desk.store)

    def open_case(who: Seat | None = None, case: UUID | None = None) -> Workspace:
        space = Workspace(who or seat, case or case_id, watch)
        qtbot.addWidget(space)
        space.resize(1100, 700)
        with qtbot.waitActive(space):
            space.show()
            space.activateWindow()
        qtbot.waitUntil(lambda: space.page is not None)
        return space

    yield Dossier(qtbot, tmp_path / "desk", clock, desk, seat, case_id, watch, open_case)
    QThreadPool.globalInstance().waitForDone()
    watch.stop()
    desk.close()
