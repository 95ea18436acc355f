"""The cover: F9, or nobody there for a while, and nothing can be read or pressed until the password is given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

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
Refused = Callable[[KnownProblem, int], None]
"""Hears why not, and for how many seconds no further try is taken (0: at once)."""
Unlock = Callable[[str, Callable[[], None], Refused], None]
"""Takes the password, tries it without keeping the window waiting, and calls one of the two."""


class Curtain(QWidget):
    """Lies over one window. ``lifted`` is said when the password was right, ``other`` when somebody else wants to work."""

    lifted = Signal()
    other = Signal()

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
        self._other = Button(_("Someone else signs in"), Weight.QUIET)
        self._other.clicked.connect(self.other)
        self._note = Words("", wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._left = 0
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._count_down)
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
        inside.addWidget(self._other, 0, centre)
        inside.addStretch(3)

    def _try(self) -> None:
        self._may_try(False)
        self._note.setText("")
        self._unlock(self._password.text(), self.lifted.emit, self._refused)

    def _refused(self, problem: KnownProblem, seconds: int) -> None:
        if not isValid(self):
            return
        self._say(say(problem.sentence), Tone.STOP)
        self._left = seconds
        if seconds:
            self._tell()
            self._tick.start()
            return
        self._may_try(True)
        self._password.setFocus()
        self._password.selectAll()

    def _count_down(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._tell()
            return
        self._tick.stop()
        self._say("", Tone.PLAIN)
        self._may_try(True)
        self._password.clear()
        self._password.setFocus()

    def _tell(self) -> None:
        self._say(_("Too many wrong tries. {seconds} seconds left.").format(seconds=self._left), Tone.SOON)

    def _say(self, words: str, tone: Tone) -> None:
        self._note.setText(words)
        self._note.set_tone(tone)

    def _may_try(self, may: bool) -> None:
        self._password.setEnabled(may)
        self._go.setEnabled(may)

    def lift(self) -> None:
        """Go away and give the window back."""
        for child in filter(isValid, self._disabled):
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
        stops = [w for w in (self._password, self._go, self._other) if w.isEnabled()]
        here = [n for n, w in enumerate(stops) if w.hasFocus()] or [-1]
        stops[(here[0] + (1 if next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), look().colour(look().colours.curtain))


class Cover(QObject):
    """Draws a curtain over every window of the program, and lifts all when one is unlocked. ``other`` is said when
    somebody else wants to sign in."""

    covered = Signal()
    lifted = Signal()
    other = Signal()

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
        return any(isValid(curtain) for curtain in self._curtains)

    def cover(self) -> None:
        """Cover everything at once."""
        if self.down:
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._had_focus = QApplication.focusWidget()
        self._draw()
        self.covered.emit()

    def _draw(self) -> None:
        """A curtain over every window that has none."""
        self._curtains = [curtain for curtain in self._curtains if isValid(curtain)]
        hung = {curtain.parentWidget() for curtain in self._curtains}
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.windowType() in _WINDOWS and window not in hung:
                curtain = Curtain(window, self._person, self._unlock)
                curtain.lifted.connect(self.lift)
                curtain.other.connect(self.other)
                self._curtains.append(curtain)

    def _draw_newcomer(self) -> None:
        """A window that opened while the screen was covered is covered too."""
        if self.down:
            self._draw()

    def lift(self) -> None:
        """Give all windows back, the keyboard where it was."""
        curtains, self._curtains = self._curtains, []
        for curtain in filter(isValid, curtains):
            curtain.lift()
        if self._had_focus is not None and isValid(self._had_focus) and self._had_focus.isVisible():
            self._had_focus.setFocus()
        self._had_focus = None
        self.lifted.emit()
