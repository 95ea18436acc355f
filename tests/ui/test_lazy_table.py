"""The long list: reads only what it shows, keeps its place, folds instead of cutting, sorts by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.identity import mask_identity
from mediation_desk.ui.look.look import look
from mediation_desk.ui.parts.lazy_table import LazyTable, places
from mediation_desk.ui.parts.table_model import PAGE, Column
from mediation_desk.ui.reveal import reveal

Row = tuple[int, str, str]


class Register:
    """Numbered rows, and a note of what was read."""

    def __init__(self, many: int) -> None:
        self.many = many
        self.read: list[tuple[int, int]] = []

    def count(self) -> int:
        return self.many

    def fetch(self, offset: int, limit: int, sort: str, descending: bool) -> Sequence[Row]:
        self.read.append((offset, limit))
        order = range(self.many)[::-1] if sort == "number" and descending else range(self.many)
        return [(n, f"王𠮷与第{n}人纠纷", "410823196803121212") for n in order[offset : offset + limit]]


COLUMNS = (
    Column("案号", lambda r: str(r[0]), 8, sort="number"),
    Column("案件", lambda r: r[1], 14, 1),
    Column("证件", lambda r: r[2] if reveal().shown else mask_identity(r[2]), 12),
)


def _table(qtbot: QtBot, many: int = 100_000, width: int = 800) -> tuple[LazyTable, Register]:
    register = Register(many)
    table = LazyTable("案件", COLUMNS, register)
    qtbot.addWidget(table)
    table.resize(width, 400)
    table.show()
    QApplication.processEvents()
    return table, register


def test_only_what_is_seen_is_read(qtbot: QtBot) -> None:
    """A hundred thousand rows cost one page to show and one to jump to the end."""
    table, register = _table(qtbot)
    assert register.read == [(0, PAGE)]
    qtbot.keyClick(table, Qt.Key.Key_End)
    table.grab()
    assert table.current_row()[0] == 99_999
    assert sum(limit for _offset, limit in register.read) <= 3 * PAGE


def test_enter_chooses_the_row_the_keyboard_is_on(qtbot: QtBot) -> None:
    """Down twice and Enter opens the second row."""
    table, _register = _table(qtbot)
    table.go_to(0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.chosen, check_params_cb=lambda row: row[0] == 1):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_a_column_sorts_both_ways_by_key(qtbot: QtBot) -> None:
    """Ctrl+1 once and again; a column the source cannot sort by stays as it is."""
    table, _register = _table(qtbot)
    qtbot.keyClick(table, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert table.rows.row(0)[0] == 0
    qtbot.keyClick(table, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert table.rows.row(0)[0] == 99_999
    assert table.rows.headerData(0, Qt.Orientation.Horizontal) == "案号  ↓"
    qtbot.keyClick(table, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert table.rows.sort_column == 0


def test_reading_again_keeps_the_place(qtbot: QtBot) -> None:
    """Another person's change does not throw one back to the top; a shorter list keeps one within it."""
    table, register = _table(qtbot)
    table.go_to(5_000)
    table.renew()
    assert table.currentIndex().row() == 5_000
    register.many = 10
    table.renew()
    assert table.currentIndex().row() == 9


def test_rows_that_went_meanwhile_are_blank_not_wrong(qtbot: QtBot) -> None:
    """Between count and fetch the list may shrink."""
    table, register = _table(qtbot, many=300)
    register.many = 100
    assert table.rows.row(250) is None
    assert table.rows.data(table.rows.index(250, 0)) == ""


def test_a_wide_row_folds_and_shows_every_column(qtbot: QtBot) -> None:
    """Large type in a small window: more lines a row, no column outside."""
    table, _register = _table(qtbot, width=700)
    assert not table.folded
    look().scale.choose(1.8)
    QApplication.processEvents()
    assert table.folded
    spots = places(COLUMNS, 500, 23, 16)
    assert spots[1] == (0, 500, 0)  # the title, with a line to itself
    assert [line for _left, _width, line in spots] == [1, 0, 1]
    assert all(left + width <= 500 for left, width, _line in spots)


def test_spare_room_goes_to_the_column_that_stretches() -> None:
    """The widths fill the line exactly."""
    spots = places(COLUMNS, 1000, 10, 10)
    assert [width for _left, width, _line in spots] == [90, 780, 130]


def test_numbers_are_painted_masked_until_the_key_is_held(qtbot: QtBot) -> None:
    """The list itself follows the key, without reading anything again."""
    table, register = _table(qtbot)
    cell = table.rows.index(0, 2)
    masked, picture = table.rows.data(cell), table.grab().toImage()
    reveal().show(True)
    assert (masked, table.rows.data(cell)) == ("410823********1212", "410823196803121212")
    assert table.grab().toImage() != picture
    assert register.read == [(0, PAGE)]
