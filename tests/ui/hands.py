"""A person at the keyboard: types into whatever has the focus of a real window over a real desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.desk_fixtures import ACCOUNT, CHEAP, PASSPHRASE, PASSWORD, HandClock

from mediation_desk.records.profile import Profile
from mediation_desk.ui.conditions import Conditions
from mediation_desk.ui.desk_window import DeskWindow
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.entrance.door import PassphraseCard
from mediation_desk.ui.entrance.signing_in import SignInCard
from mediation_desk.ui.window import Window


class Hands:
    """One window, and the keys pressed in it."""

    def __init__(self, qtbot: QtBot, folder: Path, clock: HandClock) -> None:
        self.qtbot = qtbot
        self.window = Window(Profile(folder), None, Conditions(clock=clock, cost=CHEAP, keyring=False))
        qtbot.addWidget(self.window)
        self.window.begin()
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the keyboard is."""
        self.qtbot.keyClick(self.focus, key, modifier)

    def write(self, words: str) -> None:
        """Write words, as an input method gives them, over what is selected there."""
        focus = self.focus
        if isinstance(focus, QLineEdit):
            focus.insert(words)
            focus.textEdited.emit(focus.text())
        else:
            focus.insertPlainText(words)  # type: ignore[attr-defined]

    def answer(self, *words: str) -> None:
        """Fill one field after the other, Enter after each."""
        for one in words:
            self.write(one)
            self.press(Qt.Key.Key_Return)

    def card(self) -> Card:
        """The sheet at the entrance."""
        shown = self.window.entrance.card()
        inner = shown if isinstance(shown, Card) else shown.currentWidget()  # type: ignore[union-attr]
        assert isinstance(inner, Card)
        return inner

    def wait_for(self, kind: type[Card]) -> None:
        """Wait until a sheet of this kind is there and has the keyboard."""

        def there() -> bool:
            held = QApplication.focusWidget()
            return isinstance(self.card(), kind) and held is not None and self.card().isAncestorOf(held)

        self.qtbot.waitUntil(there)

    def sign_in(self) -> DeskWindow:
        """Open the door and sign in, by keyboard."""
        self.wait_for(PassphraseCard)
        self.answer(PASSPHRASE)
        self.wait_for(SignInCard)
        sign_in = self.card()
        assert isinstance(sign_in, SignInCard)
        if not sign_in.name.value():
            self.answer(ACCOUNT)
        self.answer(PASSWORD)
        self.qtbot.waitUntil(lambda: self.window.desk_window is not None)
        assert self.window.desk_window is not None
        return self.window.desk_window

    def rest(self) -> None:
        """Wait until nothing is done in the background any more, and what it said was heard."""
        QThreadPool.globalInstance().waitForDone()
        self.qtbot.wait(1)
