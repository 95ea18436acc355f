"""Today: what presses, in its groups, each line opening its case; the reminder of a backup; nothing pressing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from pytestqt.qtbot import QtBot
from tests.desk_fixtures import HandClock, neighbours

from mediation_desk.actions.cases import amend_case
from mediation_desk.actions.drafts import keep_draft
from mediation_desk.actions.keeping import backup
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.records import Case
from mediation_desk.ui.pages.today import TodayPage
from mediation_desk.ui.parts.entries import Entries
from mediation_desk.ui.watching import Watch


@pytest.fixture
def page(qtbot: QtBot, seat: Seat) -> Iterator[TodayPage]:
    """The page, shown, having looked once."""
    watch = Watch(seat.desk.store)
    made = TodayPage(seat)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made._told.text() != "")
    yield made
    watch.stop()
    QThreadPool.globalInstance().waitForDone()


def accepted(seat: Seat, days_ago: int) -> Case:
    """The neighbours' case, accepted so many days ago: its period of mediation is thirty days."""
    case = neighbours(seat)
    return amend_case(seat, dataclasses.replace(case, accepted_on=seat.desk.today - timedelta(days=days_ago)), case)


def shown(page: TodayPage) -> dict[str, list[str]]:
    return {each.accessibleName(): [e.detail for e in each.entries] for each in page.lists}


def test_deadlines_stand_in_their_groups(qtbot: QtBot, page: TodayPage, seat: Seat) -> None:
    accepted(seat, 34)
    accepted(seat, 30)
    accepted(seat, 25)
    accepted(seat, 2)
    qtbot.waitUntil(lambda: "4" in page._told.text() and len(page.lists) == 3)
    assert shown(page) == {
        "逾期": ["11-20　已过 4 日"],
        "今日": ["11-24　今日到期"],
        "七日内": ["11-30　剩 6 日"],
    }


def test_the_arrow_goes_from_group_to_group_and_enter_opens(qtbot: QtBot, page: TodayPage, seat: Seat) -> None:
    accepted(seat, 34)
    second = accepted(seat, 30)
    qtbot.waitUntil(lambda: len(page.lists) == 2)
    page.lists[0].setFocus()
    qtbot.keyClick(page.lists[0], Qt.Key.Key_Down)
    assert page.lists[1].hasFocus()
    with qtbot.waitSignal(page.chosen) as chosen:
        qtbot.keyClick(page.lists[1], Qt.Key.Key_Return)
    assert chosen.args == [second.id]


def test_the_first_case_is_asked_for_where_there_is_none(page: TodayPage) -> None:
    assert not page.lists
    assert "还没有内容" in page._lines.findChildren(type(page._told))[0].text()


def test_nothing_pressing_says_so(qtbot: QtBot, page: TodayPage, seat: Seat) -> None:
    accepted(seat, 2)
    qtbot.waitUntil(lambda: "1" in page._told.text())
    assert not page.findChildren(Entries) or not page.lists
    words = [w.text() for w in page._lines.findChildren(type(page._told))]
    assert "今天没有要紧的事" in words


def test_what_was_left_unfinished_can_be_gone_on_with(qtbot: QtBot, page: TodayPage, seat: Seat) -> None:
    case = accepted(seat, 2)
    keep_draft(seat, "register", {})
    keep_draft(seat, f"case:{case.id}/claims", [])
    page.renew()
    qtbot.waitUntil(lambda: len(page.lists) == 1)
    assert [e.text for e in page.lists[0].entries] == ["王𠮷与李㛃纠纷", "新登记（没写完）"]
    with qtbot.waitSignal(page.draft) as gone_on:
        page.lists[0].setFocus()
        qtbot.keyClick(page.lists[0], Qt.Key.Key_Return)
    assert gone_on.args[0].case_id == case.id


def test_a_backup_is_reminded_of_until_it_is_made(qtbot: QtBot, page: TodayPage, seat: Seat, tmp_path: Path) -> None:
    assert page.reminder.isVisible()
    backup(seat, tmp_path / "a.mdbackup")
    page.renew()
    qtbot.waitUntil(page.reminder.isHidden)


def test_a_new_day_is_noticed(qtbot: QtBot, page: TodayPage, seat: Seat, clock: HandClock) -> None:
    accepted(seat, 30)
    qtbot.waitUntil(lambda: "今日" in shown(page))
    clock.go_on(days=1)
    page._new_day()
    qtbot.waitUntil(lambda: "逾期" in shown(page))
