"""What the platform must not do to us."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QTableView, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

CALLS = 1000
Index = QModelIndex | QPersistentModelIndex


class Empty(QAbstractTableModel):
    """A table whose every cell answers None."""

    def rowCount(self, parent: Index | None = None) -> int:
        """Ten."""
        return 10

    def columnCount(self, parent: Index | None = None) -> int:
        """Three."""
        return 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> None:
        """Nothing to show."""
        return


def label_text(qtbot: QtBot) -> Callable[[int], object]:
    label = QLabel()
    qtbot.addWidget(label)
    return lambda n: label.setText(str(n))


def list_item(qtbot: QtBot) -> Callable[[int], object]:
    shown = QListWidget()
    qtbot.addWidget(shown)
    return lambda n: shown.addItem(str(n))


def combo_item(qtbot: QtBot) -> Callable[[int], object]:
    combo = QComboBox()
    qtbot.addWidget(combo)
    return lambda n: combo.addItem(str(n))


def table_item(qtbot: QtBot) -> Callable[[int], object]:
    table = QTableWidget(CALLS + 1, 1)
    qtbot.addWidget(table)
    return lambda n: table.setItem(n, 0, QTableWidgetItem("x"))


def empty_cells(qtbot: QtBot) -> Callable[[int], object]:
    view = QTableView()
    qtbot.addWidget(view)
    model = Empty(view)
    view.setModel(model)
    view.show()
    return lambda n: view.grab() if n % 10 == 0 else None


@pytest.fixture
def nothing_else_is_freed() -> Iterator[None]:
    """Garbage of earlier tests holds None too, and would be counted if it went meanwhile."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("nothing_else_is_freed")
@pytest.mark.parametrize("prepare", [label_text, list_item, combo_item, table_item, empty_cells])
def test_qt_gives_every_none_back(qtbot: QtBot, prepare: Callable[[QtBot], Callable[[int], object]]) -> None:
    """PySide6 6.12 on Python 3.11 lost one reference to None a call, and a long day ended in an abort.

    One reference a call would move the count by ``CALLS``.
    """
    call = prepare(qtbot)
    call(0)
    before = sys.getrefcount(None)
    for n in range(1, CALLS + 1):
        call(n)
    assert abs(sys.getrefcount(None) - before) < CALLS / 2
