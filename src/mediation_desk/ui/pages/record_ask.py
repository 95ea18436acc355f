"""A small form over one record: its fields come from the record itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.fields import for_field, label_of
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.button import Weight
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.work import Progress, run

R = TypeVar("R", bound=Record)
UNREADABLE = N_("What stands in this field cannot be read.")


class RecordForm(Form, Generic[R]):
    """Some fields of a record, bound to it."""

    def __init__(self, seat: Seat, record: R, names: Sequence[str], *, new: bool = False) -> None:
        super().__init__()
        self.bound = BoundRecord(record, new=new)
        for name in names:
            spec = spec_of(type(record)).field(name)
            binding = for_field(spec, lambda: seat.desk.today)
            self.add(label_of(spec), binding.widget, wide=True)
            self.bound.bind(name, binding)

    def settled(self) -> bool:
        """Whether all of it can be read; the keyboard goes to what cannot."""
        self.bound.settle()
        for binding in self.bound.unread:
            binding.widget.setFocus()
            return False
        return True


class RecordAsk(Ask, Generic[R]):
    """Asks for a record; ``save`` writes it in the background, and the dialog goes once that is done."""

    def __init__(
        self,
        name: str,
        form: RecordForm[R],
        save: Callable[[R, R | None], object],
        parent: QWidget,
        remove: Callable[[R], object] | None = None,
    ) -> None:
        super().__init__(name, "", parent)
        self._form, self._save = form, save
        self.inside.addWidget(form)
        self.goes_on(_("Save")).clicked.connect(self._write)
        if remove is not None:
            self.also(_("Take out"), Weight.DANGER).clicked.connect(lambda: self._do(lambda: remove(form.bound.base)))

    def _write(self) -> None:
        if self._form.settled():
            value, was = self._form.bound.value(), self._form.bound.was
            self._do(lambda: self._save(value, was))

    def _do(self, work: Callable[[], object]) -> None:
        self.setEnabled(False)

        def job(_progress: Progress) -> object:
            return work()

        run(job, lambda _done: self.accept(), self._refused, self)

    def _refused(self, problem: KnownProblem) -> None:
        self.setEnabled(True)
        self.banner.problem(problem)
