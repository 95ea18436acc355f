"""修改记录: of the case and of a field, in a person's words, and found again by them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from tests.ui.case.conftest import Dossier

from mediation_desk.actions.agreements import save_agreement
from mediation_desk.ui.case.agreement_page import AgreementPage
from mediation_desk.ui.case.history_window import HistoryWindow
from mediation_desk.ui.case.workspace import Workspace


def change_amount(dossier: Dossier) -> None:
    """The second term's amount is written twice."""
    for fen in (500_000, 600_714):
        file = dossier.file
        assert file.agreement is not None
        term = file.terms[1]
        new = replace(term, amount=fen, schedule=())
        save_agreement(dossier.seat, file.case, (file.agreement, file.agreement), [(new, term)])


def shown(dossier: Dossier, space: Workspace) -> HistoryWindow:
    """The window, once it has read."""
    window = space.window().findChild(HistoryWindow)
    assert isinstance(window, HistoryWindow)
    dossier.qtbot.waitUntil(lambda: bool(window.text.toPlainText()))
    return window


def test_the_case_tells_who_changed_what_from_what(dossier: Dossier) -> None:
    """When, who, why, which field, from what to what; the latest first, whatever was typed shown as typed."""
    change_amount(dossier)
    space = dossier.open()
    space.ask_history(field=False)
    text = shown(dossier, space).text.toPlainText()
    assert "5,000.00  →  6,007.14" in text
    assert "6,007.14  →  5,000.00" in text
    assert text.index("5,000.00  →  6,007.14") < text.index("6,007.14  →  5,000.00")
    first = text.splitlines()[0]
    assert first.startswith("2026-09-08 09:30")
    assert "李国庆" in first
    assert "协议" in first


def test_a_field_tells_only_of_itself(dossier: Dossier) -> None:
    """The key on the amount of the second term: its three values and nothing else."""
    change_amount(dossier)
    space = dossier.open()
    page = dossier.go(space, "agreement")
    assert isinstance(page, AgreementPage)
    card = page.terms.cards[1]
    card.begin()
    assert card.form is not None
    field = card.form.fields["amount"].widget
    field.setFocus()
    dossier.qtbot.keyClick(field, Qt.Key.Key_F4)
    dossier.qtbot.waitUntil(lambda: space.window().findChild(HistoryWindow) is not None)
    window = shown(dossier, space)
    lines = [line for line in window.text.toPlainText().splitlines() if "·" in line]
    assert len(lines) == 3
    assert all("金额" in line for line in lines)
    assert "3 处修改" in window.count.text()


def test_the_filter_finds_by_any_word_shown(dossier: Dossier) -> None:
    """A value, a field, a person; how many of how many is said."""
    change_amount(dossier)
    space = dossier.open()
    space.ask_history(field=False)
    window = shown(dossier, space)
    window.filter.setText("金额 5,000")
    window.show_matching()
    lines = [line for line in window.text.toPlainText().splitlines() if "·" in line]
    assert len(lines) == 2
    assert "显示 2 处" in window.count.text()
    window.filter.setText("没有这样的字")
    window.show_matching()
    assert not window.text.toPlainText()


def test_what_was_typed_is_never_read_as_markup(dossier: Dossier) -> None:
    """A text with angle brackets is shown with them."""
    file = dossier.file
    assert file.agreement is not None
    new = replace(file.agreement, method="<b>当场</b>付清")
    save_agreement(dossier.seat, file.case, (new, file.agreement))
    space = dossier.open()
    space.ask_history(field=False)
    assert "<b>当场</b>付清" in shown(dossier, space).text.toPlainText()
