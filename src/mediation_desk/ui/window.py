"""The one window: the entrance first, then the desk of whoever signed in, and the entrance again when he leaves."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QThreadPool
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from mediation_desk.records.profile import Profile
from mediation_desk.reference.language import _, choose
from mediation_desk.ui.conditions import USUAL, Conditions
from mediation_desk.ui.entrance.entrance import Entrance
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.remembered import Remembered

if TYPE_CHECKING:
    from mediation_desk.actions.seat import Seat
    from mediation_desk.ui.desk_window import DeskWindow

WIDTH, HEIGHT = 1280, 800
_PATIENCE = 5000
"""Milliseconds that work under way is waited for before the desk is closed."""
TYPE, WIDE, HIGH, LANGUAGE = "type", "width", "height", "language"


class Window(QMainWindow):
    """Holds the entrance and, once somebody is in, the desk. What the window itself remembers is kept in the profile:
    type size, language, its own size; nothing else."""

    def __init__(self, profile: Profile, passphrase_file: Path | None = None, conditions: Conditions = USUAL) -> None:
        super().__init__()
        self.setWindowTitle(_("Mediation Desk"))
        self.profile = profile
        self._file = passphrase_file
        self._conditions = conditions
        _make_private(profile)
        self.remembered = Remembered(profile.folder / "window.json")
        look().scale.remember_with(self.remembered.number(TYPE, 1.0), self._keep_type)
        self._stack = QStackedWidget()
        self._stack.setProperty("part", "desk")
        self.setCentralWidget(self._stack)
        self.desk_window: DeskWindow | None = None
        self.entrance = self._new_entrance()
        self.setMinimumSize(QSize(640, 480))
        self.resize(round(self.remembered.number(WIDE, WIDTH)), round(self.remembered.number(HIGH, HEIGHT)))

    def _new_entrance(self) -> Entrance:
        entrance = Entrance(self.profile, self._file, self._conditions)
        entrance.seated.connect(self._seat)
        entrance.leave.connect(self.close)
        entrance.language.connect(self.speak)
        self._stack.addWidget(entrance)
        return entrance

    def begin(self) -> None:
        """Show the first sheet of the entrance."""
        self.entrance.begin()

    def speak(self, language: str) -> None:
        """Speak another language from now on: at the entrance at once, at a desk when it is opened next."""
        choose(language)
        self.remembered.keep(LANGUAGE, language)
        if self.desk_window is None and self.entrance.desk is None:
            self._stack.removeWidget(self.entrance)
            self.entrance.deleteLater()
            self.entrance = self._new_entrance()
            self._stack.setCurrentWidget(self.entrance)
            self.begin()

    def _seat(self, seat: Seat) -> None:
        from mediation_desk.ui.desk_window import DeskWindow

        self.desk_window = DeskWindow(seat, self)
        self.desk_window.signed_out.connect(self._sign_out)
        self.desk_window.restore.connect(self._restore)
        self._stack.addWidget(self.desk_window)
        self._stack.setCurrentWidget(self.desk_window)
        self.desk_window.begin()

    def _sign_out(self) -> None:
        """Somebody else may sign in; the desk stays open."""
        self._leave_desk()
        self._stack.setCurrentWidget(self.entrance)
        self.entrance.again()

    def _restore(self) -> None:
        """Close the desk and go to the backups."""
        self._leave_desk()
        self._close_desk()
        self._stack.setCurrentWidget(self.entrance)
        self.entrance.to_restore()

    def _close_desk(self) -> None:
        if self.entrance.desk is not None:
            self.entrance.desk.close()
            self.entrance.desk = None

    def keep_everything(self) -> None:
        """Keep what is typed anywhere as drafts."""
        if self.desk_window is not None:
            self.desk_window.keep_everything()

    def apologise(self, sentence: str) -> None:
        """Say that we made a mistake, where it can be seen."""
        if self.desk_window is not None:
            self.desk_window.banner.say(sentence, Tone.STOP)
        else:
            self.entrance.apologise(sentence)

    def _leave_desk(self) -> None:
        if self.desk_window is not None:
            self.desk_window.end()
            self._stack.removeWidget(self.desk_window)
            self.desk_window.deleteLater()
            self.desk_window = None

    def _keep_type(self, factor: float) -> None:
        self.remembered.keep(TYPE, factor)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stack.setCurrentWidget(self.desk_window or self.entrance)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed, then let the desk go. Where that is refused the window stays and says why."""
        if self.desk_window is not None and not self.desk_window.may_close():
            event.ignore()
            return
        self.remembered.keep(WIDE, self.width())
        self.remembered.keep(HIGH, self.height())
        self._leave_desk()
        QThreadPool.globalInstance().waitForDone(_PATIENCE)
        self._close_desk()
        super().closeEvent(event)


def _make_private(profile: Profile) -> None:
    """The folder for this account alone, before anything lies in it. Where that is refused, the set-up says why."""
    with suppress(OSError):
        profile.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
