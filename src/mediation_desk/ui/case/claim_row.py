"""One claim: its text, its amount if it has one, and where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.records import Claim
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.binding import Binding
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.fields import money, text
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.form import FieldRow
from mediation_desk.ui.parts.words import quiet

AMOUNT = N_("Amount, if any")


class ClaimRow(QWidget):
    """``up``, ``down`` and ``removed`` carry the row itself."""

    up = Signal(object)
    down = Signal(object)
    removed = Signal(object)

    def __init__(self, bound: BoundRecord[Claim]) -> None:
        super().__init__()
        self.bound = bound
        self.number = quiet()
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.text: Binding = bound.bind("text", text(2, hint=_("What is asked for")))
        amount = money()
        sum_row = FieldRow(_(AMOUNT), amount.widget)  # first: it hears what the field says of its value
        self.amount: Binding = bound.bind("amount", amount)
        self.text.widget.setAccessibleName(_("Claim"))
        self._buttons = [
            self._button(Mark.UP, _("Move up"), self.up),
            self._button(Mark.DOWN, _("Move down"), self.down),
            self._button(Mark.CLOSE, _("Take this claim out"), self.removed),
        ]
        beneath = row(None, 0, 8)
        beneath.addWidget(sum_row.label, 0, Qt.AlignmentFlag.AlignTop)
        beneath.addWidget(sum_row, 1)
        beneath.addStretch(1)
        for button in self._buttons:
            beneath.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._label = sum_row.label
        written = column(None, 0, 4)
        written.addWidget(self.text.widget)
        written.addLayout(beneath)
        across = row(self, 0, 8)
        across.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(written, 1)
        look().changed.connect(self._fit)
        self._fit()

    def _button(self, mark: Mark, words: str, signal: SignalInstance) -> Button:
        button = Button("", Weight.QUIET, mark=mark)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(lambda: signal.emit(self))
        return button

    def _fit(self) -> None:
        self.number.setFixedWidth(look().px(24))
        height = self.amount.widget.sizeHint().height()
        self._label.setMinimumHeight(height)
        self.number.setMinimumHeight(height)

    def lock(self) -> None:
        """Only to be read."""
        for button in self._buttons:
            button.hide()
