"""Characters that no typeface can print: named with their place, and each declared a blank for the hand by one press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.reference.language import _
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.words import Words

Missing = tuple[str, str, str]
"""Where it stands, the character, its code point."""


class MissingLetters(Ask):
    """``chosen`` carries the characters that are declared blanks, once all have been."""

    chosen = Signal(object)

    def __init__(self, missing: Sequence[Missing], parent: QWidget) -> None:
        super().__init__(
            _("Some characters cannot be printed"),
            _(
                "No typeface on this machine has them, so nothing was issued. Correct what was typed wrongly; or leave "
                "the place blank on the paper: it is written by hand and fingerprinted, and the paper says so."
            ),
            parent,
        )
        self._left = {char: place for place, char, _code in missing}
        self._declared: list[str] = []
        self.buttons: list[Button] = []
        for place, char, code in missing:
            if self._left.get(char) == place:
                self.inside.addWidget(self._line(place, char, code))
        self.buttons[0].setFocus()

    def _line(self, place: str, char: str, code: str) -> QWidget:
        line = QWidget()
        across = row(line, 0, 8)
        named = column(None, 0, 0)
        named.addWidget(Words(_("“{char}” ({code})").format(char=char, code=code)))
        named.addWidget(Words(_("in: {place}").format(place=place), quiet=True, wrap=True))
        across.addLayout(named, 1)
        leave = Button(_("Leave it blank for the hand"))
        leave.clicked.connect(lambda: self._declare(char, leave))
        self.buttons.append(leave)
        across.addWidget(leave)
        return line

    def _declare(self, char: str, button: Button) -> None:
        self._declared.append(char)
        del self._left[char]
        button.setEnabled(False)
        button.setText(_("Blank ✓"))
        if self._left:
            next(b for b in self.buttons if b.isEnabled()).setFocus()
        else:
            self.accept()
            self.chosen.emit(tuple(self._declared))
