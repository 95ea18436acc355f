"""修改记录: everything that was changed in a case, or in one field of it, read straight from the journal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.case_history import Occasion, history_of
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.reference.language import _
from mediation_desk.ui.case.history_text import matching, of_field, write
from mediation_desk.ui.keys import Key, bind
from mediation_desk.ui.look.look import look
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.parts.words import quiet
from mediation_desk.ui.work import run

PAUSE = 150
"""Milliseconds without a keystroke after which the filter works."""


class HistoryWindow(Ask):
    """``field``: the record and the name of its field whose changes are shown; the whole case without one."""

    def __init__(self, seat: Seat, file: CaseFile, field: tuple[Record, str] | None, parent: QWidget) -> None:
        super().__init__(_("Changes"), _told(file, field), parent)
        self._field = field
        self._all: Sequence[Occasion] = ()
        self.filter = LineField(hint=_("Filter: a name, a field, a word, a day"))
        self.filter.setAccessibleName(_("Filter the changes"))
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Changes"))
        self.count = quiet(_("Being read…"))
        for part in (self.filter, self.text, self.count):
            self.inside.addWidget(part)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.show_matching)
        self.filter.edited.connect(self._pause.start)
        bind(self, Key.FILTER, self.filter.setFocus)
        self.back.setText(_("Close"))
        self.filter.setFocus()
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize()))
        run(lambda _progress: history_of(seat, file), self._heard, self._failed, self)

    def sizeHint(self) -> QSize:
        """Most of the window it lies over, and never more than the screen."""
        over = self.parentWidget()
        room = over.window().size() if over is not None else QSize(0, 0)
        return QSize(max(look().px(560), room.width() * 3 // 5), max(look().px(420), room.height() * 4 // 5))

    def _heard(self, occasions: list[Occasion]) -> None:
        self._all = of_field(occasions, self._field[0].id, self._field[1]) if self._field else occasions
        self.show_matching()

    def _failed(self, problem: KnownProblem) -> None:
        self.count.setText("")
        self.banner.problem(problem)

    def show_matching(self) -> None:
        """Show what holds the words of the filter."""
        self._pause.stop()
        found = matching(self._all, self.filter.value())
        write(self.text.document(), found)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        changes, of = (sum(len(o.changes) for o in occasions) for occasions in (found, self._all))
        told = _("{shown} of {of} changes") if changes < of else _("{of} changes, the latest first")
        self.count.setText(told.format(shown=changes, of=of))


def _told(file: CaseFile, field: tuple[Record, str] | None) -> str:
    if field is None:
        return _("Everything that was changed in case {number}").format(number=file.case.number)
    record, name = field
    label = spec_of(type(record)).field(name).facet.label
    return _("What was changed in “{field}”").format(field=_(label))
