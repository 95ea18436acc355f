"""The sheets of a paper as they lie in a window."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.ui.case.paper_sheets import PaperSheets

A4 = (595.0, 842.0)


def test_one_sheet_that_just_fits_comes_to_rest(qtbot: QtBot) -> None:
    """At any height: its bar must not make room for itself, and take it away again, for ever."""
    sheets = PaperSheets()
    qtbot.addWidget(sheets)
    sheets.resize(400, 600)
    sheets.show()
    sheets.show_sizes([A4])
    asked: list[int] = []
    sheets.wanted.connect(lambda: asked.append(1))
    for height in range(520, 600):
        sheets.resize(400, height)
        before = len(asked)
        for _turn in range(50):
            QApplication.processEvents()
        assert len(asked) - before < 10, height
