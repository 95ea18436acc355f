"""The list of 100,000 cases: its table over the encrypted desk, against ``QSqlTableModel`` over plain SQLite.

Both show the same columns of the same cases in windows of one size; a figure is the time from moving the scroll bar
until the new page is painted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QAbstractItemView, QTableView

from bench.figures import Figure, median, seconds
from mediation_desk.actions.lists import CaseQuery
from mediation_desk.actions.seat import Seat
from mediation_desk.ui.app import make_application
from mediation_desk.ui.pages.case_source import CaseSource
from mediation_desk.ui.pages.cases import CasesPage
from mediation_desk.ui.parts.lazy_table import LazyTable

PAGES = 200
JUMPS = 15
SIZE = (1100, 700)
_COLUMNS = "number, title, stage, accepted_on, mediators, dispute_class"


def measure(folder: Path, seat: Seat) -> Iterator[Figure]:
    """The two figures of the list."""
    app = make_application(["bench"])
    page = CasesPage(seat)
    mine = LazyTable("cases", page._columns(), CaseSource(seat, CaseQuery()))
    theirs = _plain_table(folder / "plain.db", seat)
    for table in (mine, theirs):
        table.resize(*SIZE)
        table.show()
    app.processEvents()
    took: dict[QTableView, list[float]] = {mine: [], theirs: []}
    for number in range(PAGES):
        for table, own in took.items():
            own.append(_moved(table, back=1 if number % 2 else 37))
    yield Figure("a page of the long list repainted", "ms", median(took[mine]), median(took[theirs]), 2.5, 1.4)
    yield Figure("its end, from its beginning", "ms", median([_jumped(mine, seat) for _ in range(JUMPS)]), None, 20, 8)
    for table in (mine, theirs):
        table.hide()


def _moved(table: QTableView, back: int) -> float:
    bar = table.verticalScrollBar()
    to = (bar.value() - bar.pageStep() * back) % bar.maximum()

    def move() -> None:
        bar.setValue(to)
        table.viewport().repaint()

    return seconds(move) * 1000


def _jumped(table: LazyTable, seat: Seat) -> float:
    table.rows.renew(CaseSource(seat, CaseQuery(), table.rows.rowCount()))
    table.scrollToTop()
    table.viewport().repaint()

    def jump() -> None:
        table.go_to(table.rows.rowCount() - 1)
        table.viewport().repaint()

    return seconds(jump) * 1000


def _plain_table(file: Path, seat: Seat) -> QTableView:
    with seat.read() as reader:
        rows = reader.connection.exec_driver_sql(
            f"SELECT {_COLUMNS} FROM case_summary ORDER BY accepted_on DESC, case_id DESC"
        ).all()
    with sqlite3.connect(file) as plain:
        plain.execute(f"CREATE TABLE cases (id INTEGER PRIMARY KEY, {_COLUMNS})")
        plain.executemany(f"INSERT INTO cases ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", map(tuple, rows))
    database = QSqlDatabase.addDatabase("QSQLITE", "bench")
    database.setDatabaseName(str(file))
    if not database.open():
        raise RuntimeError(database.lastError().text())
    table = QTableView()
    model = QSqlTableModel(table, database)
    model.setTable("cases")
    model.select()
    while model.canFetchMore():
        model.fetchMore()
    table.setModel(model)
    table.setColumnHidden(0, True)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
    return table
