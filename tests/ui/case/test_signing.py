"""Signing in the window: facts are added one press at a time, in words and colour, and a mistake is taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.ui.case.conftest import Dossier
from tests.ui.case.desks import first_case

from mediation_desk.actions.papers import issue
from mediation_desk.domain.effect import EffectState, Fact
from mediation_desk.ui.case.agreement_page import AgreementPage
from mediation_desk.ui.case.fact_dialog import FactDialog
from mediation_desk.ui.case.signer_row import SignerRow
from mediation_desk.ui.case.signing_page import SigningPage
from mediation_desk.ui.case.stamp import Stamp
from mediation_desk.ui.parts.badge import Badge
from mediation_desk.ui.parts.button import Button


def opened(dossier: Dossier) -> SigningPage:
    """The signing of the case."""
    page = dossier.go(dossier.open(case=dossier.case_id), "signing")
    assert isinstance(page, SigningPage)
    return page


@pytest.fixture
def page(dossier: Dossier) -> SigningPage:
    """The signing of case 1, its agreement issued."""
    issue(dossier.seat, dossier.file)
    return opened(dossier)


def row_of(page: SigningPage, name: str) -> SignerRow:
    """The row of a party, a mediator or the committee."""
    return next(r for r in page.rows if r.signer.name == name)


def recorded(dossier: Dossier, page: SigningPage, facts: int) -> None:
    """Wait until so many facts stand, and are shown."""
    dossier.qtbot.waitUntil(lambda: len(page.file.standing_signings) == facts)
    dossier.rest(page.at)


def state_words(page: SigningPage) -> str:
    """What the badge at the top says."""
    badge = page._shown.findChild(Badge)
    assert badge is not None
    return badge.text


def test_nobody_signs_what_was_not_issued(dossier: Dossier) -> None:
    """The page says what to do first, and its button goes there."""
    page = opened(dossier)
    assert not page.main.isVisible()
    assert not page.rows
    page._shown.findChildren(Button)[0].click()
    dossier.qtbot.waitUntil(lambda: isinstance(page.at.page, AgreementPage))


def test_the_state_stands_in_words_from_the_first_name_to_the_seal(dossier: Dossier, page: SigningPage) -> None:
    """待签, 部分已签, 已签待盖章（未生效）for a day, then in effect with its day in the seal's colour."""
    assert state_words(page) == "待签"
    page.main.click()
    recorded(dossier, page, 4)
    assert state_words(page) == "部分已签"
    page.main.click()
    recorded(dossier, page, 5)
    assert state_words(page) == "已签待盖章（未生效）"
    dossier.clock.now += timedelta(days=1)
    page.day.show(page.today())
    page.main.click()
    recorded(dossier, page, 6)
    stamp = page._shown.findChild(Stamp)
    assert stamp is not None
    assert stamp.accessibleName() == "自 2026-09-09 起生效"
    assert "2026-10-09" in state_words(page)
    assert page.main.text() == "各方今日领取协议书"


def test_a_typed_day_is_the_day_of_all_that_is_recorded(dossier: Dossier, page: SigningPage) -> None:
    """Entered later: the day on the button is the day in the record."""
    dossier.clock.now += timedelta(days=5)
    page.day.retype("9-8")
    page.day.settle()
    page.main.click()
    recorded(dossier, page, 4)
    assert {s.on for s in page.file.signings} == {date(2026, 9, 8)}


def test_a_day_that_has_not_come_is_refused_in_words(dossier: Dossier, page: SigningPage) -> None:
    """Nothing is recorded, and the page can be used again."""
    page.day.retype("9-30")
    page.main.click()
    dossier.qtbot.waitUntil(page.banner.isVisible)
    assert "还没有到" in page.banner.sentence
    assert not dossier.file.signings
    page.day.retype("9-8")
    page.main.click()
    recorded(dossier, page, 4)


def test_the_agent_signs_for_those_who_sent_him(dossier: Dossier) -> None:
    """Case 2: 杨犇 signs for four and for himself, 冯雪 for the company, which seals."""
    dossier.clock.now = dossier.clock.now.replace(month=8, day=20)
    dossier.case_id = first_case(dossier.seat, "case2")
    issue(dossier.seat, dossier.file)
    page = opened(dossier)
    page.main.click()
    recorded(dossier, page, 12)
    by = {(page.file.party(s.party_id).name, s.by) for s in page.file.signings if s.party_id}
    assert by == {
        ("张喆", "杨犇"),
        ("刘堃", "杨犇"),
        ("陈昇", "杨犇"),
        ("杨犇", ""),
        ("尉迟䶮", "杨犇"),
        ("焦作市金山建筑劳务有限公司", "冯雪"),
    }
    company = row_of(page, "焦作市金山建筑劳务有限公司")
    assert {s.fact for s in company.signer.facts} == {Fact.SIGNED, Fact.PARTY_SEALED}
    page.main.click()
    recorded(dossier, page, 13)
    page.main.click()
    recorded(dossier, page, 14)
    assert page.file.effect is not None
    assert page.file.effect.on == date(2026, 8, 20)
    words = [b.text for b in page._shown.findChildren(Badge)]
    assert any("2026-09-21" in w for w in words)
    assert any("2026-09-04" in w for w in words)


def test_a_refusal_needs_its_reason_and_is_shown_as_one(dossier: Dossier, page: SigningPage) -> None:
    """The others may sign; the agreement is not in effect, and says who refused."""
    page._ask_other(row_of(page, "李㛃").signer)
    asked = page.asked
    assert isinstance(asked, FactDialog)
    next(p for p in asked.facts.picks if p.key is Fact.REFUSED).click()
    asked.go_button.click()
    assert asked.isVisible()
    asked.reason.retype("嫌钱多")
    asked.witness.retype("赵敏")
    asked.go_button.click()
    recorded(dossier, page, 1)
    assert page.file.effect is not None
    assert page.file.effect.state is EffectState.REFUSED
    assert state_words(page) == "有当事人拒签"
    refused = page.file.signings[0]
    assert (refused.reason, refused.witness) == ("嫌钱多", "赵敏")
    page.main.click()  # the others
    recorded(dossier, page, 3)
    assert not row_of(page, "李㛃").signer.done


def test_a_mistake_is_taken_back_by_a_further_entry(dossier: Dossier, page: SigningPage) -> None:
    """Both rows stay; when none stands the content can be written again."""
    usual = row_of(page, "王𠮷").usual_button
    assert usual is not None
    usual.click()
    recorded(dossier, page, 2)
    for left in (1, 0):
        page._ask_take_back(page.file.standing_signings[0])
        assert page.asked is not None
        assert page.asked.go is not None
        page.asked.go.click()
        recorded(dossier, page, left)
    assert [s.fact for s in dossier.file.signings] == ["signed", "fingerprinted", "retracted", "retracted"]
    agreement = dossier.go(page.at, "agreement")
    assert isinstance(agreement, AgreementPage)
    assert not agreement.locked


def test_a_window_beside_sees_what_was_signed(dossier: Dossier) -> None:
    """The agreement open in another window turns to be read only, and keeps what was being typed as a draft."""
    issue(dossier.seat, dossier.file)
    beside = dossier.open()
    writing = dossier.go(beside, "agreement")
    assert isinstance(writing, AgreementPage)
    page = opened(dossier)
    page.main.click()
    recorded(dossier, page, 4)
    dossier.qtbot.waitUntil(lambda: beside.page is not writing)
    assert isinstance(beside.page, AgreementPage)
    assert beside.page.locked
