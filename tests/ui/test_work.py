"""Work in the background, the signal of changes, watching for idleness, and our own mistakes."""

from __future__ import annotations

import os
import stat
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.ui import work
from mediation_desk.ui.apology import Apology, report
from mediation_desk.ui.app import input_method
from mediation_desk.ui.changed import Changed, Named
from mediation_desk.ui.idle import Idle
from mediation_desk.ui.remembered import Remembered

AT = datetime(2026, 9, 8, 9, 30, tzinfo=UTC)


def test_a_job_runs_elsewhere_and_is_heard_here(qtbot: QtBot) -> None:
    """The work in a thread of its own, its result in the window's."""
    owner, heard = QObject(), list[tuple[bool, bool]]()
    main = threading.current_thread()
    job = work.run(
        lambda progress: threading.current_thread() is main,
        lambda there: heard.append((there, threading.current_thread() is main)),
        lambda problem: None,
        owner,
    )
    qtbot.waitSignal(job.ended).wait()
    assert heard == [(False, True)]


def test_a_known_problem_is_handed_over(qtbot: QtBot) -> None:
    """The world's errors come as themselves."""
    owner, heard = QObject(), list[str]()

    def full(progress: work.Progress) -> None:
        raise KnownProblem("The disk is full.")

    job = work.run(full, lambda _r: heard.append("done"), lambda problem: heard.append(str(problem)), owner)
    qtbot.waitSignal(job.ended).wait()
    assert heard == ["The disk is full."]


def test_a_mistake_of_ours_reaches_the_hook_that_hears_mistakes(qtbot: QtBot) -> None:
    """It is neither swallowed in the thread nor shown as a problem of the world."""
    owner, heard = QObject(), list[str]()

    def broken(progress: work.Progress) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as raised:
        job = work.run(broken, lambda _r: heard.append("done"), lambda _p: heard.append("failed"), owner)
        qtbot.waitSignal(job.ended).wait()
        qtbot.wait(1)
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]
    assert heard == []


def test_a_stopped_job_says_nothing_more(qtbot: QtBot) -> None:
    """Progress is told until the person stops it; then only that it ended."""
    owner, heard, parts = QObject(), list[str](), list[float]()
    started = threading.Event()

    def long(progress: work.Progress) -> None:
        progress.at(0.5)
        started.set()
        while True:
            progress.check()

    job = work.run(long, lambda _r: heard.append("done"), lambda _p: heard.append("failed"), owner)
    job.progress.connect(parts.append)
    assert started.wait(10)
    with qtbot.waitSignal(job.ended):
        job.stop()
    assert heard == []
    assert parts in ([], [0.5])


def test_a_job_whose_window_is_gone_is_not_heard(qtbot: QtBot) -> None:
    """Closing a page ends its work and calls nothing that no longer exists."""
    owner, heard, go = QLineEdit(), list[str](), threading.Event()

    def wait(progress: work.Progress) -> str:
        go.wait(10)
        return "result"

    job = work.run(wait, heard.append, lambda _p: heard.append("failed"), owner)
    owner.deleteLater()
    qtbot.wait(5)
    with qtbot.waitSignal(job.ended):
        go.set()
    assert heard == []


def test_changes_are_heard_by_kind_while_one_lives(qtbot: QtBot) -> None:
    """Only the kinds asked for, and nothing after the listener is gone."""
    told, owner, heard = Changed(), QLineEdit(), list[frozenset[Named]]()
    told.on(owner, heard.append, "Case")
    told.tell([Named("Case", "1"), Named("Party", "2")])
    told.tell([Named("Party", "2")])
    told.tell([])
    assert heard == [frozenset({Named("Case", "1")})]
    owner.deleteLater()
    qtbot.wait(5)
    told.tell([Named("Case", "1")])
    assert len(heard) == 1


def test_idleness_is_noticed_and_a_key_puts_it_off(qtbot: QtBot, qapp: QApplication) -> None:
    """Only what a person does counts; the limit is asked anew each time."""
    limits = [30.0]
    idle = Idle(qapp, lambda: limits[0])
    passed: list[int] = []
    idle.passed.connect(lambda: passed.append(1))
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    limits[0] = 0.05
    handle = field.windowHandle()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is handle)
    qtbot.keyClick(handle, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: passed == [1])
    idle.rest()
    assert passed == [1]
    idle.deleteLater()


