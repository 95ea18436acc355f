"""Lines that mean something: typed freely, read by a rule, shown again in the one right form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _, say
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.line_field import LineField

T = TypeVar("T")


class TypedField(LineField, Generic[T]):
    """A line read by ``parse`` when it is left. What cannot be read stays as typed, with the rule's sentence beneath.

    ``parse`` raises ``KnownProblem`` for what it cannot read; ``show`` writes a value; ``about`` is a quiet remark
    on a value that was read, beneath it or, for a short one, beside. ``understood`` carries the value, or None for an
    empty line.
    """

    understood = Signal(object)
    beside = False

    def __init__(
        self,
        parse: Callable[[str], T],
        show: Callable[[T], str],
        about: Callable[[T], str] | None = None,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._parse, self._show, self._about = parse, show, about
        self._value: T | None = None
        super().__init__("", hint, parent)

    def value(self) -> T | None:  # type: ignore[override]
        """The value last read, or None where the line is empty or cannot be read."""
        self._read()
        return self._value

    def set_value(self, value: T | None) -> None:  # type: ignore[override]
        """Show a value that was not typed here."""
        self._value = value
        super().set_value("" if value is None else self._show(value))
        self._quietly()

    @property
    def readable(self) -> bool:
        """Whether what stands in the line is empty or has been read."""
        self._read()
        return self._value is not None or not self.text().strip()

    def commit(self) -> None:
        """Read the line, show it in the right form, and tell."""
        if not self._changed:
            return
        self._read(speak=True)
        if self._value is not None:
            self.setText(self._show(self._value))
        super().commit()
        self.understood.emit(self._value)

    def _read(self, *, speak: bool = False) -> None:
        if not self._changed:
            return
        typed = self.text().strip()
        try:
            self._value = self._parse(typed) if typed else None
        except KnownProblem as problem:
            self._value = None
            if speak:
                self.say_aside("")
                self.remark(say(problem.sentence), Tone.STOP)
            return
        if speak:
            self._quietly()

    def _quietly(self) -> None:
        about = self._about(self._value) if self._about is not None and self._value is not None else ""
        if self.beside:
            self.remark("")
            self.say_aside(about)
        else:
            self.remark(about, Tone.PLAIN)


_DAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def weekday(day: date) -> str:
    """星期二, in the chosen language."""
    return _(_DAYS[day.weekday()])


class DateField(TypedField[date]):
    """A day: 20261124, 11-24, +30. The arrow keys go a day on or back."""

    beside = True

    def __init__(
        self,
        parse: Callable[[str], date],
        about: Callable[[date], str] = weekday,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parse, date.isoformat, about, _("11-24, 20261124 or +30"), parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        day = self.value() if step else None
        if step is None or day is None:
            super().keyPressEvent(event)
            return
        self.set_value(day + timedelta(days=step))
        self._changed = True
        self.edited.emit()


class MomentField(TypedField[datetime]):
    """A day and a time by the wall clock: 11-24 9:30."""

    beside = True

    def __init__(
        self,
        parse: Callable[[str], datetime],
        about: Callable[[datetime], str] = weekday,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parse, lambda m: m.strftime("%Y-%m-%d %H:%M"), about, _("11-24 9:30"), parent)


class MoneyField(TypedField[int]):
    """An amount in fen, its capital numerals beneath."""

    def __init__(
        self,
        parse: Callable[[str], int],
        show: Callable[[int], str],
        capitals: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parse, show, capitals, "", parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
