"""The dossier by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.case.conftest import Dossier

from mediation_desk.ui.case.page_kind import Address
from mediation_desk.ui.case.workspace import Workspace
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import Type

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def held() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def key(qtbot: QtBot, what: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is."""
    qtbot.keyClick(held(), what, modifiers)


def to_page(qtbot: QtBot, space: Workspace, what: Qt.Key, modifiers: Qt.KeyboardModifier) -> str:
    """Press a key that opens another page; which one it is."""
    before = space.page
    key(qtbot, what, modifiers)
    qtbot.waitUntil(lambda: space.page is not before)
    assert space.here is not None
    return space.here.kind


def test_from_page_to_page(dossier: Dossier, qtbot: QtBot) -> None:
    """Ctrl+PgDn and Ctrl+PgUp follow the outline, and the keyboard comes along."""
    space = dossier.open()
    kinds = [to_page(qtbot, space, Key.Key_PageDown, CTRL) for _page in range(3)]
    assert kinds == ["claims", "parties", "inquiries"]
    assert to_page(qtbot, space, Key.Key_PageUp, CTRL) == "parties"
    assert space.page is not None and space.page.isAncestorOf(held())


def test_the_outline_and_back(dossier: Dossier, qtbot: QtBot) -> None:
    """Ctrl+L goes to the outline, Enter opens; Esc goes back to the outline, and from there out of the case."""
    space = dossier.open()
    key(qtbot, Key.Key_L, CTRL)
    assert held() is space.contents.outline
    key(qtbot, Key.Key_Down)
    assert to_page(qtbot, space, Key.Key_Return, Qt.KeyboardModifier.NoModifier) == "claims"
    key(qtbot, Key.Key_Escape)
    assert held() is space.contents.outline
    with qtbot.waitSignal(space.left):
        key(qtbot, Key.Key_Escape)


def test_the_outline_in_a_narrow_window(dossier: Dossier, qtbot: QtBot) -> None:
    """Where the outline is put away, a button for it stands in the head: its key works once, not against itself."""
    space = dossier.open()
    space.resize(400, 700)
    qtbot.waitUntil(lambda: space.columns.away)
    key(qtbot, Key.Key_L, CTRL)
    assert (space.columns.side_open, held()) == (True, space.contents.outline)
    key(qtbot, Key.Key_Down)
    assert to_page(qtbot, space, Key.Key_Return, Qt.KeyboardModifier.NoModifier) == "claims"
    assert not space.columns.side_open


def test_the_head_leaves_the_room_to_the_page(dossier: Dossier, qtbot: QtBot) -> None:
    """A long name is written smaller before it takes a second line, and the buttons then stand beside the facts."""
    space = dossier.open()
    space.resize(760, 700)
    tall = space.head.height()
    look().scale.choose(1.8)
    qtbot.waitUntil(lambda: space.head.height() > tall)
    space.head._title.setText("张喆等五人与焦作市金山建筑劳务有限公司拖欠农民工工资纠纷")
    space.head._fit()
    qtbot.waitUntil(lambda: space.head._beneath)
    assert space.head._title.property("type") == Type.HEADING.value
    high = space.head._buttons.mapTo(space.head, QPoint(0, 0)).y()
    assert high >= space.head._called.geometry().bottom()


def test_a_meeting_is_recorded_by_keyboard_alone(dossier: Dossier, qtbot: QtBot) -> None:
    """One more meeting, its time as people type it, Enter from field to field, Ctrl+S."""
    space = dossier.open()
    dossier.go(space, "meetings")
    to_page(qtbot, space, Key.Key_N, CTRL | SHIFT)
    assert space.page is not None
    qtbot.keyClicks(held(), "9-10 9:30")
    key(qtbot, Key.Key_Return)
    assert held() is dossier.binding(space.page, "place").widget
    qtbot.keyClicks(held(), "Hall")
    minutes = dossier.binding(space.page, "minutes").widget
    for _field in range(20):
        if held() is minutes:
            break
        key(qtbot, Key.Key_Tab)
    qtbot.keyClicks(held(), "All agree.")
    with qtbot.waitSignal(space.page.settled):
        key(qtbot, Key.Key_S, CTRL)
    dossier.rest(space)
    meeting = dossier.file.meetings[-1]
    assert meeting.at is not None and meeting.at.isoformat() == "2026-09-10T01:30:00+00:00"
    assert (meeting.place, meeting.minutes) == ("Hall", "All agree.")


def test_ctrl_z_takes_back_in_the_field_and_then_the_last_change(dossier: Dossier, qtbot: QtBot) -> None:
    """Within a text it undoes typing; outside it takes back one's last change and says which."""
    space = dossier.open()
    page = dossier.go(space, "inquiries")
    present = dossier.binding(page, "present")
    present.widget.setFocus()
    qtbot.keyClicks(held(), "Zhao")
    key(qtbot, Key.Key_Z, CTRL)
    assert present.value() == ""
    qtbot.keyClicks(held(), "Qian")
    dossier.saved(space)
    key(qtbot, Key.Key_L, CTRL)
    key(qtbot, Key.Key_Z, CTRL)
    qtbot.waitUntil(space.banner.isVisible)
    assert space.banner.sentence == "已撤销：调查记录的参加人"
    qtbot.waitUntil(lambda: present.value() == "")
    assert dossier.file.inquiries[0].present == ""


def test_enter_in_a_list_of_choices_goes_on(dossier: Dossier, qtbot: QtBot) -> None:
    """Choices that lie open are fields like any other: arrows choose, Enter goes to the next field."""
    space = dossier.open()
    page = dossier.go(space, "case")
    assert space.here == Address("case")
    before = dossier.binding(page, "in_writing").value()
    key(qtbot, Key.Key_Right)
    assert dossier.binding(page, "in_writing").value() is not before
    key(qtbot, Key.Key_Return)
    assert held() is dossier.binding(page, "applied_on").widget
    qtbot.keyClicks(held(), "+1")
    key(qtbot, Key.Key_Return)
    assert str(dossier.binding(page, "applied_on").value()) == "2026-09-09"
    assert held() is dossier.binding(page, "accepted_on").widget
