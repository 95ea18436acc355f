"""F1: all keys of the desk, from the one table of them."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from mediation_desk.reference.language import _
from mediation_desk.ui.keys import table
from mediation_desk.ui.look.gaps import column, spaced
from mediation_desk.ui.look.look import look
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.sheet import Scrolled
from mediation_desk.ui.parts.words import Words, heading


class Shortcuts(Ask):
    """The keys, by the place where they work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Keys"), "", parent)
        contents = QWidget()
        lines = column(contents, 0, 16)
        for place, keys in table():
            lines.addWidget(heading(place))
            grid = spaced(QGridLayout(), 0, 4)
            for number, (key, does) in enumerate(keys):
                grid.addWidget(Words(key, quiet=True), number, 0)
                grid.addWidget(Words(does, wrap=True), number, 1)
            grid.setColumnMinimumWidth(0, look().px(170))
            grid.setColumnStretch(1, 1)
            lines.addLayout(grid)
        lines.addStretch(1)
        self.inside.addWidget(Scrolled(contents))
        self.resize(look().px(460), look().px(520))
