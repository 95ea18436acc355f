"""The paper beside the page: drawn while one types, issued with what cannot be printed asked about, printed or saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QLabel
from tests.ui.case.conftest import Dossier

from mediation_desk.actions.papers import content, issue
from mediation_desk.documents.check import comparable, page_texts
from mediation_desk.ui.case.agreement_page import AgreementPage
from mediation_desk.ui.case.missing_letters import MissingLetters
from mediation_desk.ui.case.print_dialog import PrintDialog
from mediation_desk.ui.parts.ask import Ask

WAIT = 30_000
RARE = "\U000323b5"
"""A name's character of Amendment 1 to GB 18030 that no face has."""


@pytest.fixture
def page(dossier: Dossier) -> AgreementPage:
    """The agreement of case 1."""
    made = dossier.go(dossier.open(), "agreement")
    assert isinstance(made, AgreementPage)
    return made


def issued(dossier: Dossier, page: AgreementPage, draft: int) -> None:
    """Wait for a draft, and until the page has taken notice."""
    dossier.qtbot.waitUntil(
        lambda: page.file.paper is not None and page.file.paper.draft == draft and not page.side._busy, timeout=WAIT
    )
    dossier.rest(page.at)


def test_the_draft_follows_what_is_typed_and_is_kept_nowhere(dossier: Dossier, page: AgreementPage) -> None:
    """What stands on the screen is what the paper shows, before it is saved."""
    page.side.show(True)
    view = page.side.preview
    dossier.qtbot.waitUntil(lambda: view.at_rest and bool(view.sheets.images), timeout=WAIT)
    before = view._laid
    page.fields.facts.retype("另写一段很长的事实。" * 200)
    page.touched()
    dossier.qtbot.waitUntil(lambda: view._laid is not before and view.at_rest, timeout=WAIT)
    assert view._laid is not None
    assert before is not None
    assert len(view._laid.sizes) > len(before.sizes)
    assert "另写一段" in comparable("".join(page_texts(view._laid.pdf)))
    assert not dossier.file.papers
    assert page.dirty


def test_what_cannot_be_laid_out_yet_says_why_and_leaves_the_last_paper(dossier: Dossier, page: AgreementPage) -> None:
    """A missing typeface is a sentence beside the paper, not a broken window."""
    page.side.show(True)
    view = page.side.preview
    dossier.qtbot.waitUntil(lambda: view.at_rest and bool(view.sheets.images), timeout=WAIT)
    page.fields.recorder.retype({"code": f"牛{RARE}", "text": f"牛{RARE}"})
    page.touched()
    dossier.qtbot.waitUntil(view.words.isVisible, timeout=WAIT)
    assert "U+323B5" in view.words.text()
    assert view.sheets.images


def test_a_character_without_a_face_is_one_press_away_from_a_declared_blank(
    dossier: Dossier, page: AgreementPage
) -> None:
    """It is named with its place; the blank stands in the record and on the paper."""
    page.fields.recorder.retype({"code": f"牛{RARE}", "text": f"牛{RARE}"})
    page.side.main.click()
    dossier.qtbot.waitUntil(lambda: isinstance(page.side.issuing.asked, MissingLetters), timeout=WAIT)
    asked = page.side.issuing.asked
    assert isinstance(asked, MissingLetters)
    assert any("U+323B5" in label.text() for label in asked.findChildren(QLabel))
    asked.buttons[0].click()
    issued(dossier, page, 1)
    agreement, paper = dossier.file.agreement, dossier.file.paper
    assert agreement is not None
    assert paper is not None
    assert agreement.blanks == (RARE,)
    assert RARE not in "".join(page_texts(content(dossier.seat, paper)))


def test_going_back_from_what_cannot_be_printed_issues_nothing(dossier: Dossier, page: AgreementPage) -> None:
    """The person corrects it instead; the button is there again."""
    page.fields.recorder.retype({"code": f"牛{RARE}", "text": f"牛{RARE}"})
    page.side.main.click()
    dossier.qtbot.waitUntil(lambda: page.side.issuing.asked is not None, timeout=WAIT)
    assert page.side.issuing.asked is not None
    page.side.issuing.asked.reject()
    assert page.side.main.text() == "制作协议书"
    assert dossier.file.paper is None


