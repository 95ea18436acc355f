"""Writing terms: sums to the fen, one term beside another, what is typed comes back, what two people write."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.case.conftest import Dossier
from tests.ui.case.desks import first_case
from tests.ui.case.hands import ALT, CTRL, Hands

from mediation_desk.domain.instalments import monthly_days
from mediation_desk.domain.records.agreement import PAY, Instalment
from mediation_desk.ui.case.agreement_page import AgreementPage
from mediation_desk.ui.case.stale import StalePanel
from mediation_desk.ui.case.term_card import TermCard
from mediation_desk.ui.case.term_form import TermForm
from mediation_desk.ui.case.workspace import Workspace
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.button import Button


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    """A person's."""
    return Hands(qtbot)


def opened(dossier: Dossier) -> AgreementPage:
    """The agreement of the case."""
    page = dossier.go(dossier.open(case=dossier.case_id), "agreement")
    assert isinstance(page, AgreementPage)
    return page


def form_of(card: TermCard) -> TermForm:
    """The fields of a term, shown."""
    card.begin()
    assert card.form is not None
    return card.form


def amount(form: TermForm, text: str) -> None:
    """Type an amount."""
    field = form.fields["amount"]
    field.retype(text)
    form.schedule.add_up()


def test_equal_parts_over_typed_days_are_those_of_the_five_workers(dossier: Dossier) -> None:
    """16,409.02 over three days: every part but the last rounded half-up, the last takes the rest (case 2)."""
    dossier.case_id = first_case(dossier.seat, "case2")
    page = opened(dossier)
    form = form_of(page.terms.cards[0])
    before = form.schedule.value()
    form.schedule.retype([["8-31", ""], ["9-24", ""], ["10-23", ""]])
    form.schedule.split.click()
    assert form.schedule.value() == before
    assert [p.amount for p in before] == [546_967, 546_967, 546_968]
    assert not page.dirty


def test_twelve_months_are_laid_out_with_the_rest_in_the_last(dossier: Dossier) -> None:
    """40,758.68 in twelve parts from the fifth of September on (case 3)."""
    page = opened(dossier)
    form = form_of(page.terms.cards[1])
    amount(form, "40758.68")
    form.schedule.parts.setText("12")
    form.schedule.parts.textEdited.emit("12")
    form.schedule.first.set_value(date(2026, 9, 5))
    form.schedule.lay_out.click()
    days = monthly_days(date(2026, 9, 5), 12)
    expected = [Instalment(day, 339_656) for day in days[:-1]] + [Instalment(days[-1], 339_652)]
    assert list(form.schedule.value()) == expected
    assert "各期日期和金额见所附分期付款表" in page.terms.cards[1].text.text()


def test_parts_that_do_not_add_up_are_named_to_the_fen_and_not_written(dossier: Dossier, qtbot: QtBot) -> None:
    """The sentence beneath says by how much while one types; saving refuses and keeps what is typed."""
    page = opened(dossier)
    form = form_of(page.terms.cards[1])
    form.schedule.retype([["9-15", "3000"], ["10-31", "3007.13"]])
    assert "比金额少 0.01 元" in form.schedule.sum.text()
    form.schedule.edited.emit()
    page.commit()
    qtbot.waitUntil(page.banner.isVisible)
    assert "6,007.13" in page.banner.sentence
    assert "6,007.14" in page.banner.sentence
    assert dossier.file.terms[1].schedule[1].amount == 300_714
    assert form.schedule.typed()[1] == ["2026-10-31", "3,007.13"]


def test_another_kind_sets_aside_what_it_has_no_use_for(dossier: Dossier) -> None:
    """A statement does not print an account that nobody sees; going back to the payment brings it back."""
    page = opened(dossier)
    card = page.terms.cards[1]
    form = form_of(card)
    form.fields["account"].retype("王𠮷 6228480000000000011")
    for pick in form.kind.widget.picks:  # type: ignore[attr-defined]
        if pick.text() == "约定":
            pick.click()
    assert card.bound.value().account == ""
    assert card.bound.value().schedule == ()
    next(p for p in form.kind.widget.picks if p.key == PAY).click()  # type: ignore[attr-defined]
    assert card.bound.value().account == "王𠮷 6228480000000000011"
    assert len(card.bound.value().schedule) == 2


def test_terms_are_moved_and_taken_out_by_keyboard(dossier: Dossier, hands: Hands, qtbot: QtBot) -> None:
    """The order is written as the places of the terms; one taken out is gone from the paper, not from the journal."""
    page = opened(dossier)
    page.terms.cards[2].setFocus()
    hands.press(Qt.Key.Key_Up, ALT)
    last = page.terms.cards[2]
    assert last.bound.base.term_kind == PAY
    assert [c.number.text() for c in page.terms.cards] == ["第一条", "第二条", "第三条"]
    dossier.saved(page.at)
    assert [t.term_kind for t in dossier.file.terms] == ["act", "statement", "pay"]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Delete, CTRL)
    asked = page.window().findChild(Ask)
    assert asked is not None
    assert asked.go is not None
    asked.go.click()
    dossier.saved(page.at)
    assert [t.term_kind for t in dossier.file.terms] == ["act", "statement"]


