"""A person's hands: keys to whatever has the keyboard, Chinese through the input method."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.actions.case_document import record
from mediation_desk.actions.sample.plan import case_bytes
from mediation_desk.actions.seat import Seat
from mediation_desk.ui.case.picks import Pick

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PRESSED = 200
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Hands:
    """Type where the keyboard is; nothing here knows any widget by name."""

    qtbot: QtBot

    @property
    def held(self) -> QWidget:
        """What has the keyboard."""
        held = QApplication.focusWidget()
        assert held is not None
        return held

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key. A button pressed by its own key goes down for a moment before it acts."""
        self.qtbot.keyClick(self.held, key, modifiers)
        if modifiers:
            self.qtbot.wait(PRESSED)

    def enter(self) -> None:
        """On to the next field."""
        self.press(Qt.Key.Key_Return)

    def write(self, text: str) -> None:
        """Write over what stands there: digits by keys, the rest as an input method gives it."""
        held = self.held
        if isinstance(held, QLineEdit):
            held.selectAll()
        else:
            self.press(Qt.Key.Key_A, CTRL)
        if text.isascii():
            self.qtbot.keyClicks(held, text)
        elif held.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            given = QInputMethodEvent()
            given.setCommitString(text)
            QApplication.sendEvent(held, given)

    def pick(self, *words: str) -> None:
        """Choose among things that lie open, along them with the arrows; then go on."""
        wanted = set(words)
        first = self.held
        while True:
            held = self.held
            assert isinstance(held, Pick), held
            if (held.text() in wanted) != held.isChecked():
                self.press(Qt.Key.Key_Space)
            self.press(Qt.Key.Key_Right)
            if self.held is first:
                break
        self.enter()

    def choose(self, word: str) -> None:
        """Take one of a few with the arrows; then go on."""
        while True:
            held = self.held
            assert isinstance(held, Pick), held
            if held.text() == word and held.isChecked():
                break
            self.press(Qt.Key.Key_Right)
        self.enter()


def without_agreement(seat: Seat, name: str = "case1") -> UUID:
    """One of the three cases as it is before its agreement is written."""
    document: dict[str, Any] = json.loads(case_bytes(name))
    del document["agreement"]
    return record(seat, json.dumps(document).encode())[0].case_id
