"""One instalment as it is typed: its day and its amount."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.dates import parse_date
from mediation_desk.domain.money import format_amount, parse_amount
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records.agreement import Instalment
from mediation_desk.domain.typed import compact
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.typed_field import DateField, TypedField
from mediation_desk.ui.parts.words import Words, quiet

MOST_PARTS = 120
HOW_MANY = N_("Type a whole number of parts, from 2 to 120.")


def parts_of(text: str) -> int:
    """How many parts; ``KnownProblem`` for what is no number from 2 to 120."""
    digits = compact(text)
    if not (digits.isascii() and digits.isdigit() and 2 <= int(digits) <= MOST_PARTS):
        raise KnownProblem(HOW_MANY)
    return int(digits)


class InstalmentRow:
    """One instalment as it is typed."""

    def __init__(self, today: Callable[[], date]) -> None:
        self.number: Words = quiet()
        self.due = DateField(lambda text: parse_date(text, today()))
        self.amount = TypedField[int](parse_amount, format_amount)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.out = Button("", Weight.QUIET, mark=Mark.CLOSE)
        self.out.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.due.setAccessibleName(_("Instalment: by"))
        self.amount.setAccessibleName(_("Instalment: amount"))
        self.out.setAccessibleName(_("Take this instalment out"))
        self.out.setToolTip(_("Take this instalment out"))

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """What stands in its line, from left to right."""
        return self.number, self.due, self.amount, self.out

    @property
    def typed(self) -> tuple[str, str]:
        """What stands in it, letter by letter."""
        return self.due.text().strip(), self.amount.text().strip()

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.typed == ("", "")

    def value(self) -> Instalment | None:
        """The instalment, or none while it is incomplete or cannot be read."""
        due, amount = self.due.value(), self.amount.value()
        return None if due is None or amount is None else Instalment(due, amount)
