"""The line above the list of cases: which of them to show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.lists import CaseQuery
from mediation_desk.domain.codes import Code
from mediation_desk.domain.dates import parse_date
from mediation_desk.domain.stages import STAGE_LABELS, Stage
from mediation_desk.reference.language import _
from mediation_desk.ui.look.look import look
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.code_field import CodeField
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.parts.typed_field import DateField

PAUSE = 150
"""Milliseconds without a keystroke after which the list follows."""


class CaseFilter(QWidget):
    """``changed`` carries the ``CaseQuery``. Esc in it empties it; when it is empty already, the list has the keyboard."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.text = LineField(hint=_("Name, number, facts"))
        self.stage = CodeField([Code(s.value, _(STAGE_LABELS[s])) for s in Stage], hint=_("Any stage"))
        self.mediator = CodeField([], hint=_("Any mediator"))
        self.since = DateField(lambda text: parse_date(text, today()))
        self.until = DateField(lambda text: parse_date(text, today()))
        self.centre = CodeField([], hint=_("All centres"))
        self.since.setPlaceholderText(_("Accepted from"))
        self.until.setPlaceholderText(_("to"))
        self.clear_button = Button(_("Show all"), Weight.QUIET)
        self.clear_button.clicked.connect(self.clear)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.tell)
        self._lay()

    def _lay(self) -> None:
        line = FlowLayout(self, gap=8)
        for field, name in (
            (self.text, _("Search in the list")),
            (self.stage, _("Stage")),
            (self.mediator, _("Mediator")),
            (self.since, _("Accepted from")),
            (self.until, _("Accepted until")),
            (self.centre, _("Centre")),
        ):
            field.setAccessibleName(name)
            field.edited.connect(self._pause.start)
            field.committed.connect(self.tell)
        line.add(self.text, self.stage, self.mediator, self.since, self.until, self.centre, self.clear_button)
        self.centre.hide()
        self.clear_button.hide()
        look().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = look().px
        for field, width in ((self.text, 200), (self.stage, 130), (self.mediator, 120), (self.centre, 200)):
            field.setFixedWidth(px(width))
        for field in (self.since, self.until):
            field.setFixedWidth(px(120))

    def offer(self, mediators: Iterable[str], centres: Iterable[tuple[UUID, str]]) -> None:
        """The names to choose from; the centre only where there are several."""
        self.mediator.offer([Code(name, name) for name in dict.fromkeys(mediators)])
        known = list(centres)
        self.centre.offer([Code(str(i), name) for i, name in known])
        self.centre.setVisible(len(known) > 1)

    def query(self) -> CaseQuery:
        """Which cases are meant."""
        stage, centre = self.stage.value(), self.centre.value()
        return CaseQuery(
            text=self.text.value(),
            stage=Stage(stage) if stage else None,
            mediator=self.mediator.value(),
            from_date=self.since.value(),
            to_date=self.until.value(),
            centre_id=UUID(centre) if centre else None,
        )

    @property
    def empty(self) -> bool:
        """Whether all cases are meant."""
        return self.query() == CaseQuery()

    def clear(self) -> None:
        """Mean all cases again."""
        for field in (self.text, self.stage, self.mediator, self.since, self.until, self.centre):
            field.set_value(None if isinstance(field, DateField) else "")  # type: ignore[arg-type]
        self.tell()
        self.text.setFocus()

    def tell(self) -> None:
        """Say which cases are meant now."""
        self._pause.stop()
        self.clear_button.setVisible(not self.empty)
        self.changed.emit(self.query())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.empty:
                self.left.emit()
            else:
                self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.tell()
            self.left.emit()
        else:
            super().keyPressEvent(event)
