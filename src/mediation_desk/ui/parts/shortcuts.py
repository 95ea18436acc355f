"""F1: all keys of the desk, from the one table of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mediation_desk.reference.language import _
from mediation_desk.ui.keys import table
from mediation_desk.ui.look.gaps import column, row, spaced
from mediation_desk.ui.look.look import look
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.sheet import Scrolled
from mediation_desk.ui.parts.words import Words, heading


class Shortcuts(Ask):
    """The keys, by the place where they work, in two columns. The arrow keys scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Keys"), "", parent)
        contents = QWidget()
        across = row(contents, 0, 32)
        places = table()
        for part in (places[:1] + places[3:], places[1:3]):
            lines = column(None, 0, 16)
            for place, keys in part:
                _write(lines, place, keys)
            lines.addStretch(1)
            across.addLayout(lines, 1)
        scrolled = Scrolled(contents)
        scrolled.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.inside.addWidget(scrolled)
        self.resize(look().gap(760), look().gap(580))
        scrolled.setFocus()


def _write(lines: QVBoxLayout, place: str, keys: list[tuple[str, str]]) -> None:
    lines.addWidget(heading(place))
    grid = spaced(QGridLayout(), 0, 4)
    for number, (key, does) in enumerate(keys):
        grid.addWidget(Words(key, quiet=True, wrap=True), number, 0)
        grid.addWidget(Words(does, wrap=True), number, 1)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    lines.addLayout(grid)
