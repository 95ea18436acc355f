"""Choices that lie open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mediation_desk.ui.case.picks import MANY, Picks


def test_what_the_list_no_longer_has_is_kept(qtbot: QtBot) -> None:
    """A mediator who left the register stays in the case he mediated."""
    picks = Picks([("a", "A"), ("b", "B")])
    qtbot.addWidget(picks)
    picks.set_value(("gone", "a"))
    picks.picks[1].click()
    assert picks.value() == ("a", "b", "gone")


def test_many_can_be_chosen_at_once(qtbot: QtBot) -> None:
    """Forty workers who all came are one press, and so is taking that back."""
    picks = Picks([(n, str(n)) for n in range(MANY)])
    qtbot.addWidget(picks)
    everyone = picks.findChildren(type(picks.picks[0]))[0]
    everyone.click()
    assert picks.value() == tuple(range(MANY))
    everyone.click()
    assert picks.value() == ()


def test_one_of_a_few_is_always_chosen(qtbot: QtBot) -> None:
    """Arrows go along and choose; a press on the chosen one leaves it."""
    picks = Picks([(True, "Yes"), (False, "No")], single=True)
    qtbot.addWidget(picks)
    with qtbot.waitActive(picks):
        picks.show()
    picks.set_value(False)
    picks.picks[1].setFocus()
    qtbot.keyClick(picks.picks[1], Qt.Key.Key_Right)
    assert picks.value() is True
    picks.picks[0].click()
    assert picks.value() is True
    assert picks.picks[0].isChecked()
