"""The agreement of case 1, from an empty page to the signed and sealed paper, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.case.conftest import Dossier
from tests.ui.case.hands import CTRL, SHIFT, Hands, without_agreement

from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.actions.due import due_after_effect
from mediation_desk.actions.papers import content
from mediation_desk.documents.check import comparable, page_texts
from mediation_desk.domain.effect import EffectState
from mediation_desk.domain.records.agreement import Instalment
from mediation_desk.domain.stages import Stage
from mediation_desk.ui.case.agreement_page import AgreementPage
from mediation_desk.ui.case.page_kind import Address
from mediation_desk.ui.case.signing_page import SigningPage
from mediation_desk.ui.case.workspace import Workspace
from mediation_desk.ui.keys import Key

WAIT = 30_000


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    """The mediator's."""
    return Hands(qtbot)


@pytest.fixture
def space(dossier: Dossier) -> Workspace:
    """Case 1 before its agreement, on the agreement's page."""
    dossier.case_id = without_agreement(dossier.seat)
    opened = dossier.open(case=dossier.case_id)
    dossier.go(opened, "agreement")
    return opened


def write_terms(hands: Hands, page: AgreementPage) -> None:
    """The three terms of case 1, as a person types them."""
    hands.press(Qt.Key.Key_N, CTRL | SHIFT)
    hands.choose("行为")
    hands.pick("李㛃")
    hands.pick("王𠮷")
    hands.write("修复卫生间渗漏，费用自理")
    hands.press(Qt.Key.Key_Tab)
    hands.write("9-20")
    hands.enter()
    hands.write("修复后做闭水试验24小时不渗漏，由双方验收签字")
    hands.press(Qt.Key.Key_N, CTRL | SHIFT)
    hands.choose("付款")
    hands.pick("李㛃")
    hands.pick("王𠮷")
    hands.write("天花板、衣柜损失")
    hands.press(Qt.Key.Key_Tab)
    hands.write("6007.14")
    hands.enter()
    hands.enter()  # no single day: in parts
    form = page.terms.cards[1].form
    assert form is not None
    form.schedule.more.setFocus()
    hands.press(Qt.Key.Key_Space)
    for due, amount in (("9-15", "3000"), ("10-31", "3007.14")):
        hands.write(due)
        hands.enter()
        hands.write(amount)
        hands.enter()
    hands.write("均为现金，收款人出具收条")
    hands.press(Qt.Key.Key_N, CTRL | SHIFT)
    hands.choose("约定")
    hands.write("双方就本次漏水再无其他争议。")


def wait(qtbot: QtBot, ready: Callable[[], bool]) -> None:
    """Issuing lays a paper out, reads it back and compares it."""
    qtbot.waitUntil(ready, timeout=WAIT)


def test_from_an_empty_page_to_the_seal(dossier: Dossier, space: Workspace, hands: Hands, qtbot: QtBot) -> None:
    """The desk's main job: every sum and every day as in the case, signed on one day and sealed on the next."""
    page = space.page
    assert isinstance(page, AgreementPage)
    write_terms(hands, page)
    hands.press(Qt.Key.Key_Return, CTRL)
    wait(qtbot, lambda: load(dossier.seat, dossier.case_id).paper is not None)
    dossier.rest(space)
    issued = dossier.file
    _the_terms_are_those_of_the_case(issued)
    _the_paper_says_so(dossier, issued)

    wait(qtbot, lambda: page.side.main.text() == "去签署")
    hands.press(Qt.Key.Key_Return, CTRL)
    wait(qtbot, lambda: isinstance(space.page, SigningPage))
    for state in (EffectState.PARTLY_SIGNED, EffectState.AWAITING_SEAL):
        _press_and_wait(dossier, space, hands, state)
    dossier.clock.now += timedelta(days=1)
    space.go(Address("signing"))
    former = space.page
    wait(qtbot, lambda: space.page is not former and isinstance(space.page, SigningPage))
    _press_and_wait(dossier, space, hands, EffectState.EFFECTIVE)

    file = dossier.file
    assert file.effect is not None
    assert file.effect.on == date(2026, 9, 9)
    assert file.stage is Stage.PERFORMING
    assert [d.deadline.last for d in due_after_effect(file)] == [date(2026, 10, 9)]
    assert {s.place for s in file.signings} == {"木城街道调解点"}


def _press_and_wait(dossier: Dossier, space: Workspace, hands: Hands, state: EffectState) -> None:
    def reached() -> bool:
        effect = space.file.effect
        return effect is not None and effect.state is state

    hands.press(Qt.Key.Key_Return, CTRL)
    wait(dossier.qtbot, reached)
    dossier.rest(space)


def _the_terms_are_those_of_the_case(file: CaseFile) -> None:
    assert file.agreement is not None
    assert file.agreement.concluded_on == date(2026, 9, 8)
    assert file.stage is Stage.AGREED
    repair, pay, rest = file.terms
    assert repair.due == date(2026, 9, 20)
    assert pay.amount == 600_714
    assert pay.schedule == (Instalment(date(2026, 9, 15), 300_000), Instalment(date(2026, 10, 31), 300_714))
    assert rest.text == "双方就本次漏水再无其他争议。"
    assert [t.position for t in file.terms] == [0, 1, 2]


def _the_paper_says_so(dossier: Dossier, file: CaseFile) -> None:
    assert file.paper is not None
    assert file.paper.copies == 3
    printed = comparable("".join(page_texts(content(dossier.seat, file.paper))))
    for words in (
        "李㛃于2026年9月20日前（含当日）修复卫生间渗漏，费用自理；修复后做闭水试验24小时不渗漏，由双方验收签字。",
        "6,007.14元（人民币陆仟零柒元壹角肆分）",
        "2026年9月15日前（含当日）付3,000.00元，2026年10月31日前（含当日）付3,007.14元",
        "双方就本次漏水再无其他争议。",
        "本协议一式三份，当事人双方各一份，人民调解委员会一份。",
        "58周岁",
        "50周岁",
    ):
        assert words in printed


def test_what_was_signed_can_only_be_read(dossier: Dossier, hands: Hands, qtbot: QtBot) -> None:
    """The page says why, no field takes a letter, and the paper that was signed lies beside it."""
    space = dossier.open()
    page = dossier.go(space, "agreement")
    assert isinstance(page, AgreementPage)
    page.side.main.click()
    wait(qtbot, lambda: space.file.paper is not None)
    wait(qtbot, lambda: page.side.main.text() == "去签署")
    signing = dossier.go(space, "signing")
    assert isinstance(signing, SigningPage)
    signing.main.click()
    wait(qtbot, lambda: bool(space.file.standing_signings))
    dossier.rest(space)
    page = dossier.go(space, "agreement")
    assert isinstance(page, AgreementPage)
    assert "已经签署" in page.banner.sentence
    before = page.fields.facts.value()
    page.fields.facts.widget.setFocus()
    hands.write("改一改")
    hands.write("changed")
    assert page.fields.facts.value() == before
    assert not page.dirty
    assert not page.terms.add_button.isVisible()
    wait(qtbot, lambda: page.side.preview.at_rest and bool(page.side.preview.sheets.images))
    assert page.side.preview.badge.text == "已制作、已签署"


def test_the_green_button_and_its_key_are_the_same(space: Workspace) -> None:
    """A key that is shown works where it is shown."""
    assert isinstance(space.page, AgreementPage)
    assert space.page.side.main.shortcut() == Key.GO_ON.sequence
