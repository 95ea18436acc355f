"""The list of cases over a real encrypted desk: quick at 20,000 rows, filtered, sorted, opened by Enter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QThreadPool
from pytestqt.qtbot import QtBot
from sqlalchemy import insert
from tests.desk_fixtures import HandClock, centre_of, neighbours

from mediation_desk.actions import lists
from mediation_desk.actions.lists import CaseQuery, Sort
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.stages import Stage
from mediation_desk.records.engine import writing
from mediation_desk.records.tables import CASE_SUMMARY
from mediation_desk.ui.pages.case_source import CaseSource
from mediation_desk.ui.pages.cases import CasesPage
from mediation_desk.ui.watching import Watch

MANY = 20_000


def fill(seat: Seat, number: int) -> None:
    """Rows of a list as a busy centre has them; the records beneath are not what is tried here."""
    first = date(2020, 1, 1)
    stages = [s.value for s in Stage]
    rows = [
        {
            "case_id": seat.desk.store.ids.new(),
            "centre_id": centre_of(seat),
            "number": f"（2026）木城人调字第03{n:05d}号",
            "title": f"张{n:05d}与李{n % 97}邻里纠纷",
            "dispute_class": "neighbour",
            "accepted_on": first + timedelta(days=n % 2000),
            "stage": stages[n % len(stages)],
            "stage_on": None,
            "applicants": f"张{n:05d}",
            "respondents": f"李{n % 97}",
            "mediators": "李国庆" if n % 2 else "牛建军",
        }
        for n in range(number)
    ]
    with writing(seat.desk.store.engine) as connection:
        connection.execute(insert(CASE_SUMMARY), rows)


@pytest.fixture
def page(qtbot: QtBot, seat: Seat, request: pytest.FixtureRequest) -> Iterator[CasesPage]:
    """The page, over as many rows as the test asks for."""
    if "many_rows" in request.node.name:
        fill(seat, MANY)
    watch = Watch(seat.desk.store)
    made = CasesPage(seat)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.told.text() != "")
    yield made
    watch.stop()
    QThreadPool.globalInstance().waitForDone()


def show(qtbot: QtBot, page: CasesPage, told: str) -> None:
    """Wait until the count says this."""
    qtbot.waitUntil(lambda: page.told.text() == told)


def test_many_rows_are_counted_and_only_those_looked_at_are_read(qtbot: QtBot, page: CasesPage) -> None:
    assert page.told.text() == "共 20,000 件"
    model = page.table.rows
    assert len(model._pages) <= 2
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_End)
    page.table.repaint()
    assert page.table.currentIndex().row() == MANY - 1
    assert page.table.current_row().accepted_on == date(2020, 1, 1)
    assert len(model._pages) <= 4


def test_many_rows_are_the_same_read_from_either_end(page: CasesPage, seat: Seat) -> None:
    source = CaseSource(seat, CaseQuery())
    for sort, descending in (("", True), ("stage", False), ("number", True)):
        near = source.fetch(9_990, 10, sort, descending)
        across = source.fetch(10_001, 128, sort, descending)
        query = CaseQuery(sort=Sort(sort or "accepted_on"), descending=descending)
        assert [*near, *across] == [
            *lists.page(seat, query, 9_990, 10), *lists.page(seat, query, 10_001, 128),
        ]  # fmt: skip
        assert len(source.fetch(19_968, 128, sort, descending)) == 32


def test_many_rows_are_sorted_by_a_column(qtbot: QtBot, page: CasesPage) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.table.rows.row(0).number == "（2026）木城人调字第0300000号"
    qtbot.keyClick(page.table, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.table.rows.row(0).number == "（2026）木城人调字第0319999号"


def test_many_rows_are_filtered_by_stage_mediator_and_day(qtbot: QtBot, page: CasesPage) -> None:
    page.filter.mediator.set_value("牛建军")
    page.filter.tell()
    show(qtbot, page, "10,000 件，共 20,000 件")
    page.filter.since.set_value(date(2025, 1, 1))
    page.filter.stage.set_value(Stage.MEDIATING.value)
    page.filter.tell()
    qtbot.waitUntil(lambda: not page.told.text().startswith("10,000"))
    row = page.table.rows.row(0)
    assert (row.stage, row.mediators) == (Stage.MEDIATING, "牛建军")
    assert row.accepted_on >= date(2025, 1, 1)
    page.filter.clear()
    show(qtbot, page, "共 20,000 件")


def test_a_day_is_typed_as_everywhere(qtbot: QtBot, page: CasesPage, clock: HandClock) -> None:
    page.filter.show()
    page.filter.since.setText("11-24")
    page.filter.since.textEdited.emit("11-24")
    assert page.filter.query().from_date == date(2026, 11, 24)


def test_an_empty_list_says_what_to_do_first(page: CasesPage) -> None:
    assert page._nothing.isVisible()
    assert page.filter.isHidden()


def test_a_case_that_is_registered_appears_and_enter_opens_it(qtbot: QtBot, page: CasesPage, seat: Seat) -> None:
    case = neighbours(seat)
    show(qtbot, page, "共 1 件")
    page.table.setFocus()
    with qtbot.waitSignal(page.chosen) as chosen:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert chosen.args == [case.id]


def test_nothing_found_offers_to_show_all(qtbot: QtBot, page: CasesPage, seat: Seat) -> None:
    neighbours(seat)
    show(qtbot, page, "共 1 件")
    page.filter.text.setText("无此人")
    page.filter.tell()
    show(qtbot, page, "0 件，共 1 件")
    assert page._no_result.isVisible()
    qtbot.keyClick(page.filter.text, Qt.Key.Key_Escape)
    show(qtbot, page, "共 1 件")
    assert page.table.isVisible()


def test_numbers_of_people_are_not_in_the_list(qtbot: QtBot, page: CasesPage, seat: Seat) -> None:
    neighbours(seat)
    show(qtbot, page, "共 1 件")
    words = " ".join(column.words(page.table.rows.row(0)) for column in page.table.rows.columns)
    assert "王𠮷" in words
    assert "13839100001" not in words and "410823196803121212" not in words
