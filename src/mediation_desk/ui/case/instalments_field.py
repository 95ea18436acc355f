"""The instalments of a sum: laid out by a rule or typed row by row, added up to the fen while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from mediation_desk.domain.dates import parse_date
from mediation_desk.domain.instalments import monthly_days, split_equally
from mediation_desk.domain.money import format_amount
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records.agreement import Instalment
from mediation_desk.reference.language import _, say
from mediation_desk.ui.case.binding import Binding
from mediation_desk.ui.case.instalment_row import InstalmentRow, parts_of
from mediation_desk.ui.look.gaps import column, spaced
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import Tone, Type
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.parts.typed_field import DateField, TypedField
from mediation_desk.ui.parts.words import Words, quiet


class InstalmentsField(QWidget):
    """``value()`` is the rows that are complete. Enter goes from field to field and, in the last row, adds one.

    ``total`` tells the sum they should come to, in fen, or ``None``.
    """

    edited = Signal()
    committed = Signal()

    def __init__(self, today: Callable[[], date], total: Callable[[], int | None]) -> None:
        super().__init__()
        self._today, self._total = today, total
        self._rows: list[InstalmentRow] = []
        self._locked = False
        self.parts = TypedField[int](parts_of, str)
        self.first = DateField(lambda text: parse_date(text, today()))
        self.lay_out = Button(_("Lay out"))
        self.split = Button(_("Split equally"))
        self.more = Button(_("One more instalment"), Weight.QUIET)
        self.sum = Words("", Type.SMALL, wrap=True)
        self._plan = QWidget()
        self._grid_widget = QWidget()
        self._grid = spaced(QGridLayout(self._grid_widget), 0, 4)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        self._build()
        self.setFocusProxy(self.parts)
        look().changed.connect(self._fit)
        self._fit()

    def _build(self) -> None:
        for field, name in ((self.parts, _("In how many parts")), (self.first, _("First by"))):
            field.setAccessibleName(name)
        across = FlowLayout(self._plan, gap=8)
        across.add(quiet(_("Parts")), self.parts, quiet(_("first by")), self.first, quiet(_("then monthly")))
        across.add(self.lay_out, self.split)
        self.lay_out.setToolTip(_("So many parts, the same day of each month, the last takes the rest"))
        self.split.setToolTip(_("Split the amount over the rows below, the last takes the rest"))
        self.lay_out.clicked.connect(self._lay_out)
        self.split.clicked.connect(self._split)
        self.more.clicked.connect(self._one_more)
        beneath = FlowLayout(gap=8)
        beneath.add(self.more)
        whole = column(self, 0, 4)
        whole.addWidget(self._plan)
        whole.addWidget(self._grid_widget)
        whole.addLayout(beneath)
        whole.addWidget(self.sum)

    def _fit(self) -> None:
        self.parts.setFixedWidth(look().px(56))
        self.first.setFixedWidth(look().px(176))

    # What a form asks of a field.

    def value(self) -> tuple[Instalment, ...]:
        """The instalments that are complete, as they stand."""
        return tuple(v for row in self._rows if (v := row.value()) is not None)

    def set_value(self, value: Sequence[Instalment]) -> None:
        """Show instalments that were not typed here."""
        self._show([(part.due.isoformat(), format_amount(part.amount)) for part in value])

    @property
    def readable(self) -> bool:
        """Whether every row that was begun is complete and can be read."""
        return all(row.empty or row.value() is not None for row in self._rows)

    def commit(self) -> None:
        """Finish what is being typed."""
        for row in self._rows:
            row.due.commit()
            row.amount.commit()

    def typed(self) -> list[list[str]]:
        """What stands in the rows, letter by letter."""
        return [list(row.typed) for row in self._rows if not row.empty]

    def retype(self, typed: Sequence[Sequence[str]]) -> None:
        """Put back what ``typed`` gave."""
        self._show([(due, amount) for due, amount in typed])

    def lock(self) -> None:
        """Only to be read."""
        self._locked = True
        for part in (self._plan, self.more):
            part.hide()
        for row in self._rows:
            self._lock_row(row)

    def _lock_row(self, row: InstalmentRow) -> None:
        row.due.setReadOnly(True)
        row.amount.setReadOnly(True)
        row.out.hide()

    # Rows.

    def _show(self, typed: Sequence[tuple[str, str]]) -> None:
        while len(self._rows) > len(typed):
            self._drop(self._rows[-1])
        while len(self._rows) < len(typed):
            self._add()
        for row, (due, amount) in zip(self._rows, typed, strict=True):
            self._type(row.due, due)
            self._type(row.amount, amount)
        self.add_up()

    @staticmethod
    def _type(field: LineField, text: str) -> None:
        if field.text() != text:
            field.setText(text)
            field.textEdited.emit(text)
            field.commit()
            field.setCursorPosition(0)

    def _add(self) -> InstalmentRow:
        row = InstalmentRow(self._today)
        self._rows.append(row)
        line = len(self._rows)
        for place, widget in enumerate(row.widgets):
            self._grid.addWidget(widget, line, place)
        for field in (row.due, row.amount):
            field.edited.connect(self._heard)
            field.committed.connect(self.committed)
        row.out.clicked.connect(lambda: self._take_out(row))
        if len(self._rows) > 1:
            QWidget.setTabOrder(self._rows[-2].amount, row.due)
        QWidget.setTabOrder(row.due, row.amount)
        QWidget.setTabOrder(row.amount, self.more)
        self._number()
        for widget in row.widgets:
            widget.show()  # at once, so that it can be given the keyboard
        if self._locked:
            self._lock_row(row)
        return row

    def _drop(self, row: InstalmentRow) -> None:
        self._rows.remove(row)
        for widget in row.widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for line, left in enumerate(self._rows, start=1):
            for place, widget in enumerate(left.widgets):
                self._grid.addWidget(widget, line, place)
        self._number()

    def _number(self) -> None:
        for place, row in enumerate(self._rows, start=1):
            row.number.setText(_("{number}.").format(number=place))
        self._grid_widget.setVisible(bool(self._rows))
        self.updateGeometry()

    def _take_out(self, row: InstalmentRow) -> None:
        place = self._rows.index(row)
        self._drop(row)
        self._heard()
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].due.setFocus()
        else:
            self.more.setFocus()

    def _one_more(self) -> None:
        self._add().due.setFocus()
        self.add_up()

    def _heard(self) -> None:
        self.add_up()
        self.edited.emit()

    # Rules.

    def _lay_out(self) -> None:
        self.parts.commit()
        self.first.commit()
        count, first, total = self.parts.value(), self.first.value(), self._total()
        missing = next((f for f, v in ((self.parts, count), (self.first, first)) if v is None), None)
        if missing is not None:
            self._say(_("Type how many parts and the first day."), Tone.SOON)
            missing.setFocus()
        elif total is None:
            self._say(_("Type the amount first."), Tone.SOON)
        elif count is not None and first is not None:
            self._take(monthly_days(first, count), total)

    def _split(self) -> None:
        total = self._total()
        if total is None or len(self._rows) < 2:
            self._say(_("Type the amount and the days of at least two instalments first."), Tone.SOON)
            return
        try:
            parts = split_equally(total, len(self._rows))
        except KnownProblem as problem:
            self._say(say(problem.sentence), Tone.STOP)
            return
        self._show([(row.typed[0], format_amount(part)) for row, part in zip(self._rows, parts, strict=True)])
        self._heard()

    def _take(self, days: Sequence[date], total: int) -> None:
        try:
            parts = split_equally(total, len(days))
        except KnownProblem as problem:
            self._say(say(problem.sentence), Tone.STOP)
            return
        self.set_value([Instalment(day, part) for day, part in zip(days, parts, strict=True)])
        self._heard()
        self._rows[0].due.setFocus()

    def add_up(self) -> None:
        """Say what the rows come to, and how far that is from the amount."""
        total, amounts = self._total(), [a for r in self._rows if (a := r.amount.value()) is not None]
        if not self._rows:
            self.sum.hide()
            return
        came = sum(amounts)
        words = _("{parts} instalments, together {sum} yuan").format(parts=len(self._rows), sum=format_amount(came))
        if total is None or came == total:
            self._say(words if total is None else _("{words}: equal to the amount.").format(words=words), Tone.ACT)
            return
        lacks = _("{words}: {difference} yuan less than the amount.") if came < total else _(
            "{words}: {difference} yuan more than the amount."
        )  # fmt: skip
        self._say(lacks.format(words=words, difference=format_amount(abs(total - came))), Tone.STOP)

    def _say(self, words: str, tone: Tone) -> None:
        self.sum.setText(words)
        self.sum.set_tone(tone)
        self.sum.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes along the rows, and out of the last one that is empty."""
        if (
            event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            or event.modifiers()
            not in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            or not self._goes_along()
        ):
            super().keyPressEvent(event)

    def _goes_along(self) -> bool:
        if self.parts.hasFocus() and self.parts.text().strip():
            self.first.setFocus()
            return True
        if self.first.hasFocus():
            self._lay_out()
            return True
        for place, row in enumerate(self._rows):
            last = place + 1 == len(self._rows)
            if row.due.hasFocus() and row.typed[0]:
                row.amount.setFocus()
                row.amount.selectAll()
                return True
            if row.amount.hasFocus():
                if not last:
                    self._rows[place + 1].due.setFocus()
                    self._rows[place + 1].due.selectAll()
                elif sum(a for r in self._rows if (a := r.amount.value()) is not None) == self._total():
                    return False
                else:
                    self._one_more()
                return True
            if last and row.due.hasFocus():
                self._drop(row)
                self.add_up()
                self.more.setFocus()
                return False
        return False


class InstalmentsBinding(Binding):
    """The instalments as a field of their term."""

    def __init__(self, widget: InstalmentsField) -> None:
        super().__init__(widget)
        self._field = widget

    @property
    def readable(self) -> bool:
        return self._field.readable

    def typed(self) -> Any:
        return self._field.typed()

    def retype(self, typed: Any) -> None:
        self._field.retype(typed)

    def lock(self) -> None:
        self.locked = True
        self._field.lock()
