"""``kill -9`` during writes: what was told as committed is there, the rest is not there by halves (promise 1)."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import msgspec
from tests.faults.program import ROOT, environment
from tests.faults.reopened import reopened
from tests.faults.writer import CHANGES, facts
from tests.ui.case.desks import Clock, new_desk

from mediation_desk.actions.checking import check
from mediation_desk.actions.desk import Desk
from mediation_desk.domain.records import Case, Paper


def killed(folder: Path, round_: int, wait: float) -> list[dict[str, Any]]:
    """Kill a writer ``wait`` seconds after the first unit it told; all units it told.

    Counted from there: on a busy machine the first commit alone may take longer than ``wait``.
    """
    command: list[str | Path] = [sys.executable, "-m", "tests.faults.writer", folder, str(round_)]
    writer = subprocess.Popen(command, cwd=ROOT, env=environment(folder.parent), stdout=subprocess.PIPE)
    assert writer.stdout is not None
    assert b"ready" in writer.stdout.readline()
    first = writer.stdout.readline()
    time.sleep(wait)
    writer.kill()
    told = first + writer.stdout.read()
    writer.stdout.close()
    assert writer.wait() == -9, "the writer ended by itself"
    return [msgspec.json.decode(line) for line in told.splitlines(keepends=True) if line.endswith(b"\n")]


def lost(desk: Desk, units: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The units told that are not in the desk."""
    return [unit for unit in units if not _stands(desk, unit)]


def _stands(desk: Desk, unit: dict[str, Any]) -> bool:
    with desk.store.read() as reader:
        case = reader.get(Case, UUID(unit["case"]))
        paper = reader.get(Paper, UUID(unit["paper"])) if "paper" in unit else None
    if case is None:
        return False
    if "paper" in unit:
        return paper is not None and hashlib.sha256(desk.blobs.get(paper.pdf)).hexdigest() == unit["pdf"]
    if unit["facts"] is None:
        return True
    # Changes told later, or committed and not told any more, stand in its place.
    place, rest = unit["facts"].split("，第")
    return case.facts in [facts(place, change) for change in range(int(rest[0]), CHANGES)]


def test_no_committed_unit_is_lost(tmp_path: Path, kills: int) -> None:
    """After each kill every unit told is there, every paper's file is whole, and the desk checks clean."""
    random = Random(20261124)
    folder = tmp_path / "desk"
    new_desk(folder, Clock()).close()
    told: list[dict[str, Any]] = []
    for round_ in range(kills):
        told += killed(folder, round_, random.uniform(0.02, 1.5))
        with reopened(folder) as desk:
            assert lost(desk, told) == []
            with desk.store.read() as reader:
                papers = reader.find(Paper)
            for paper in papers:
                desk.blobs.get(paper.pdf)
                desk.blobs.get(paper.view)
            report = check(desk)
            assert report.faults == ()
    assert len(told) > kills, "no writer got further than its first unit"


def test_a_lost_unit_would_be_seen(tmp_path: Path) -> None:
    """The comparison finds a unit that is not there; one that cannot would prove nothing."""
    with closing(new_desk(tmp_path / "desk", Clock())) as desk:
        missing = {"case": str(desk.store.ids.new()), "facts": None}
        assert lost(desk, [missing]) == [missing]
