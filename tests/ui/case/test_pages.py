"""What each page does for the person who fills it in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.case.conftest import Dossier
from tests.ui.case.desks import first_case, joined

from mediation_desk.actions.case_file import load
from mediation_desk.actions.cases import blank, register
from mediation_desk.actions.drafts import drafts_left
from mediation_desk.actions.scans import scan
from mediation_desk.domain.records import Agent
from mediation_desk.domain.roles import AUDITOR, REGISTRAR
from mediation_desk.ui.case.claims_page import ClaimsPage
from mediation_desk.ui.case.evidence_page import EvidencePage
from mediation_desk.ui.case.item_page import ItemPage
from mediation_desk.ui.case.missing_line import MissingLine
from mediation_desk.ui.case.page import Page
from mediation_desk.ui.case.page_kind import Address
from mediation_desk.ui.case.party_page import PartyPage


def new_party(dossier: Dossier, qtbot: QtBot) -> PartyPage:
    """The page of one more party."""
    space = dossier.open()
    first = dossier.go(space, "parties")
    assert isinstance(first, PartyPage)
    first.add_one()
    qtbot.waitUntil(lambda: space.page is not first)
    assert isinstance(space.page, PartyPage)
    return space.page


def typed(qtbot: QtBot, page: Page, name: str, text: str) -> None:
    """Type into a field and leave it."""
    binding = next(b.fields[name] for b in page.bounds if name in b.fields)
    binding.widget.setFocus()
    binding.widget.selectAll()
    qtbot.keyClicks(binding.widget, text)
    binding.settle()


def test_an_identity_number_fills_sex_and_birth(dossier: Dossier, qtbot: QtBot) -> None:
    """The number of 周敏𬱖 says she is a woman born in 1990; she is 36 on the day."""
    page = new_party(dossier, qtbot)
    typed(qtbot, page, "document_number", "41081119900501404x")
    value = page.subject.value()
    assert value.document_number == "41081119900501404X"
    assert (value.sex, value.born_on) == ("2", date(1990, 5, 1))


def test_a_wrong_check_digit_warns_and_is_kept(dossier: Dossier, qtbot: QtBot) -> None:
    """Elders do hold wrong cards: the number stays as it is, with a remark beneath."""
    page = new_party(dossier, qtbot)
    typed(qtbot, page, "document_number", "410811199005014041")
    assert page.subject.value().document_number == "410811199005014041"
    assert page.form.row(page.subject.fields["document_number"].widget).note.text()


def test_sex_and_birth_say_nothing_about_the_number(dossier: Dossier, qtbot: QtBot) -> None:
    """What is corrected by hand stays, and the number with it."""
    page = dossier.go(dossier.open(), "parties")
    before = dossier.file.parties[0].subject
    typed(qtbot, page, "born_on", "19680313")
    dossier.saved(page.at)
    after = dossier.file.parties[0].subject
    assert after.born_on == date(1968, 3, 13)
    assert (after.document_number, after.sex) == (before.document_number, before.sex)


def test_a_party_without_a_name_is_not_written_and_its_draft_is_found_again(dossier: Dossier, qtbot: QtBot) -> None:
    """Leaving the page keeps what was typed; going back to the parties finds it in the strip."""
    page = new_party(dossier, qtbot)
    typed(qtbot, page, "address", "Somewhere")
    item = page.item
    dossier.go(page.at, "claims")
    assert len(dossier.file.parties) == 2
    again = dossier.go(dossier.open(), "parties", item)
    assert isinstance(again, ItemPage) and again.fresh
    assert dossier.binding(again, "address").value() == "Somewhere"
    typed(qtbot, again, "name", "Zhao")
    dossier.saved(again.at)
    assert [p.name for p in dossier.file.parties][-1] == "Zhao"
    assert drafts_left(dossier.seat) == []


def test_one_person_stays_one_over_many_cases(dossier: Dossier, qtbot: QtBot) -> None:
    """Somebody who was a party before is offered by his number, and the case then points to the same subject."""
    before = dossier.file.parties[0].subject
    case_id = register(dossier.seat, blank(dossier.seat, dossier.file.case.centre_id)).id
    space = dossier.open(case=case_id)
    page = dossier.go(space, "parties")
    typed(qtbot, page, "document_number", before.document_number)
    qtbot.waitUntil(page.banner.isVisible)
    assert before.name in page.banner.sentence and before.document_number not in page.banner.sentence
    next(b for b in page.banner.findChildren(QPushButton) if b.text() == "是同一人").click()
    page.keep_now()
    again = dossier.open(case=case_id)
    assert again.page is not None and dossier.binding(again.page, "address").value() == before.address
    dossier.saved(again)
    assert [p.subject for p in load(dossier.seat, case_id).parties] == [before]


def test_a_fellow_party_as_agent(dossier: Dossier, qtbot: QtBot) -> None:
    """In case 2 four workers give authority to the fifth: he is chosen by name and joined by identity."""
    case_id = first_case(dossier.seat, "case2")
    file = load(dossier.seat, case_id)
    fellow = next(p for p in file.parties if p.name == "杨犇")
    space = dossier.open(case=case_id)
    page = dossier.go(space, "parties", fellow.party.id)
    page = dossier.go(space, "parties", file.parties[-1].party.id)
    assert isinstance(page, PartyPage)
    agents = page.party.fields["agents"].widget
    agents.add_button.click()
    row = agents.rows[-1]
    row.name.setText("杨犇")
    row.name.textEdited.emit("杨犇")
    row.authority.picks[1].click()
    dossier.saved(space)
    written = load(dossier.seat, case_id).parties[-1].party.agents[-1]
    assert written == Agent("杨犇", authority="special", party_id=fellow.party.id)


def test_parties_can_be_put_in_another_order(dossier: Dossier, qtbot: QtBot) -> None:
    """Papers name them in the order of the list."""
    space = dossier.open()
    page = dossier.go(space, "parties", dossier.file.parties[1].party.id)
    earlier = next(b for b in page.findChildren(type(space.head.print_button)) if b.accessibleName() == "往前排")
    before = [p.name for p in dossier.file.parties]
    earlier.click()
    qtbot.waitUntil(lambda: [p.name for p in dossier.file.parties] == before[::-1])


def test_claims_are_added_ordered_and_summed(dossier: Dossier, qtbot: QtBot) -> None:
    """The sum stands beneath in figures and in capital numerals; a row without words is not written."""
    space = dossier.open()
    page = dossier.go(space, "claims")
    assert isinstance(page, ClaimsPage)
    page.focus_field()
    qtbot.keyClick(
        page.rows[0].text.widget, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: len(page.rows) == 3)
    qtbot.keyClicks(page.rows[2].text.widget, "Costs")
    qtbot.keyClicks(page.rows[2].amount.widget, "100.5")
    page.rows[2].amount.settle()
    words = next(w.text() for w in page.findChildren(type(page.title)) if "合计" in w.text())
    assert "6,107.64" in words and "人民币陆仟壹佰零柒元陆角肆分" in words
    page.rows[2].up.emit(page.rows[2])
    page._add_and_go()
    dossier.saved(space)
    claims = dossier.file.claims
    assert [(c.position, c.amount) for c in claims] == [(0, None), (1, 10050), (2, 600714)]


def test_a_list_of_claims_comes_back_as_it_was_typed(dossier: Dossier, qtbot: QtBot) -> None:
    """Order, a new row and a row taken out are all in the draft."""
    space = dossier.open()
    page = dossier.go(space, "claims")
    assert isinstance(page, ClaimsPage)
    page._add_and_go()
    qtbot.keyClicks(page.rows[-1].text.widget, "Costs")
    page.rows[0].removed.emit(page.rows[0])
    page.rows[-1].up.emit(page.rows[-1])
    page.keep_now()
    again = dossier.open().page
    assert isinstance(again, ClaimsPage)
    assert [r.text.value() for r in again.rows] == ["Costs", "赔偿天花板、衣柜损失"]
    dossier.saved(again.at)
    assert [c.text for c in dossier.file.claims] == ["Costs", "赔偿天花板、衣柜损失"]


def test_scans_are_taken_in_encrypted_and_other_files_refused(dossier: Dossier, qtbot: QtBot, tmp_path: Path) -> None:
    """A photograph is stored before the record names it; a file that is no scan is refused by what it holds."""
    photo, other = tmp_path / "photo.png", tmp_path / "letter.pdf"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(photo))
    other.write_bytes(b"not a paper")
    space = dossier.open()
    page = dossier.go(space, "evidence")
    assert isinstance(page, EvidencePage)
    page.scans.scans.take_in([photo, other])
    qtbot.waitUntil(lambda: len(page.scans.value()) == 1)
    assert "没有收进来" in page.form.row(page.scans.widget).note.text()
    dossier.saved(space)
    digest = dossier.file.evidence[0].blobs[0]
    assert scan(dossier.seat, digest).content == photo.read_bytes()


def test_a_meeting_begins_with_what_the_case_knows_and_can_be_taken_out(dossier: Dossier, qtbot: QtBot) -> None:
    """One more meeting: place, mediators and parties are there; taking it out can be undone with one key."""
    space = dossier.open()
    page = dossier.go(space, "meetings")
    assert isinstance(page, ItemPage)
    page.add_one()
    qtbot.waitUntil(lambda: space.page is not page)
    fresh = space.page
    assert isinstance(fresh, ItemPage)
    typed(qtbot, fresh, "at", "0910 0930")
    typed(qtbot, fresh, "minutes", "Third")
    dossier.saved(space)
    meeting = dossier.file.meetings[-1]
    assert len(meeting.present_ids) == 2 and meeting.place == "木城街道调解点"
    fresh._take_out()
    qtbot.waitUntil(lambda: len(dossier.file.meetings) == 2 and space.page is not fresh)
    dossier.rest(space)
    space.undo()
    qtbot.waitUntil(lambda: len(dossier.file.meetings) == 3)


@pytest.mark.parametrize(
    ("role", "kind", "locked"), [(AUDITOR, "case", True), (REGISTRAR, "case", False), (REGISTRAR, "meetings", True)]
)
def test_a_page_one_may_not_write_is_only_read(dossier: Dossier, role: str, kind: str, locked: bool) -> None:
    """An auditor writes nothing, a registrar no meetings: the fields say so before anything is typed."""
    space = dossier.open(joined(dossier.seat, "吴审计", role))
    page = dossier.go(space, kind)
    assert page.locked is locked
    assert all(b.locked is locked for bound in page.bounds for b in bound.fields.values())


def test_what_is_missing_leads_to_its_field(dossier: Dossier, qtbot: QtBot) -> None:
    """One press on a line at the right opens the page and puts the keyboard into the field."""
    space = dossier.open()
    page = dossier.go(space, "meetings", dossier.file.meetings[0].id)
    dossier.binding(page, "minutes").widget.selectAll()
    qtbot.keyClick(dossier.binding(page, "minutes").widget, Qt.Key.Key_Delete)
    dossier.saved(space)
    dossier.go(space, "claims")
    line = next(x for x in space.outlook.findChildren(MissingLine) if "未写记录" in x.text())
    line.click()
    qtbot.waitUntil(lambda: space.here == Address("meetings", dossier.file.meetings[0].id))
    assert space.page is not None
    assert dossier.binding(space.page, "minutes").widget.hasFocus()
