"""Every scene of the gallery, at the three sizes: nothing that stands there is cut."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.gallery import SCENES

from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.scale import STEPS
from mediation_desk.ui.parts.badge import Badge
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.words import Words
from mediation_desk.ui.shell import Shell


def _needed(widget: QWidget) -> tuple[int, int]:
    """The least width and height the words of a widget take, at the width it has."""
    if widget.hasHeightForWidth():
        return 0, widget.heightForWidth(widget.width())
    return widget.sizeHint().width(), widget.sizeHint().height()


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("name", sorted(SCENES))
def test_no_word_is_cut(qtbot: QtBot, name: str, step: float) -> None:
    """Labels, badges and buttons have the room their words need, whatever the size of type."""
    look().scale.choose(step)
    window = SCENES[name]()
    qtbot.addWidget(window)
    window.show()
    for _round in range(3):
        QApplication.processEvents()
    shown = [w for kind in (Words, Badge, Button) for w in window.findChildren(kind) if w.isVisible()]
    cut = [
        (w.text() if isinstance(w, Words | QAbstractButton) else w.accessibleName(), w.size().toTuple(), _needed(w))
        for w in shown
        if w.width() < _needed(w)[0] or w.height() < _needed(w)[1]
    ]
    if isinstance(window, Shell):
        window.cover.lift()
    assert shown
    assert cut == []
