"""A widget bound to one field of a record: what it shows, what it means, and what was typed into it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Protocol, cast

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from mediation_desk.domain.dates import CHINA
from mediation_desk.ui.parts.code_field import CodeField
from mediation_desk.ui.parts.typed_field import MomentField, TypedField


class Holder(Protocol):
    """What every widget of a form has. ``set_value`` shows a value that was not typed, ``commit`` settles a typed one."""

    edited: SignalInstance
    committed: SignalInstance

    def value(self) -> Any:
        """What stands in it."""
        ...

    def set_value(self, value: Any) -> None:
        """Show a value."""
        ...

    def commit(self) -> None:
        """Finish what is being typed."""
        ...


class Binding:
    """One field of a record on the screen.

    ``value`` is what the widget means and is only asked where ``readable``; ``typed`` is what stands in it letter by
    letter, as JSON, so that a draft brings back even what no rule could read.
    """

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget
        self._holder = cast(Holder, widget)
        self._shown: Any = None
        self._read_as: Any = None
        self.locked = False

    def value(self) -> Any:
        """The value as the record keeps it. What a field merely shows in its own form counts as not changed."""
        now = self._mean()
        return self._shown if now == self._read_as else now

    def show(self, value: Any) -> None:
        """Show a record's value."""
        self._fill(value)
        self._shown, self._read_as = value, self._mean()

    def put(self, value: Any) -> None:
        """Fill the field in for the person, as if it had been typed."""
        self._fill(value)

    def _mean(self) -> Any:
        return self._holder.value()

    def _fill(self, value: Any) -> None:
        self._holder.set_value(value)

    @property
    def readable(self) -> bool:
        """Whether what was typed can be understood."""
        return True

    @property
    def pending(self) -> bool:
        """Whether something was typed that the field has not settled on yet."""
        return False

    def typed(self) -> Any:
        """What stands in the widget, as JSON."""
        return self._mean()

    def retype(self, typed: Any) -> None:
        """Put back what ``typed`` gave."""
        self._fill(typed)

    def settle(self) -> None:
        """Finish what is being typed, as leaving the field would."""
        self._holder.commit()

    def on_edited(self, heard: Callable[[], object]) -> None:
        """Call ``heard`` on every keystroke and choice."""
        self._holder.edited.connect(lambda: heard())

    def on_settled(self, heard: Callable[[], object]) -> None:
        """Call ``heard`` when a change is finished: the field is left, or Enter is pressed."""
        self._holder.committed.connect(lambda: heard())

    def lock(self) -> None:
        """Only to be read."""
        self.locked = True
        if isinstance(self.widget, QLineEdit | QTextEdit):
            self.widget.setReadOnly(True)
        else:
            self.widget.setEnabled(False)


class TypedBinding(Binding):
    """A line that a rule reads: a day, an amount, a number."""

    def __init__(self, widget: TypedField[Any]) -> None:
        super().__init__(widget)
        self._line = widget

    @property
    def readable(self) -> bool:
        return self._line.readable

    def typed(self) -> Any:
        return self._line.text()

    def retype(self, typed: Any) -> None:
        self._line.setText(typed)
        self._line.textEdited.emit(typed)
        self._line.commit()


class MomentBinding(TypedBinding):
    """A day and a time by the clock on the wall; the record keeps the instant in UTC."""

    def __init__(self, widget: MomentField) -> None:
        super().__init__(widget)

    def _mean(self) -> datetime | None:
        local = self._line.value()
        return None if local is None else local.astimezone(UTC)

    def _fill(self, value: datetime | None) -> None:
        self._line.set_value(None if value is None else value.astimezone(CHINA))


class CodeBinding(Binding):
    """A line over a table: half a word that no entry is called cannot be understood."""

    def __init__(self, widget: CodeField) -> None:
        super().__init__(widget)
        self._line = widget
        self._settled = ""
        widget.committed.connect(self._note)

    def _note(self) -> None:
        self._settled = self._line.text()

    def _fill(self, value: str) -> None:
        super()._fill(value)
        self._note()

    @property
    def pending(self) -> bool:
        return self._line.text() != self._settled

    def settle(self) -> None:
        super().settle()
        self._note()

    @property
    def readable(self) -> bool:
        return bool(self._line.value()) or not self._line.text().strip()

    def typed(self) -> Any:
        return {"code": self._line.value(), "text": self._line.text()}

    def retype(self, typed: Any) -> None:
        self._fill(typed["code"])
        self._line.setText(typed["text"])
