"""A window process into which a case is typed at a steady pace, each keystroke told, until it is killed.

    python -m tests.faults.typist FOLDER CASE_ID

Real events: keys for letters and figures, committed input-method text for Chinese. What is told is what the window has
taken in, with the machine's monotonic clock.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from types import TracebackType
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.faults.reopened import reopened
from tests.ui.case.desks import seated

from mediation_desk.ui.app import make_application
from mediation_desk.ui.case.workspace import Workspace
from mediation_desk.ui.parts.text_field import TextField
from mediation_desk.ui.watching import Watch

EVERY = 30
"""Milliseconds between two keystrokes."""
_WORDS = "漏水的事双方在调解室说了三次天花板已经修好𠮷㛃䶮号码13839155555"


def keystroke(number: int) -> str:
    """What the keystroke of this number writes: one character."""
    return _WORDS[number % len(_WORDS)]


def typed(count: int) -> str:
    """What so many keystrokes have written."""
    return "".join(keystroke(n) for n in range(count))


class Typist:
    """Types into the facts of the case that ``workspace`` shows, and tells each keystroke on standard output."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._count = 0
        self._timer = QTimer(workspace)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._stroke)
        workspace.loaded.connect(self._begin)

    def _begin(self) -> None:
        page = self._workspace.page
        assert page is not None
        page.focus_field("facts")
        # Not whatever has the keyboard: a busy machine gives it to the window a moment later.
        self._field = field = next(f for f in page.findChildren(TextField) if page.field_at(f) is not None)
        field.moveCursor(QTextCursor.MoveOperation.End)
        self._timer.start()

    def _stroke(self) -> None:
        character = keystroke(self._count)
        if character.isascii():
            QTest.keyClicks(self._field, character)
        else:
            event = QInputMethodEvent("", [])
            event.setCommitString(character)
            QApplication.sendEvent(self._field, event)
        self._count += 1
        os.write(sys.stdout.fileno(), f"{self._count} {time.monotonic()}\n".encode())


def _give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A typist that cannot type ends, so that nobody waits for his first word for ever."""
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(3)


def main(folder: Path, case_id: UUID) -> None:
    """Type until killed."""
    app = make_application(["typist"])
    sys.excepthook = _give_up
    with reopened(folder) as desk:
        seat = seated(desk)
        workspace = Workspace(seat, case_id, Watch(desk.store))
        workspace.resize(1280, 800)
        typist = Typist(workspace)
        workspace.show()
        workspace.activateWindow()
        app.exec()
        del typist


if __name__ == "__main__":
    main(Path(sys.argv[1]), UUID(sys.argv[2]))