def test_what_was_typed_in_a_new_term_comes_back(dossier: Dossier) -> None:
    """After a sudden end: the new term, the changed one, and the one taken out, all as they stood."""
    page = opened(dossier)
    new = page.terms.add_and_begin()
    assert new.form is not None
    new.form.fields["text"].retype("李㛃每日清扫楼道")
    changed = form_of(page.terms.cards[0])
    changed.fields["text"].retype("重做防水")
    page.terms.gone.append(page.terms.cards[2].bound.base)
    page.terms.drop(page.terms.cards[2])
    page.keep_now()
    again = dossier.open().page
    assert isinstance(again, AgreementPage)  # where something was left unfinished, the case opens there
    assert again.dirty
    assert [c.bound.value().text for c in again.terms.cards] == ["重做防水", "天花板、衣柜损失", "李㛃每日清扫楼道"]
    again.commit()
    dossier.rest(again.at)
    assert [t.text for t in dossier.file.terms] == ["重做防水", "天花板、衣柜损失", "李㛃每日清扫楼道"]


def _two(dossier: Dossier) -> tuple[AgreementPage, AgreementPage]:
    return opened(dossier), opened(dossier)


def test_two_windows_writing_two_terms_do_not_meet(dossier: Dossier, qtbot: QtBot) -> None:
    """Each saves its own term; neither is asked anything, and both see both."""
    one, two = _two(dossier)
    form_of(one.terms.cards[0]).fields["text"].retype("重做防水，费用自理")
    form_of(two.terms.cards[2]).fields["text"].retype("双方再无争议。")
    dossier.saved(one.at)
    dossier.saved(two.at)
    assert [t.text for t in dossier.file.terms] == ["重做防水，费用自理", "天花板、衣柜损失", "双方再无争议。"]
    qtbot.waitUntil(lambda: "重做防水" in two.terms.cards[0].text.text())
    qtbot.waitUntil(lambda: "再无争议" in one.terms.cards[2].text.text())
    assert not one.banner.isVisible()
    assert not two.banner.isVisible()


def test_two_windows_writing_one_term_are_both_shown(dossier: Dossier, qtbot: QtBot) -> None:
    """Nobody's words are overwritten unseen."""
    one, two = _two(dossier)
    form_of(one.terms.cards[0]).fields["text"].retype("重做防水")
    form_of(two.terms.cards[0]).fields["text"].retype("更换水管")
    dossier.saved(one.at)
    two.commit()
    qtbot.waitUntil(lambda: two.findChild(StalePanel) is not None)
    panel = two.findChild(StalePanel)
    assert isinstance(panel, StalePanel)
    next(b for b in panel.findChildren(Button) if b.text() == "用我的").click()
    qtbot.waitUntil(lambda: dossier.file.terms[0].text == "更换水管")


def test_a_term_added_elsewhere_appears(dossier: Dossier, qtbot: QtBot) -> None:
    """A colleague's new term is on this page too, at its place."""
    one, two = _two(dossier)
    new = one.terms.add_and_begin()
    assert new.form is not None
    new.form.fields["text"].retype("互不打扰")
    dossier.saved(one.at)
    qtbot.waitUntil(lambda: len(two.terms.cards) == 4)
    assert "互不打扰" in two.terms.cards[3].text.text()


def test_days_of_rest_and_doubtful_words_are_hinted_and_nothing_is_moved(dossier: Dossier) -> None:
    """2026-10-31 is a Saturday: it stays, and is said to be one; 2026-09-20 is worked and is not mentioned."""
    page = opened(dossier)
    repair, pay = page.terms.cards[0], page.terms.cards[1]
    assert "2026-10-31" in pay.hints.text()
    assert repair.hints.isHidden()
    assert pay.bound.value().schedule[1].due == date(2026, 10, 31)
    form_of(repair).fields["text"].retype("9月20日前修好，双方互不追究")
    repair.show_text()
    assert "前（含当日）" in repair.hints.text()
    assert "互不追究" in repair.hints.text()


def test_the_copies_follow_the_parties_and_the_court(dossier: Dossier) -> None:
    """Two parties and the committee; one more where the court is meant (Art. 29)."""
    page = opened(dossier)
    row = page.below.row(page.fields.court_copy.widget)
    assert "一式三份" in row.note.text()
    next(p for p in page.fields.court_copy.widget.picks if p.key is True).click()  # type: ignore[attr-defined]
    assert "一式四份" in row.note.text()
    assert page.fields.court.widget.isVisible()


def test_an_untouched_page_writes_no_agreement(dossier: Dossier) -> None:
    """Whoever only looks leaves nothing behind."""
    from tests.ui.case.hands import without_agreement

    dossier.case_id = without_agreement(dossier.seat)
    page = opened(dossier)
    assert page.agreement.base.concluded_on == date(2026, 9, 8)
    space: Workspace = page.at
    dossier.go(space, "signing")
    assert dossier.file.agreement is None
