"""Through the door: right and wrong passphrase, recovery code, sign-in, waiting, a forgotten password, a damaged desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desk_fixtures import ACCOUNT, PASSPHRASE, PASSWORD, HandClock, make_desk
from tests.ui.hands import Hands

from mediation_desk.actions.set_up import Welcome
from mediation_desk.ui.entrance.door import PassphraseCard, RecoveryCard
from mediation_desk.ui.entrance.forgotten import BY_HEAD, ForgottenCard
from mediation_desk.ui.entrance.restoring import RestoreCard
from mediation_desk.ui.entrance.signing_in import SignInCard
from mediation_desk.ui.entrance.trouble import TroubleCard


@pytest.fixture
def welcome(tmp_path: Path, clock: HandClock) -> Welcome:
    """A desk that was set up, closed again; what was shown once."""
    desk, welcome = make_desk(tmp_path / "desk", clock)
    desk.close()
    return welcome


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path, clock: HandClock, welcome: Welcome) -> Hands:
    """A person before its door."""
    made = Hands(qtbot, tmp_path / "desk", clock)
    made.wait_for(PassphraseCard)
    return made


def open_door(hands: Hands) -> SignInCard:
    hands.answer(PASSPHRASE)
    hands.wait_for(SignInCard)
    card = hands.card()
    assert isinstance(card, SignInCard)
    return card


def test_the_right_passphrase_and_password_lead_to_the_desk(hands: Hands) -> None:
    window = hands.sign_in()
    assert window.seat.account.name == ACCOUNT
    hands.window.close()


def test_a_wrong_passphrase_says_so_and_can_be_tried_again(hands: Hands) -> None:
    card = hands.card()
    hands.answer("不对")
    hands.qtbot.waitUntil(card.banner.isVisible)
    assert "口令不对" in card.banner.sentence
    hands.press(Qt.Key.Key_Return)
    hands.rest()
    open_door(hands)
    hands.window.close()


def test_the_recovery_code_sets_a_new_passphrase(hands: Hands, welcome: Welcome) -> None:
    card = hands.card()
    assert isinstance(card, PassphraseCard)
    card.forgotten.emit()
    hands.wait_for(RecoveryCard)
    hands.answer(welcome.recovery_code.lower(), "新的口令", "新的口令")
    hands.wait_for(SignInCard)
    hands.window.close()
    hands.window.begin()
    hands.window.show()
    hands.wait_for(PassphraseCard)
    hands.answer("新的口令")
    hands.wait_for(SignInCard)
    hands.window.close()


def test_a_mistyped_recovery_code_names_its_group(hands: Hands, welcome: Welcome) -> None:
    card = hands.card()
    assert isinstance(card, PassphraseCard)
    card.forgotten.emit()
    hands.wait_for(RecoveryCard)
    wrong = welcome.recovery_code.split("-")
    wrong[2] = wrong[2][::-1]
    hands.answer("-".join(wrong), "新的口令", "新的口令")
    hands.qtbot.waitUntil(hands.card().banner.isVisible)
    assert "第3组" in hands.card().banner.sentence
    hands.window.close()


def test_after_five_wrong_passwords_one_waits_and_sees_how_long(hands: Hands, clock: HandClock) -> None:
    card = open_door(hands)
    card.name.setText(ACCOUNT)
    card.password.setFocus()
    for _try in range(5):
        hands.answer("不对的密码")
        hands.qtbot.waitUntil(lambda: card.contents.isEnabled() and card.banner.isVisible())
        card.password.selectAll()
    hands.answer(PASSWORD)
    hands.qtbot.waitUntil(lambda: "5 秒" in card.banner.sentence)
    assert not card.password.isEnabled()
    card._count_down()
    assert "4 秒" in card.banner.sentence
    for _second in range(4):
        card._count_down()
    assert card.password.isEnabled()
    clock.go_on(seconds=6)
    hands.answer(PASSWORD)
    hands.qtbot.waitUntil(lambda: hands.window.desk_window is not None)
    hands.window.close()


def test_a_code_read_over_the_telephone_resets_the_password(hands: Hands, welcome: Welcome) -> None:
    card = open_door(hands)
    card.forgotten.emit(ACCOUNT)
    hands.wait_for(ForgottenCard)
    hands.answer(welcome.reset_codes[0].lower(), "又一个很好的密码", "又一个很好的密码")
    assert hands.card().banner.isHidden()
    hands.wait_for(SignInCard)
    assert hands.card().sentence.text() == "新密码已设好，请用它登录。"
    hands.answer("又一个很好的密码")
    hands.qtbot.waitUntil(lambda: hands.window.desk_window is not None)
    hands.window.close()


def test_the_head_at_hand_resets_the_password(hands: Hands) -> None:
    card = open_door(hands)
    card.forgotten.emit(ACCOUNT)
    hands.wait_for(ForgottenCard)
    ask = hands.card()
    assert isinstance(ask, ForgottenCard) and ask.go is not None
    ask.way.set_value(BY_HEAD)
    ask.way.edited.emit()
    ask.head.setText(ACCOUNT)
    ask.head_password.setText(PASSWORD)
    for line in (ask.new, ask.again):
        line.setText("又一个很好的密码")
    ask.go.click()
    hands.wait_for(SignInCard)
    hands.answer("又一个很好的密码")
    hands.qtbot.waitUntil(lambda: hands.window.desk_window is not None)
    hands.window.close()


def test_a_damaged_desk_says_so_and_offers_the_backup(hands: Hands, tmp_path: Path) -> None:
    database = tmp_path / "desk" / "desk.db"
    content = bytearray(database.read_bytes())
    content[100:200] = bytes(100)
    database.write_bytes(content)
    hands.answer(PASSPHRASE)
    hands.qtbot.waitUntil(lambda: isinstance(hands.card(), TroubleCard))
    card = hands.card()
    assert isinstance(card, TroubleCard)
    assert "备份" in card.sentence.text()
    card.restore.emit()
    hands.wait_for(RestoreCard)
    hands.window.close()


def test_the_passphrase_can_come_from_a_file(qtbot: QtBot, tmp_path: Path, clock: HandClock, welcome: Welcome) -> None:
    from mediation_desk.records.profile import Profile
    from mediation_desk.ui.conditions import Conditions
    from mediation_desk.ui.window import Window

    file = tmp_path / "passphrase"
    file.write_text(PASSPHRASE + "\n", encoding="utf-8")
    window = Window(Profile(tmp_path / "desk"), file, Conditions(clock=clock, keyring=False))
    qtbot.addWidget(window)
    window.begin()
    window.show()
    qtbot.waitUntil(lambda: isinstance(window.entrance.card(), SignInCard))
    window.close()