def test_a_changed_agreement_is_issued_again_knowingly(dossier: Dossier, page: AgreementPage) -> None:
    """第2稿 under the same number; the person is told what went out of the first."""
    page.side.main.click()
    issued(dossier, page, 1)
    assert page.side.main.text() == "去签署"
    page.fields.facts.retype("李㛃家卫生间渗漏，双方对损失没有异议。")
    page.touched()
    assert page.side.main.text() == "作废重打（第2稿）"
    page.side.main.click()
    dossier.qtbot.waitUntil(lambda: page.side.issuing.asked is not None, timeout=WAIT)
    asked = page.side.issuing.asked
    assert isinstance(asked, Ask)
    assert asked.go is not None
    asked.go.click()
    issued(dossier, page, 2)
    first, second = dossier.file.papers
    assert second.supersedes == first.id
    assert "第2稿" in comparable("".join(page_texts(content(dossier.seat, second))))


def test_without_a_printer_saving_is_offered(
    dossier: Dossier, page: AgreementPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Ctrl+P issues first; the dialog says that there is no printer, and the file saved is the paper, noted."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    page.at.print_paper()
    issued(dossier, page, 1)
    dossier.qtbot.waitUntil(lambda: page.side.dialog is not None)
    dialog = page.side.dialog
    assert dialog is not None
    assert any("没有连接打印机" in label.text() for label in dialog.findChildren(QLabel))
    target = tmp_path / "saved.pdf"
    dialog.save_to(target)
    dossier.qtbot.waitUntil(lambda: bool(dossier.file.printings))
    paper = dossier.file.paper
    assert paper is not None
    assert target.read_bytes() == content(dossier.seat, paper)
    dossier.qtbot.waitUntil(lambda: "已存成文件" in page.banner.sentence)


def test_a_printer_that_went_is_named_and_no_other_is_taken(
    dossier: Dossier, page: AgreementPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was there when the dialog opened; nothing is noted as printed."""
    names = ["办公室激光", "大厅打印机"]
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: list(names))
    paper = issue(dossier.seat, dossier.file)
    dialog = PrintDialog(dossier.seat, dossier.file, paper, page.window())
    dialog.open()
    assert dialog.copies.value() == 3
    dialog.printer.show("大厅打印机")
    names.remove("大厅打印机")
    dialog.go_button.click()
    dossier.qtbot.waitUntil(dialog.banner.isVisible)
    assert "大厅打印机" in dialog.banner.sentence
    assert dialog.isVisible()
    assert not dossier.file.printings
    dialog.reject()
    again = PrintDialog(dossier.seat, dossier.file, paper, page.window())
    again.open()
    assert "大厅打印机" in again.banner.sentence
    assert again.printer.value() == "办公室激光"
    again.reject()


def test_nothing_is_printed_on_no_copies(
    dossier: Dossier, page: AgreementPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty number of copies is asked for, not guessed."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["办公室激光"])
    paper = issue(dossier.seat, dossier.file)
    dialog = PrintDialog(dossier.seat, dossier.file, paper, page.window())
    dialog.open()
    dialog.copies.retype("")
    dialog.go_button.click()
    assert dialog.form.row(dialog.copies.widget).note.text()
    assert dialog.isVisible()
    dialog.reject()


def pressed(dossier: Dossier, page: AgreementPage) -> None:
    """Ctrl+E, wherever the keyboard is; a button pressed by its key goes down for a moment before it acts."""
    before = page.side.beside.opened
    held = QApplication.focusWidget()
    assert held is not None
    dossier.qtbot.keyClick(held, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dossier.qtbot.waitUntil(lambda: page.side.beside.opened != before)


def test_in_a_narrow_window_the_paper_takes_the_pages_place_and_gives_it_back(
    dossier: Dossier, page: AgreementPage
) -> None:
    """The same key shows it and puts it away; in a wide window both are seen and the right column gives way."""
    space = page.at
    space.resize(640, 560)
    dossier.qtbot.waitUntil(lambda: not page.side.beside.fits)
    pressed(dossier, page)
    assert page.side.beside.alone
    assert not page.sheet.isVisible()
    pressed(dossier, page)
    assert page.sheet.isVisible()
    assert not page.side.preview.isVisible()
    space.resize(1300, 700)
    dossier.qtbot.waitUntil(lambda: page.side.beside.fits)
    pressed(dossier, page)
    assert page.sheet.isVisible()
    assert page.side.preview.isVisible()
    assert not space.outlook.isVisible()
    pressed(dossier, page)
    assert space.outlook.isVisible()
