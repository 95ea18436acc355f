"""``kill -9`` while typing: everything typed up to two seconds before is back (promise 1)."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random
from uuid import UUID

from pytestqt.qtbot import QtBot
from tests.faults.plain_sight import in_plain_sight
from tests.faults.program import ROOT, environment
from tests.faults.reopened import reopened
from tests.faults.typist import typed
from tests.ui.case.desks import Clock, first_case, new_desk, seated

from mediation_desk.actions.checking import check
from mediation_desk.actions.drafts import drafts_left, drop_draft
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.records import Case
from mediation_desk.ui.case.workspace import Workspace
from mediation_desk.ui.parts.text_field import TextField
from mediation_desk.ui.watching import Watch

SAFE_AFTER = 2.0
"""Seconds after which what was typed must be safe."""


def killed(folder: Path, case_id: UUID, wait: float) -> tuple[int, int]:
    """Let a window be typed into for ``wait`` seconds, kill it. How many keystrokes were told, and how many of them
    at least ``SAFE_AFTER`` before."""
    command: list[str | Path] = [sys.executable, "-m", "tests.faults.typist", folder, str(case_id)]
    window = subprocess.Popen(command, cwd=ROOT, env=environment(folder.parent), stdout=subprocess.PIPE)
    assert window.stdout is not None
    first = window.stdout.readline()
    assert first, "nothing could be typed"
    time.sleep(wait)
    at = time.monotonic()
    window.kill()
    told = [line.split() for line in (first + window.stdout.read()).splitlines(keepends=True) if line.endswith(b"\n")]
    window.stdout.close()
    assert window.wait() == -9, "the window ended by itself"
    return int(told[-1][0]), max((int(count) for count, when in told if float(when) <= at - SAFE_AFTER), default=0)


def shown_again(qtbot: QtBot, seat: Seat, case_id: UUID) -> str:
    """The facts of the case as its page shows them when it is opened again."""
    watch = Watch(seat.desk.store)
    workspace = Workspace(seat, case_id, watch)
    qtbot.addWidget(workspace)
    with qtbot.waitSignal(workspace.loaded):
        workspace.show()
    page = workspace.page
    assert page is not None
    page.focus_field("facts")
    facts = next(w for w in page.findChildren(TextField) if page.field_at(w) is not None)
    text = facts.toPlainText()
    watch.stop()
    qtbot.waitUntil(lambda: workspace.at_rest)
    return text


def test_what_was_typed_is_back(qtbot: QtBot, tmp_path: Path, kills: int) -> None:
    """Every character typed two seconds before the kill stands on the page again; the record is untouched, the desk
    checks clean, and neither the draft nor anything else of it can be read in the profile."""
    random = Random(1124)
    folder = tmp_path / "desk"
    clock = Clock()
    desk = new_desk(folder, clock)
    case_id = first_case(seated(desk))
    with desk.store.read() as reader:
        case = reader.get(Case, case_id)
    assert case is not None
    desk.close()
    kept = 0
    for _ in range(kills):
        count, safe = killed(folder, case_id, random.uniform(2.1, 4.0))
        secrets = (typed(12), case.facts[:12], "13839155555", "410823196803121212", "13839100001")
        assert in_plain_sight(folder, secrets) == []
        with reopened(folder) as desk:
            seat = seated(desk)
            text = shown_again(qtbot, seat, case_id)
            assert text.startswith(case.facts)
            back = text.removeprefix(case.facts)
            assert back == typed(len(back)), "what is back is not what was typed"
            assert safe <= len(back) <= count + 1
            kept += safe
            with desk.store.read() as reader:
                assert reader.get(Case, case_id) == case
            assert check(desk).faults == ()
            for draft in drafts_left(seat):
                drop_draft(seat, draft.page)
    assert kept > 0, "no window was typed into long enough to prove anything"
