"""The cover: F9, or nobody there for a while, and nothing can be read or pressed until the password is given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.reference.language import _, say
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone, Type
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.empty_state import Drawing
from mediation_desk.ui.parts.words import Words

_WINDOWS = (Qt.WindowType.Window, Qt.WindowType.Dialog)
Unlock = Callable[[str], None]
"""Takes the password; raises ``KnownProblem`` when it is not the right one or one must wait."""


class Curtain(QWidget):
    """Lies over one window. ``lifted`` is said when the password was right."""

    lifted = Signal()

    def __init__(self, window: QWidget, person: str, unlock: Unlock) -> None:
        super().__init__(window)
        self._window = window
        self._unlock = unlock
        self._disabled = [c for c in window.children() if isinstance(c, QWidget) and c is not self and c.isEnabled()]
        self.setAccessibleName(_("The screen is covered"))
        self._password = QLineEdit()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.setAccessibleName(_("Password"))
        self._password.setPlaceholderText(_("Password"))
        self._password.setMinimumWidth(look().px(240))
        self._password.returnPressed.connect(self._try)
        self._go = Button(_("Uncover"), Weight.PRIMARY)
        self._go.clicked.connect(self._try)
        self._note = Words("", wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay(person)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()
        for child in self._disabled:
            child.setEnabled(False)
        self._password.setFocus()

    def _lay(self, person: str) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        inside = column(self, 32, 12)
        inside.addStretch(2)
        inside.addWidget(Drawing(Mark.LOCK, 40), 0, centre)
        inside.addWidget(Words(_("The screen is covered"), Type.TITLE), 0, centre)
        inside.addWidget(Words(person, quiet=True), 0, centre)
        inside.addWidget(self._password, 0, centre)
        inside.addWidget(self._note)
        inside.addWidget(self._go, 0, centre)
        inside.addStretch(3)

    def _try(self) -> None:
        try:
            self._unlock(self._password.text())
        except KnownProblem as problem:
            self._note.setText(say(problem.sentence))
            self._note.set_tone(Tone.STOP)
            self._password.selectAll()
            return
        self.lifted.emit()

    def lift(self) -> None:
        """Go away and give the window back."""
        for child in self._disabled:
            child.setEnabled(True)
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self.raise_()
        return False

    def event(self, event: QEvent) -> bool:
        """Take every key that the password field leaves, so that no shortcut of the window acts."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays on the curtain."""
        other = self._go if self._password.hasFocus() else self._password
        other.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), look().colour(look().colours.curtain))


class Cover(QObject):
    """Draws a curtain over every window of the program, and lifts all when one is unlocked."""

    covered = Signal()
    lifted = Signal()

    def __init__(self, app: QGuiApplication, unlock: Unlock) -> None:
        super().__init__(app)
        self._unlock = unlock
        self._person = ""
        self._curtains: list[Curtain] = []
        self._had_focus: QWidget | None = None
        app.focusWindowChanged.connect(self._draw_newcomer)

    def show_person(self, name: str) -> None:
        """Who has to unlock it."""
        self._person = name

    @property
    def down(self) -> bool:
        """Whether the screen is covered."""
        return bool(self._curtains)

    def cover(self) -> None:
        """Cover everything at once."""
        if self._curtains:
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._had_focus = QApplication.focusWidget()
        self._draw()
        self.covered.emit()

    def _draw(self) -> None:
        """A curtain over every window that has none."""
        hung = {curtain.parentWidget() for curtain in self._curtains}
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.windowType() in _WINDOWS and window not in hung:
                curtain = Curtain(window, self._person, self._unlock)
                curtain.lifted.connect(self.lift)
                self._curtains.append(curtain)

    def _draw_newcomer(self) -> None:
        """A window that opened while the screen was covered is covered too."""
        if self._curtains:
            self._draw()

    def lift(self) -> None:
        """Give all windows back, the keyboard where it was."""
        curtains, self._curtains = self._curtains, []
        for curtain in curtains:
            curtain.lift()
        if self._had_focus is not None and self._had_focus.isVisible():
            self._had_focus.setFocus()
        self._had_focus = None
        self.lifted.emit()
