"""While an input method is composing, its keys are its own: nothing acts, nothing goes on, nothing closes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.line_field import LineField


def _compose(field: QLineEdit, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def _dialog(qtbot: QtBot) -> tuple[Ask, LineField, list[str]]:
    ask = Ask("登记")
    qtbot.addWidget(ask)
    form = Form()
    field = form.add("姓名", LineField())
    ask.inside.addWidget(form)
    done: list[str] = []
    ask.goes_on("登记").clicked.connect(lambda: done.append("on"))
    ask.rejected.connect(lambda: done.append("back"))
    ask.show()
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    return ask, field, done


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_no_key_acts_while_composing(qtbot: QtBot, key: Qt.Key) -> None:
    """Enter takes the Latin letters, Space a candidate, Esc drops them; the dialog hears none of it."""
    _ask, field, done = _dialog(qtbot)
    _compose(field, "wang")
    qtbot.keyClick(field, key)
    assert (done, field.value()) == ([], "")


def test_the_key_that_ends_it_acts_no_more(qtbot: QtBot) -> None:
    """Some systems deliver that Enter after the text; it is held back too, the next one goes on."""
    _ask, field, done = _dialog(qtbot)
    _compose(field, "wang")
    _compose(field, "", "王𠮷")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert done == []
    assert field.value() == "王𠮷"
    qtbot.wait(20)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert done == ["on"]


def test_shortcuts_of_those_keys_wait_too(qtbot: QtBot) -> None:
    """A shortcut on Space would otherwise be taken before the field sees the key."""
    ask, field, done = _dialog(qtbot)
    QShortcut(QKeySequence(Qt.Key.Key_Space), ask).activated.connect(lambda: done.append("shortcut"))
    _compose(field, "li")
    qtbot.keyClick(field, Qt.Key.Key_Space)
    assert done == []


def test_enter_presses_the_button_one_is_at(qtbot: QtBot) -> None:
    """With the keyboard on the way back, Enter goes back; it never presses another button."""
    ask, _field, done = _dialog(qtbot)
    ask.back.setFocus()
    qtbot.keyClick(ask.back, Qt.Key.Key_Return)
    assert done == ["back"]


def test_leaving_the_field_ends_it(qtbot: QtBot) -> None:
    """A composition left behind holds no key of the next field."""
    ask, field, done = _dialog(qtbot)
    _compose(field, "wang")
    ask.back.setFocus()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert done == ["on"]
