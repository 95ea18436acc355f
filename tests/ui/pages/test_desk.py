"""This desk: settings, people and accounts changed through the page are changed in the records; backup, check, restore."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from tests.desk_fixtures import ACCOUNT, PASSPHRASE, PASSWORD, HandClock, make_desk, neighbours
from tests.ui.hands import Hands

from mediation_desk.actions.accounts import accounts
from mediation_desk.actions.desk import Desk
from mediation_desk.actions.infix import infix_of, spend_infix
from mediation_desk.actions.lists import CaseQuery, count
from mediation_desk.actions.opening import unlocked_by_passphrase, unlocked_by_recovery
from mediation_desk.actions.seat import Seat, take_seat
from mediation_desk.actions.sign_in import sign_in
from mediation_desk.records.profile import Profile
from mediation_desk.ui.desk_window import DESK
from mediation_desk.ui.entrance.restoring import RestoreCard
from mediation_desk.ui.entrance.signing_in import SignInCard
from mediation_desk.ui.look.look import look
from mediation_desk.ui.pages.account_ask import AccountAsk, NewAccountAsk
from mediation_desk.ui.pages.centre_ask import CentreAsk
from mediation_desk.ui.pages.desk import DeskPage
from mediation_desk.ui.pages.desk_accounts import AccountsSection
from mediation_desk.ui.pages.desk_centre import CentreSection
from mediation_desk.ui.pages.desk_keeping import KeepingSection
from mediation_desk.ui.pages.desk_own import OwnSection
from mediation_desk.ui.pages.desk_register import RegisterSection
from mediation_desk.ui.pages.key_asks import CodesAsk, DigitsAsk, PassphraseAsk
from mediation_desk.ui.pages.record_ask import RecordAsk
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.watching import Watch


@pytest.fixture
def page(qtbot: QtBot, seat: Seat, clock: HandClock) -> Iterator[DeskPage]:
    """The page, shown, a while after the desk was set up."""
    clock.go_on(seconds=1)
    watch = Watch(seat.desk.store)
    made = DeskPage(seat)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield made
    watch.stop()
    QThreadPool.globalInstance().waitForDone()


def section(page: DeskPage, name: str) -> object:
    found = next(s for s in page.sections() if s.name == name)
    page.open(found)
    return found


def asked(qtbot: QtBot, page: DeskPage, kind: type[Ask]) -> Ask:
    """The question that is on the screen."""
    qtbot.waitUntil(lambda: any(a.isVisible() for a in page.findChildren(kind)))
    return next(a for a in page.findChildren(kind) if a.isVisible())


def go(qtbot: QtBot, ask: Ask) -> None:
    """Press the button that goes on and wait until the question is gone."""
    assert ask.go is not None
    ask.go.click()
    qtbot.waitUntil(lambda: not isValid(ask) or ask.isHidden())


def test_the_minutes_of_the_lock_are_changed(qtbot: QtBot, page: DeskPage, seat: Seat) -> None:
    centre = section(page, "中心")
    assert isinstance(centre, CentreSection)
    qtbot.waitUntil(lambda: centre.form is not None)
    form = centre.form
    assert form is not None
    line = form.bound.fields["lock_minutes"]
    line.retype("25")
    centre.go.click()
    qtbot.waitUntil(lambda: seat.centres()[0].lock_minutes == 25)
    qtbot.waitUntil(centre.banner.isVisible)


def test_minutes_that_make_no_sense_are_refused_and_stay_on_the_screen(
    qtbot: QtBot, page: DeskPage, seat: Seat
) -> None:
    centre = section(page, "中心")
    assert isinstance(centre, CentreSection)
    qtbot.waitUntil(lambda: centre.form is not None)
    assert centre.form is not None
    centre.form.bound.fields["lock_minutes"].retype("9999")
    centre.go.click()
    qtbot.waitUntil(centre.banner.isVisible)
    assert seat.centres()[0].lock_minutes == 10
    assert centre.form.bound.fields["lock_minutes"].typed() == "9999"


def test_a_mediator_is_added_changed_and_taken_out(qtbot: QtBot, page: DeskPage, seat: Seat) -> None:
    register = section(page, "调解员")
    assert isinstance(register, RegisterSection)
    qtbot.waitUntil(lambda: len(register.list.entries) == 2)
    register.add()
    ask = asked(qtbot, page, RecordAsk)
    assert isinstance(ask, RecordAsk)
    ask._form.bound.fields["name"].retype("王㛃")
    go(qtbot, ask)
    qtbot.waitUntil(lambda: [e.text for e in register.list.entries] == ["李国庆", "牛建军", "王㛃"])
    register.edit(register.list.entries[2].key)
    ask = asked(qtbot, page, RecordAsk)
    assert isinstance(ask, RecordAsk)
    ask._form.bound.fields["phone"].retype("13839100009")
    go(qtbot, ask)
    qtbot.waitUntil(lambda: seat.mediators(seat.account.centre_id)[2].phone == "13839100009")
    qtbot.waitUntil(lambda: register.list.entries[2].key.phone != "")
    register.edit(register.list.entries[2].key)
    ask = asked(qtbot, page, RecordAsk)
    ask._buttons.itemAt(0).widget().click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: len(register.list.entries) == 2)


def test_an_account_is_added_and_signs_in(qtbot: QtBot, page: DeskPage, seat: Seat) -> None:
    listed = section(page, "账户")
    assert isinstance(listed, AccountsSection)
    listed.add()
    ask = asked(qtbot, page, NewAccountAsk)
    assert isinstance(ask, NewAccountAsk)
    ask.person.setText("牛建军")
    ask.name.setText("njj")
    ask.password.setText("牛建军的第一个密码")
    ask.again.setText("牛建军的第一个密码")
    ask.roles.set_value(("registrar",))
    go(qtbot, ask)
    qtbot.waitUntil(lambda: len(listed.list.entries) == 2)
    assert listed.list.entries[1].detail == "登记员"
    assert sign_in(seat.desk, "njj", "牛建军的第一个密码").account.person == "牛建军"


def test_the_last_keeper_of_accounts_cannot_be_closed(qtbot: QtBot, page: DeskPage, seat: Seat) -> None:
    listed = section(page, "账户")
    assert isinstance(listed, AccountsSection)
    qtbot.waitUntil(lambda: len(listed.list.entries) == 1)
    listed.edit(listed.list.entries[0].key)
    ask = asked(qtbot, page, AccountAsk)
    assert isinstance(ask, AccountAsk)
    ask._turn()
    qtbot.waitUntil(ask.banner.isVisible)
    (only,) = accounts(seat, seat.account.centre_id)
    assert only.account.active
    ask.reject()


def test_ones_own_password_is_changed(qtbot: QtBot, page: DeskPage, seat: Seat) -> None:
    own = page.section
    assert isinstance(own, OwnSection)
    own.old.setText(PASSWORD)
    own.new.setText("换了一个新密码")
    own.again.setText("换了一个新密码!")
    own._change()
    assert own.form.row(own.again).note.isVisible()
    own.new.setText("换了一个新的密码")
    own.again.setText("换了一个新的密码")
    own._change()
    qtbot.waitUntil(own.banner.isVisible)
    assert sign_in(seat.desk, ACCOUNT, "换了一个新的密码")


def test_the_size_of_type_is_chosen_here_too(page: DeskPage) -> None:
    own = page.section
    assert isinstance(own, OwnSection)
    own.size_.picks[1].click()
    assert look().scale.factor == 1.35
    look().scale.choose(1.8)
    assert own.size_.value() == 1.8


def test_a_backup_is_made_and_the_check_reports(qtbot: QtBot, page: DeskPage, seat: Seat, tmp_path: Path) -> None:
    page.to_backup()
    with qtbot.waitSignal(page.backed_up):
        page.keeping.back_up(tmp_path / "a.mdbackup")
    assert (tmp_path / "a.mdbackup").stat().st_size > 10_000
    assert "2026-11-24 10:00" in page.keeping.last.text()
    page.keeping.check_button.click()
    qtbot.waitUntil(lambda: bool(page.keeping._lines))
    assert "全部完好" in page.keeping.banner.sentence
    assert page.keeping.check_button.isEnabled()


def test_a_backup_that_cannot_be_put_there_is_refused(qtbot: QtBot, page: DeskPage, tmp_path: Path) -> None:
    page.to_backup()
    page.keeping.back_up(tmp_path / "nowhere" / "a.mdbackup")
    qtbot.waitUntil(page.keeping.banner.isVisible)
    assert page.keeping.backup_button.isEnabled()
    assert page.keeping._progress.isHidden()


def test_a_new_passphrase_opens_the_desk(qtbot: QtBot, page: DeskPage, desk: Desk) -> None:
    ask = PassphraseAsk(desk.vault, page)
    ask.open()
    ask.new.setText("另一句话")
    ask.again.setText("另一句话")
    go(qtbot, ask)
    assert unlocked_by_passphrase(desk.profile, "另一句话").key == desk.vault.key


def test_a_new_recovery_code_is_not_lost_by_esc(
    qtbot: QtBot, page: DeskPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mediation_desk.ui.pages.desk_keeping.confirm", lambda *_told: True)
    page.keeping._recovery()
    ask = asked(qtbot, page, CodesAsk)
    assert isinstance(ask, CodesAsk)
    ask.reject()
    assert ask.isVisible() and ask.banner.isVisible()
    groups = [w.text() for w in ask.findChildren(type(ask.sentence)) if len(w.text()) == 6 and w.text().isascii()]
    assert unlocked_by_recovery(desk.profile, "-".join(groups), "第三句话").key == desk.vault.key
    ask.done_.click()
    go(qtbot, ask)


def test_a_desk_is_restored_from_the_window(qtbot: QtBot, tmp_path: Path, clock: HandClock) -> None:
    from mediation_desk.actions.keeping import backup

    desk, _welcome = make_desk(tmp_path / "desk", clock)
    seat = sign_in(desk, ACCOUNT, PASSWORD)
    neighbours(seat)
    backup(seat, tmp_path / "a.mdbackup")
    neighbours(seat)
    desk.close()
    hands = Hands(qtbot, tmp_path / "desk", clock)
    window = hands.sign_in()
    window.open(DESK)
    hands.rest()
    window.restore.emit()
    hands.wait_for(RestoreCard)
    card = hands.card()
    assert isinstance(card, RestoreCard) and card.go is not None
    card.file.line.setText(str(tmp_path / "a.mdbackup"))
    card.passphrase.setText(PASSPHRASE)
    card.go.click()
    hands.wait_for(SignInCard)
    assert "2026-11-24" in hands.card().sentence.text()
    again = hands.window.entrance.desk
    assert again is not None
    assert count(take_seat(again, sign_in(again, ACCOUNT, PASSWORD).account), CaseQuery()) == 1
    hands.window.close()
    assert Profile(tmp_path / "desk").aside.is_dir()


def test_a_further_centre_is_added_and_worked_for_after_signing_in_again(
    qtbot: QtBot, page: DeskPage, seat: Seat
) -> None:
    """A short name that is taken is refused, and what was typed stays."""
    found = section(page, "中心")
    assert isinstance(found, CentreSection)
    found.further.click()
    ask = asked(qtbot, page, CentreAsk)
    assert isinstance(ask, CentreAsk)
    ask.name.setText("焦作市非诉讼服务中心人民调解委员会")
    ask.kind.set_value("non_litigation")
    ask.short_name.setText("木城")
    ask.points.setPlainText("非诉讼服务中心接访点")
    ask.mediators.setPlainText("王秀梅\n张海燕\n")
    assert ask.go is not None
    ask.go.click()
    qtbot.waitUntil(ask.banner.isVisible)
    ask.short_name.setText("焦非诉")
    go(qtbot, ask)
    with qtbot.waitSignal(page.sign_out):
        found.banner.findChildren(Button)[0].click()
    again = take_seat(seat.desk, seat.account)
    added = again.centres()[1]
    assert (added.name, added.short_name) == ("焦作市非诉讼服务中心人民调解委员会", "焦非诉")
    assert [m.name for m in again.mediators(added.id)] == ["王秀梅", "张海燕"]
    assert again.actor.roles[added.id] == again.actor.roles[seat.account.centre_id]


def test_a_restored_desk_gets_other_digits_in_its_window(qtbot: QtBot, page: DeskPage, desk: Desk) -> None:
    """It says so where backups are kept; digits it had before are refused; afterwards it gives numbers again."""
    spend_infix(desk.store)
    found = section(page, "备份与检查")
    assert isinstance(found, KeepingSection)
    assert found.banner.isVisible()
    found.banner.findChildren(Button)[0].click()
    ask = asked(qtbot, page, DigitsAsk)
    assert isinstance(ask, DigitsAsk) and ask.go is not None
    ask.digits.setText("03")
    ask.go.click()
    qtbot.waitUntil(ask.banner.isVisible)
    ask.digits.setText("０４")
    go(qtbot, ask)
    assert infix_of(desk.store) == "04"
