"""The rail at the left: whose desk this is, where one can go, who is here, how large the type is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.reference.language import _
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import Type
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.entries import Entries, Entry
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.parts.words import Words

WIDTH = 176


class Rail(QWidget):
    """``chosen`` carries the key of the page to go to."""

    chosen = Signal(object)

    def __init__(self, program: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._program = Words(program, Type.HEADING)
        self._centre = Words("", quiet=True, wrap=True)
        self._person = Words("", quiet=True, wrap=True)
        self.list = Entries(_("Where to go"), self)
        self.list.chosen.connect(self.chosen)
        inside = column(self, (12, 16, 12, 12), 4)
        inside.addWidget(self._program)
        inside.addWidget(self._centre)
        inside.addSpacing(12)
        inside.addWidget(self.list)
        inside.addStretch(1)
        inside.addWidget(self._person)
        inside.addLayout(self._type_size())
        look().changed.connect(self._fit)
        self._fit()

    def _type_size(self) -> FlowLayout:
        smaller = Button("A−", Weight.QUIET)
        larger = Button("A+", Weight.QUIET)
        smaller.setAccessibleName(_("Smaller type"))
        larger.setAccessibleName(_("Larger type"))
        smaller.setToolTip(f"{_('Smaller type')}  {Key.SMALLER.shown}")
        larger.setToolTip(f"{_('Larger type')}  {Key.LARGER.shown}")
        smaller.clicked.connect(look().scale.smaller)
        larger.clicked.connect(look().scale.larger)
        line = FlowLayout(gap=4)
        line.add(Words(_("Type size"), quiet=True), smaller, larger)
        return line

    def show_places(self, places: Sequence[Entry]) -> None:
        """The pages one can go to, with how many things wait in each."""
        self.list.show_entries(places)

    def here(self, key: Any) -> None:
        """Mark the page one is at."""
        self.list.here(key)

    def show_centre(self, name: str) -> None:
        """Whose register this is."""
        self._centre.setText(name)

    def show_person(self, name: str) -> None:
        """Who has signed in."""
        self._person.setText(name)

    def _fit(self) -> None:
        self.setFixedWidth(look().gap(WIDTH))
