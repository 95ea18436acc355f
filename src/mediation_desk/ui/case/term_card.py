"""One term of the agreement: how it will print, and beneath its number the fields it is made from, when opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.case_words import TERM_KINDS
from mediation_desk.domain.finding import hint
from mediation_desk.domain.numerals import chinese_count
from mediation_desk.domain.records import Term
from mediation_desk.domain.records.agreement import PAY
from mediation_desk.domain.rest_days import rest_day_hints
from mediation_desk.domain.terms import term_text
from mediation_desk.domain.wording_hints import wording_hints
from mediation_desk.domain.words import N_
from mediation_desk.reference.calendar import holiday_table
from mediation_desk.reference.language import _, say
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.held import HeldBinding
from mediation_desk.ui.case.term_form import TermForm
from mediation_desk.ui.keys import Key, bind
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import FOCUS, RADIUS, Tone, Type
from mediation_desk.ui.parts.badge import Badge
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.words import Words

UNPRINTED = N_("The days of the instalments are printed; the one day beside the amount is not.")
NameOf = Callable[[UUID], str]


class TermCard(QWidget):
    """Folded it shows the text; opened, its fields too. Enter or Space opens and closes it, ``Alt+↑`` and ``Alt+↓`` move
    it, ``Ctrl+Delete`` takes it out. ``up``, ``down``, ``removed``, ``unfolded`` and ``grown`` (its fields have been
    made) carry the card itself.
    """

    up = Signal(object)
    down = Signal(object)
    removed = Signal(object)
    unfolded = Signal(object)
    grown = Signal(object)

    def __init__(
        self,
        bound: BoundRecord[Term],
        name_of: NameOf,
        parties: Sequence[tuple[UUID, str]],
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self.bound = bound
        self.form: TermForm | None = None
        self._name_of, self._parties, self._today = name_of, parties, today
        self.locked = False
        self.position = HeldBinding(self)
        bound.bind("position", self.position)
        self.number = Words("", quiet=True)
        self.kind = Badge()
        self.text = Words("", wrap=True)
        self.hints = Words("", Type.SMALL, wrap=True)
        self.hints.set_tone(Tone.SOON)
        self._buttons = [
            self._button(Mark.UP, _("Move up"), Key.MOVE_UP, self.up),
            self._button(Mark.DOWN, _("Move down"), Key.MOVE_DOWN, self.down),
            self._button(Mark.CLOSE, _("Take this term out"), Key.TAKE_OUT, self.removed),
        ]
        self._lay()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_text()

    def _lay(self) -> None:
        head = row(None, 0, 8)
        head.addWidget(self.number)
        head.addWidget(self.kind)
        head.addStretch(1)
        for button in self._buttons:
            head.addWidget(button)
        self._inside = column(self, 8, 4)
        self._inside.addLayout(head)
        self._inside.addWidget(self.text)
        self._inside.addWidget(self.hints)

    def _button(self, mark: Mark, words: str, key: Key, signal: SignalInstance) -> Button:
        button = Button("", Weight.QUIET, mark=mark)
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        kept = button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        button.setSizePolicy(kept)
        button.hide()
        button.setAccessibleName(words)
        button.setToolTip(f"{words}  {key.shown}")
        button.clicked.connect(lambda: signal.emit(self))
        bind(self, key, lambda: None if self.locked else signal.emit(self))
        return button

    # What it shows.

    def show_number(self, place: int) -> None:
        """Show which term it is, from 1."""
        self.number.setText(_("Term {number}").format(number=chinese_count(place)))

    def show_text(self) -> None:
        """Show the term as it would print now, and what is doubtful in it."""
        term = self.bound.value()
        self.kind.say(_(TERM_KINDS.get(term.term_kind, term.term_kind)))
        printed = term_text(term, self._name_of)
        self.text.setText(printed if self.written else _("Nothing written yet. Press Enter to write it."))
        self.text.setProperty("quiet", not self.written)
        self.setAccessibleName(f"{self.number.text()} {self.text.text()}")
        days = sorted({term.due, *(part.due for part in term.schedule)} - {None}, key=str)
        unprinted = [hint(UNPRINTED)] if term.term_kind == PAY and term.due and term.schedule else []
        found = [*unprinted, *rest_day_hints([d for d in days if d], holiday_table()), *wording_hints(printed)]
        self.hints.setText("\n".join(say(one) for one in found))
        self.hints.setVisible(bool(found))

    @property
    def written(self) -> bool:
        """Whether anything stands in it."""
        term = self.bound.value()
        return bool(term.text.strip() or term.amount is not None or term.schedule or self.bound.unread)

    # Opening and closing.

    @property
    def opened(self) -> bool:
        """Whether its fields are shown."""
        return self.form is not None and not self.form.isHidden()

    def grow(self) -> TermForm:
        """Make its fields, if they are not there yet."""
        if self.form is None:
            self.form = TermForm(self.bound, self._parties, self._today)
            self.form.hide()
            self._inside.insertWidget(1, self.form)
            for name, binding in self.form.fields.items():
                if name != "position":
                    binding.on_edited(self.show_text)
            self.form.finished.connect(self.fold)
            if self.locked:
                self._lock_form()
            self.grown.emit(self)
        return self.form

    def unfold(self) -> None:
        """Show its fields."""
        form = self.grow()
        form.show_kind()
        form.show()
        self.unfolded.emit(self)
        self._attend()

    def fold(self) -> None:
        """Show its text only; the keyboard stays on the card."""
        if self.form is None or not self.opened:
            return
        held = self.isAncestorOf(self.focusWidget() or self)
        self.form.hide()
        if held:
            self.setFocus()
        self.show_text()
        self._attend()

    def begin(self) -> None:
        """Open it, the keyboard on its first field."""
        self.unfold()
        assert self.form is not None
        self.form.kind.widget.setFocus()

    def lock(self) -> None:
        """Only to be read."""
        self.locked = True
        for button in self._buttons:
            button.hide()
        if self.form is not None:
            self._lock_form()

    def _lock_form(self) -> None:
        for binding in self.bound.fields.values():
            binding.lock()

    # Keyboard and mouse.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.hasFocus():
            self.fold() if self.opened else self.begin()
        elif event.key() == Qt.Key.Key_Escape and self.opened and not self.hasFocus():
            self.fold()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.fold() if self.opened else self.begin()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line around it, teal while it has the keyboard; an opened card lies on the desk's own ground."""
        the, colours = look(), look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        held = self.hasFocus()
        painter.setPen(QPen(the.colour(colours.teal if held else colours.line), FOCUS if held else 1))
        painter.setBrush(the.colour(colours.hover if self.opened else colours.sheet))
        half = (FOCUS if held else 1) / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._attend()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._attend()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._attend()

    def leaveEvent(self, event: QEvent) -> None:
        self._attend()

    def _attend(self) -> None:
        """What can be done with a term is shown while one is at it."""
        shown = not self.locked and (self.opened or self.hasFocus() or self.underMouse())
        for button in self._buttons:
            button.setVisible(shown)
        self.update()