def _mistake() -> tuple[type[BaseException], BaseException, object]:
    name = "王𠮷 410823196803121212"
    try:
        int(name)
    except ValueError:
        kind, error, trace = sys.exc_info()
        assert kind is not None
        assert error is not None
        return kind, error, trace


def test_a_report_holds_no_name_and_no_folder(tmp_path: Path) -> None:
    """Kind and places of the error; never its words, its values, or where the program is installed."""
    kind, _error, trace = _mistake()
    words = report(kind, trace, AT)  # type: ignore[arg-type]
    assert "ValueError" in words
    assert "test_work.py" in words
    assert "_mistake" in words
    for hidden in ("王", "410823", str(Path(__file__).parent)):
        assert hidden not in words


def test_a_mistake_keeps_the_work_then_reports_then_apologises(tmp_path: Path) -> None:
    """In this order; the report is for its owner's eyes only, and old ones go."""
    order: list[str] = []
    apology = Apology(tmp_path / "reports", lambda: order.append("kept"), lambda s: order.append(s), lambda: AT)
    for old in range(25):
        file = tmp_path / "reports" / f"report-20250101-{old:06}-000000.txt"
        file.parent.mkdir(exist_ok=True)
        file.write_text("")
    apology.hear(*_mistake())  # type: ignore[arg-type]
    files = sorted((tmp_path / "reports").glob("*.txt"))
    assert order[0] == "kept"
    assert files[-1].name in order[1]
    assert len(files) == Apology.most
    if os.name == "posix":
        assert stat.S_IMODE(files[-1].stat().st_mode) == 0o600


def test_a_mistake_while_keeping_the_work_does_not_go_round_in_circles(tmp_path: Path) -> None:
    """A second mistake inside the first still ends in an apology."""
    said: list[str] = []

    def keep() -> None:
        apology.hear(*_mistake())  # type: ignore[arg-type]

    apology = Apology(tmp_path, keep, said.append, lambda: AT)
    apology.hear(*_mistake())  # type: ignore[arg-type]
    assert len(said) == 1


def test_no_place_for_the_report_is_said(tmp_path: Path) -> None:
    """A folder that cannot be made does not hide the apology."""
    (tmp_path / "file").write_text("")
    said: list[str] = []
    apology = Apology(tmp_path / "file" / "reports", lambda: None, said.append, lambda: AT)
    apology.hear(*_mistake())  # type: ignore[arg-type]
    assert len(said) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="input methods are chosen by variables on Linux only")
@pytest.mark.parametrize(
    ("environment", "plugins", "wanted"),
    [
        ({"QT_IM_MODULE": "fcitx"}, ["libibusplatforminputcontextplugin.so"], {"QT_IM_MODULE": "ibus"}),
        ({"XMODIFIERS": "@im=fcitx"}, [], {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "fcitx"}, ["libfcitxplatforminputcontextplugin.so"], {}),
        ({"QT_IM_MODULE": "ibus"}, [], {}),
        ({"QT_IM_MODULE": "compose", "XMODIFIERS": "@im=fcitx"}, [], {}),
        ({}, [], {}),
    ],
)
def test_chinese_can_be_typed_on_linux(environment: dict[str, str], plugins: list[str], wanted: dict[str, str]) -> None:
    """Qt's own build has no fcitx; then ibus is asked for, which fcitx answers to."""
    assert input_method(environment, plugins) == wanted


def test_the_window_remembers_and_does_without(tmp_path: Path) -> None:
    """A choice is there the next day; a damaged file costs the choices and nothing else."""
    file = tmp_path / "window.json"
    Remembered(file).keep("type", 1.35)
    assert Remembered(file).number("type", 1.0) == 1.35
    file.write_text("{half")
    assert Remembered(file).number("type", 1.0) == 1.0
    blocked = Remembered(tmp_path / "window.json" / "deeper.json")
    blocked.keep("type", 1.8)
    assert blocked.number("type", 1.0) == 1.8
