"""The desk tied together: registering by keyboard, drafts that come back, cover and lock, another person, closing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desk_fixtures import ACCOUNT, CENTRE, PASSWORD, SECOND_CENTRE, HandClock, make_desk
from tests.ui.hands import Hands

from mediation_desk.actions.case_file import load
from mediation_desk.actions.drafts import drafts_left
from mediation_desk.actions.lists import CaseQuery, page
from mediation_desk.actions.sign_in import sign_in
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.disk import FULL
from mediation_desk.ui.case.workspace import Workspace
from mediation_desk.ui.cover import Curtain
from mediation_desk.ui.desk_window import CASES, DESK, NEW, TODAY, DeskWindow
from mediation_desk.ui.entrance.signing_in import SignInCard
from mediation_desk.ui.keys import Key
from mediation_desk.ui.pages.register import RegisterPage


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path, clock: HandClock) -> Hands:
    """A person before the door of a desk that was set up."""
    desk, _welcome = make_desk(tmp_path / "desk", clock)
    desk.close()
    return Hands(qtbot, tmp_path / "desk", clock)


@pytest.fixture
def window(hands: Hands) -> DeskWindow:
    """Signed in."""
    return hands.sign_in()


def register_page(hands: Hands, window: DeskWindow) -> RegisterPage:
    """Ctrl+N, and the page is there with the keyboard in its first field."""
    hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hands.qtbot.waitUntil(lambda: window.now == NEW)
    shown = window.page(NEW)
    assert isinstance(shown, RegisterPage)
    assert shown.applicants.lines[0].hasFocus()
    hands.qtbot.waitUntil(shown.go.isVisible)
    hands.qtbot.wait(1)
    return shown


def curtain(hands: Hands, window: DeskWindow) -> Curtain:
    hands.qtbot.waitUntil(lambda: window.cover.down)
    found = hands.window.findChild(Curtain)
    assert found is not None
    return found


def test_only_pages_that_exist_are_on_the_rail(hands: Hands, window: DeskWindow) -> None:
    assert [e.text for e in window.rail.list.entries] == ["今日", "案件", "本机"]
    assert "李国庆" in window.rail._person.text()
    assert window.bottom._line.text() == "还没有备份"
    assert hands.window.windowTitle() == "调解工作台"
    hands.window.close()


def test_a_dispute_is_registered_by_keyboard_and_its_dossier_opens(hands: Hands, window: DeskWindow) -> None:
    register_page(hands, window)
    hands.answer("王𠮷", "赵敏", "")
    hands.answer("李㛃", "", "邻里纠纷", "当事人申请", "11-23")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.qtbot.waitUntil(lambda: window.now not in (NEW, TODAY, None))
    (row,) = page(window.seat, CaseQuery(), 0, 9)
    assert window.now == row.case_id
    assert isinstance(window.page(row.case_id), Workspace)
    file = load(window.seat, row.case_id)
    assert [(p.name, p.party.side) for p in file.parties] == [
        ("王𠮷", "applicant"), ("赵敏", "applicant"), ("李㛃", "respondent"),
    ]  # fmt: skip
    assert (file.case.number, str(file.case.applied_on)) == ("（2026）木城人调字第03001号", "2026-11-23")
    assert file.case.dispute_class
    assert file.point is not None and file.point.name == "木城街道调解点"
    assert not drafts_left(window.seat)
    hands.rest()
    hands.window.close()


def test_what_was_typed_and_not_saved_is_back_after_signing_in_again(hands: Hands, window: DeskWindow) -> None:
    register = register_page(hands, window)
    hands.write("王𠮷")
    register.facts.setFocus()
    hands.write("楼上卫生间漏水")
    hands.window.close()
    hands.window.begin()
    hands.window.show()
    again = hands.sign_in()
    hands.qtbot.waitUntil(lambda: bool(again.today.lists))
    again.today.lists[0].setFocus()
    hands.press(Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: again.now == NEW)
    back = again.page(NEW)
    assert isinstance(back, RegisterPage)
    assert (back.applicants.lines[0].name, back.facts.value()) == ("王𠮷", "楼上卫生间漏水")
    assert back.banner.isVisible()
    hands.window.close()


def test_a_draft_is_kept_while_one_types(hands: Hands, window: DeskWindow) -> None:
    register = register_page(hands, window)
    with hands.qtbot.waitSignal(register.saving.kept):
        hands.write("王𠮷")
    assert [d.page for d in drafts_left(window.seat)] == ["register"]
    register.give_up()
    hands.qtbot.waitUntil(lambda: not register.saving.busy)
    assert not drafts_left(window.seat)
    hands.window.close()


def test_what_was_registered_does_not_come_back_in_the_next_registration(
    qtbot: QtBot, tmp_path: Path, clock: HandClock
) -> None:
    """For any centre of the desk: a draft left behind would put the people of one case into the next."""
    desk, _welcome = make_desk(tmp_path / "desk", clock, CENTRE, SECOND_CENTRE)
    desk.close()
    hands = Hands(qtbot, tmp_path / "desk", clock)
    window = hands.sign_in()
    register = register_page(hands, window)
    register.centre.picks[1].click()
    register.applicants.lines[0].setFocus()
    with qtbot.waitSignal(register.saving.kept):
        hands.write("王𠮷")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.now not in (NEW, TODAY, None))
    hands.rest()
    assert drafts_left(window.seat) == []
    again = register_page(hands, window)
    assert (again.applicants.lines[0].text(), again.banner.isVisible()) == ("", False)
    hands.window.close()


def test_without_an_applicant_nothing_is_registered(hands: Hands, window: DeskWindow) -> None:
    register = register_page(hands, window)
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.qtbot.waitUntil(register.banner.isVisible)
    assert window.now == NEW
    hands.rest()
    assert not page(window.seat, CaseQuery(), 0, 9)
    hands.window.close()


def test_f9_covers_and_the_password_gives_back_what_was_on_the_screen(hands: Hands, window: DeskWindow) -> None:
    register = register_page(hands, window)
    hands.write("王𠮷")
    line = register.applicants.lines[0]
    hands.press(Qt.Key.Key_F9)
    covered = curtain(hands, window)
    assert drafts_left(window.seat)
    hands.answer("不对的密码")
    hands.qtbot.waitUntil(covered._go.isEnabled)
    assert window.cover.down
    hands.answer(PASSWORD)
    hands.qtbot.waitUntil(lambda: not window.cover.down)
    assert (line.name, window.now) == ("王𠮷", NEW)
    hands.qtbot.waitUntil(line.hasFocus)
    hands.window.close()


def test_the_screen_is_covered_when_nobody_touches_it(hands: Hands, window: DeskWindow) -> None:
    hands.qtbot.waitUntil(lambda: window.presence.limit() == 600)
    window.idle.passed.emit()
    curtain(hands, window)
    assert not window.idle._timer.isActive()
    hands.answer(PASSWORD)
    hands.qtbot.waitUntil(lambda: not window.cover.down)
    assert window.idle._timer.isActive()
    hands.window.close()


def test_someone_else_signs_in_at_the_cover(hands: Hands, window: DeskWindow) -> None:
    register_page(hands, window)
    hands.write("王𠮷")
    hands.press(Qt.Key.Key_F9)
    curtain(hands, window).other.emit()
    hands.wait_for(SignInCard)
    assert hands.window.desk_window is None
    hands.answer(PASSWORD)
    hands.qtbot.waitUntil(lambda: hands.window.desk_window is not None)
    assert [d.page for d in drafts_left(hands.window.desk_window.seat)] == ["register"]  # type: ignore[union-attr]
    hands.window.close()


def test_the_window_stays_when_what_is_typed_cannot_be_kept(
    hands: Hands, window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = register_page(hands, window)
    hands.write("王𠮷")
    with monkeypatch.context() as full:
        full.setattr(type(register.saving), "keep_now", _refuse)
        assert not hands.window.close()
        assert "磁盘满了" in window.banner.sentence
    assert hands.window.close()


def _refuse(_saving: object) -> None:
    raise KnownProblem(FULL)


def test_search_finds_by_initials_and_opens(hands: Hands, window: DeskWindow) -> None:
    register_page(hands, window)
    hands.answer("王𠮷", "")
    hands.answer("李㛃", "")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.qtbot.waitUntil(lambda: isinstance(window.page(window.now), Workspace))
    case_id = window.now
    window.open(CASES)
    hands.rest()
    window.palette_line.open()
    hands.write("wj")
    hands.qtbot.waitUntil(lambda: len(window.palette_line.list.entries) == 1)
    hands.press(Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: window.now == case_id)
    hands.rest()
    hands.window.close()


def test_someone_known_is_offered_and_taken_only_when_chosen(hands: Hands, window: DeskWindow) -> None:
    register_page(hands, window)
    hands.answer("王𠮷", "")
    hands.answer("李㛃", "")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.qtbot.waitUntil(lambda: isinstance(window.page(window.now), Workspace))
    first = load(window.seat, window.now).parties[0].subject
    hands.rest()
    register = register_page(hands, window)
    line = register.applicants.lines[0]
    hands.write("王𠮷")
    hands.qtbot.waitUntil(line._drop.isVisible)
    assert line.known is None
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert line.known == first
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.qtbot.waitUntil(lambda: window.now != NEW)
    assert load(window.seat, window.now).parties[0].subject == first
    hands.rest()
    hands.window.close()


def test_every_page_is_reached_by_its_number(hands: Hands, window: DeskWindow) -> None:
    for number, name in ((Qt.Key.Key_2, CASES), (Qt.Key.Key_3, DESK), (Qt.Key.Key_1, TODAY)):
        hands.press(number, Qt.KeyboardModifier.AltModifier)
        assert window.now == name
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert Key.PAGE.shown
    hands.rest()
    hands.window.close()


def test_an_auditor_reads_and_registers_nothing(hands: Hands, window: DeskWindow) -> None:
    from tests.desk_fixtures import CHEAP, centre_of

    from mediation_desk.actions.accounts import add_account

    seat = sign_in(window.seat.desk, ACCOUNT, PASSWORD)
    add_account(seat, centre_of(seat), "shenji", "孙强", "审计员的密码一二三", ("auditor",), cost=CHEAP)
    window.sign_out()
    hands.wait_for(SignInCard)
    card = hands.card()
    assert isinstance(card, SignInCard)
    card.name.setText("shenji")
    hands.answer("审计员的密码一二三")
    hands.qtbot.waitUntil(lambda: hands.window.desk_window is not None)
    audit = hands.window.desk_window
    assert audit is not None and audit.new_button.isHidden()
    audit.register()
    assert audit.now != NEW
    assert "账户" not in [s.name for s in audit.desk_page.sections()]
    hands.rest()
    hands.window.close()
