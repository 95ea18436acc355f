"""The first run, by keyboard alone: what was told is what the desk holds afterwards, and the codes really open it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desk_fixtures import HandClock
from tests.ui.hands import Hands

from mediation_desk.actions.desk import open_desk
from mediation_desk.actions.opening import unlocked_by_passphrase, unlocked_by_recovery
from mediation_desk.actions.seat import take_seat
from mediation_desk.domain.records import Account, Mediator, Point
from mediation_desk.records.profile import Profile
from mediation_desk.ui.entrance.account_card import AccountCard
from mediation_desk.ui.entrance.centre_card import CentreCard
from mediation_desk.ui.entrance.codes_card import CodesCard
from mediation_desk.ui.entrance.first_run import FirstRun
from mediation_desk.ui.entrance.passphrase_card import PassphraseSetUp
from mediation_desk.ui.entrance.people_card import PeopleCard
from mediation_desk.ui.entrance.signing_in import SignInCard
from mediation_desk.ui.entrance.welcome import WelcomeCard
from mediation_desk.ui.window import Window

CENTRE = "武陟县木城街道人民调解委员会"


def to_codes(hands: Hands) -> CodesCard:
    """Every step up to the codes, by keyboard."""
    hands.wait_for(WelcomeCard)
    hands.press(Qt.Key.Key_Return)
    hands.wait_for(CentreCard)
    hands.answer(CENTRE, "街道人民调解委员会", "木城街道", "木城")
    hands.press(Qt.Key.Key_Return)
    hands.wait_for(PeopleCard)
    hands.write("木城街道调解点")
    hands.press(Qt.Key.Key_Tab)
    hands.write("李国庆\n王㛃\n\n李国庆")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.wait_for(AccountCard)
    hands.answer("李国庆", "lgq", "木城街道和平街18号", "木城街道和平街18号")
    hands.wait_for(PassphraseSetUp)
    hands.answer("山阳区的春天", "山阳区的春天")
    hands.wait_for(CodesCard)
    card = hands.card()
    assert isinstance(card, CodesCard)
    return card


def groups(card: CodesCard) -> str:
    return "-".join(card._groups)


def test_a_desk_is_set_up_by_keyboard_alone(qtbot: QtBot, tmp_path: Path, clock: HandClock) -> None:
    hands = Hands(qtbot, tmp_path / "desk", clock)
    card = to_codes(hands)
    code = groups(card)
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Tab)
    hands.answer(code.split("-")[card._asked - 1].lower())
    hands.wait_for(SignInCard)
    hands.answer("木城街道和平街18号")
    qtbot.waitUntil(lambda: hands.window.desk_window is not None)
    hands.window.close()

    profile = Profile(tmp_path / "desk")
    desk = open_desk(profile, unlocked_by_passphrase(profile, "山阳区的春天"), clock)
    with desk.store.read() as reader:
        (account,) = reader.find(Account)
        assert [p.name for p in reader.find(Point)] == ["木城街道调解点"]
        assert [m.name for m in reader.find(Mediator)] == ["李国庆", "王㛃"]
    (centre,) = take_seat(desk, account).centres()
    assert (centre.name, centre.short_name, centre.legal_kind) == (CENTRE, "木城", "street")
    assert centre.area.startswith("410823")
    assert desk.store.fact("infix") == "01"
    desk.close()
    assert unlocked_by_recovery(profile, code, "另一句话")
    assert stat.S_IMODE(profile.folder.stat().st_mode) == 0o700


def test_the_codes_must_be_said_to_be_on_paper_and_be_typed_back(
    qtbot: QtBot, tmp_path: Path, clock: HandClock
) -> None:
    hands = Hands(qtbot, tmp_path / "desk", clock)
    card = to_codes(hands)
    first_run = hands.window.entrance.card()
    assert isinstance(first_run, FirstRun)
    with qtbot.assertNotEmitted(first_run.finished):
        assert card.go is not None
        card.go.click()
        assert card.banner.isVisible()
        card.done.setChecked(True)
        card.back_typed.setText("222222")
        card.go.click()
        assert card.form.row(card.back_typed).note.isVisible()
    hands.window.close()


def test_what_is_missing_or_too_short_is_said_at_its_field(qtbot: QtBot, tmp_path: Path, clock: HandClock) -> None:
    hands = Hands(qtbot, tmp_path / "desk", clock)
    hands.wait_for(WelcomeCard)
    hands.press(Qt.Key.Key_Return)
    hands.wait_for(CentreCard)
    card = hands.card()
    assert isinstance(card, CentreCard) and card.go is not None
    card.go.click()
    assert card.name.hasFocus()
    assert card.form.row(card.name).note.text() == "这一项要填。"
    hands.window.close()


@pytest.mark.parametrize(
    ("infix", "number"), [("03", "（2026）木城人调字第03001号"), ("12", "（2026）木城人调字第12001号")]
)
def test_the_number_is_shown_as_it_will_print(
    qtbot: QtBot, tmp_path: Path, clock: HandClock, infix: str, number: str
) -> None:
    hands = Hands(qtbot, tmp_path / "desk", clock)
    hands.wait_for(WelcomeCard)
    hands.press(Qt.Key.Key_Return)
    hands.wait_for(CentreCard)
    card = hands.card()
    assert isinstance(card, CentreCard)
    card.short_name.setFocus()
    hands.write("木城")
    hands.press(Qt.Key.Key_Return)
    card.infix.selectAll()
    hands.write(infix)
    assert number in card.form.row(card.short_name).note.text()
    hands.window.close()


def test_esc_goes_back_and_keeps_what_was_typed(qtbot: QtBot, tmp_path: Path, clock: HandClock) -> None:
    hands = Hands(qtbot, tmp_path / "desk", clock)
    hands.wait_for(WelcomeCard)
    hands.press(Qt.Key.Key_Return)
    hands.wait_for(CentreCard)
    hands.answer(CENTRE, "街道人民调解委员会", "", "木城")
    hands.press(Qt.Key.Key_Return)
    hands.wait_for(PeopleCard)
    hands.press(Qt.Key.Key_Escape)
    hands.wait_for(CentreCard)
    card = hands.card()
    assert isinstance(card, CentreCard)
    assert card.name.value() == CENTRE
    hands.window.close()


def test_another_language_is_spoken_at_once(qtbot: QtBot, tmp_path: Path, clock: HandClock) -> None:
    hands = Hands(qtbot, tmp_path / "desk", clock)
    hands.wait_for(WelcomeCard)
    hands.window.speak("en")
    hands.wait_for(WelcomeCard)
    assert hands.card().accessibleName() == "Welcome"
    hands.window.close()
    again = Window(Profile(tmp_path / "desk"))
    qtbot.addWidget(again)
    assert again.remembered.text("language") == "en"
