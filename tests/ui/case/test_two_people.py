"""Two people at one case: what the other writes appears, and where both wrote the same, the person decides."""

from __future__ import annotations

import dataclasses

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.case.conftest import Dossier
from tests.ui.case.desks import joined, opened, seated

from mediation_desk.actions.case_file import load
from mediation_desk.actions.cases import amend_case
from mediation_desk.actions.dossier import remove_inquiry, remove_meeting, save_inquiry
from mediation_desk.actions.drafts import drafts_left
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.roles import MEDIATOR
from mediation_desk.records.history import of_record
from mediation_desk.ui.case.page import Page
from mediation_desk.ui.case.page_kind import Address
from mediation_desk.ui.case.stale import StalePanel

OTHER = "王秀梅"


def write_place(seat: Seat, dossier: Dossier, place: str) -> None:
    """Somebody else writes where the inquiry was held."""
    file = load(seat, dossier.case_id)
    was = file.inquiries[0]
    save_inquiry(seat, file.case, (dataclasses.replace(was, place=place), was))


def clash(dossier: Dossier, qtbot: QtBot) -> tuple[Page, StalePanel]:
    """I type a place, somebody else writes another one, I save."""
    space = dossier.open()
    page = dossier.go(space, "inquiries")
    place = dossier.binding(page, "place").widget
    place.clear()
    qtbot.keyClicks(place, "Mine")
    write_place(joined(dossier.seat, OTHER, MEDIATOR), dossier, "Theirs")
    space.save()
    qtbot.waitUntil(lambda: page.findChild(StalePanel) is not None)
    panel = page.findChild(StalePanel)
    assert panel is not None
    return page, panel


def press(panel: StalePanel, words: str) -> None:
    """Press the button with these words."""
    next(b for b in panel.findChildren(QPushButton) if b.text() == words).click()


def test_what_another_window_writes_appears_where_nobody_types(dossier: Dossier, qtbot: QtBot) -> None:
    """A page shows the record as it is, at once, without being opened again."""
    space = dossier.open()
    page = dossier.go(space, "inquiries")
    write_place(dossier.seat, dossier, "Yard")
    qtbot.waitUntil(lambda: dossier.binding(page, "place").value() == "Yard")
    assert not page.dirty


def test_what_another_process_writes_appears_too(dossier: Dossier, qtbot: QtBot) -> None:
    """A command on the same desk, or a second window, is noticed by looking at the file."""
    space = dossier.open()
    page = dossier.go(space, "inquiries")
    with opened(dossier.folder, dossier.clock) as elsewhere:
        write_place(seated(elsewhere), dossier, "Yard")
    dossier.watch.look()
    qtbot.waitUntil(lambda: dossier.binding(page, "place").value() == "Yard")


def test_the_window_is_told_once_of_its_own_changes(dossier: Dossier, qtbot: QtBot) -> None:
    """Lists are not read twice for one change."""
    told: list[object] = []
    dossier.watch.wrote.connect(told.append)
    write_place(dossier.seat, dossier, "Yard")
    qtbot.waitUntil(lambda: len(told) == 1)
    dossier.watch.look()
    assert len(told) == 1


def test_other_fields_of_one_record_do_not_clash(dossier: Dossier, qtbot: QtBot) -> None:
    """Place and recorder are different things: both stand."""
    space = dossier.open()
    page = dossier.go(space, "inquiries")
    qtbot.keyClicks(dossier.binding(page, "present").widget, "Zhao")
    write_place(joined(dossier.seat, OTHER, MEDIATOR), dossier, "Yard")
    qtbot.waitUntil(lambda: dossier.binding(page, "place").value() == "Yard")
    dossier.saved(space)
    inquiry = dossier.file.inquiries[0]
    assert (inquiry.place, inquiry.present) == ("Yard", "Zhao")


def test_both_values_are_shown_by_name_and_time(dossier: Dossier, qtbot: QtBot) -> None:
    """Nothing is written before the person has seen both and chosen; what is typed stays, as a draft as well."""
    page, panel = clash(dossier, qtbot)
    words = " ".join(label.text() for label in panel.findChildren(type(page.title)))
    assert "Mine" in words
    assert "Theirs" in words
    assert any(who.startswith(f"{OTHER} 09-08 09:30") for who in panel.authors)
    assert dossier.file.inquiries[0].place == "Theirs"


def test_mine_stands_and_theirs_stays_in_the_history(dossier: Dossier, qtbot: QtBot) -> None:
    """用我的: written upon theirs, which the history keeps."""
    page, panel = clash(dossier, qtbot)
    press(panel, "用我的")
    qtbot.waitUntil(lambda: not page.dirty and not page.saving.busy)
    inquiry = dossier.file.inquiries[0]
    assert inquiry.place == "Mine"
    with dossier.seat.read() as reader:
        values = [e.new for e in of_record(reader.connection, inquiry.id, "place")]
    assert values == ["现场", "Theirs", "Mine"]


def test_theirs_stands(dossier: Dossier, qtbot: QtBot) -> None:
    """用他的: the page shows it, nothing is written, the draft goes."""
    page, panel = clash(dossier, qtbot)
    press(panel, "用他的")
    qtbot.waitUntil(lambda: not page.dirty and not page.saving.busy)
    assert dossier.binding(page, "place").value() == "Theirs"
    assert dossier.file.inquiries[0].place == "Theirs"
    assert drafts_left(dossier.seat) == []


def test_it_can_be_written_anew(dossier: Dossier, qtbot: QtBot) -> None:
    """重新填: back on the page, the keyboard in the field, and the next saving is judged against what was seen."""
    page, panel = clash(dossier, qtbot)
    press(panel, "重新填")
    place = dossier.binding(page, "place").widget
    qtbot.waitUntil(place.hasFocus)
    place.clear()
    qtbot.keyClicks(place, "Both")
    dossier.saved(page.at)
    assert dossier.file.inquiries[0].place == "Both"


def test_a_page_one_types_into_says_that_it_moved(dossier: Dossier, qtbot: QtBot) -> None:
    """Before saving already, one is told that the same field was just written by someone else."""
    space = dossier.open()
    page = dossier.go(space, "case")
    facts = dossier.binding(page, "facts").widget
    qtbot.keyClicks(facts, "x")
    case = dossier.file.case
    amend_case(joined(dossier.seat, OTHER, MEDIATOR), dataclasses.replace(case, facts="Other facts"), case)
    qtbot.waitUntil(lambda: "纠纷简要情况" in page.banner.sentence)
    assert dossier.binding(page, "facts").value().startswith("x")


def test_a_page_taken_out_by_someone_else_keeps_what_i_typed(dossier: Dossier, qtbot: QtBot) -> None:
    """It cannot be saved any more, says so, and can be left as a draft; from the draft it is written as a new one."""
    space = dossier.open()
    page = dossier.go(space, "inquiries")
    qtbot.keyClicks(dossier.binding(page, "present").widget, "Zhao")
    file = dossier.file
    remove_inquiry(joined(dossier.seat, OTHER, MEDIATOR), file.case, file.inquiries[0])
    qtbot.waitUntil(page.banner.isVisible)
    space.go(Address("claims"))
    qtbot.waitUntil(lambda: page.mark.text() == "尚未存下")
    assert space.page is page
    page.banner.findChildren(QPushButton)[0].click()
    qtbot.waitUntil(lambda: space.page is not page)
    again = dossier.go(space, "inquiries")
    assert dossier.binding(again, "present").value() == "Zhao"
    dossier.saved(space)
    assert [i.present for i in dossier.file.inquiries] == ["Zhao"]
    assert drafts_left(dossier.seat) == []


def test_a_page_taken_out_by_someone_else_closes_when_nothing_was_typed(dossier: Dossier, qtbot: QtBot) -> None:
    """There is nothing left to show but the other ones."""
    space = dossier.open()
    page = dossier.go(space, "meetings")
    file = dossier.file
    remove_meeting(joined(dossier.seat, OTHER, MEDIATOR), file.case, file.meetings[-1])
    qtbot.waitUntil(lambda: space.page is not page)
    assert space.here == Address("meetings", file.meetings[0].id)


def test_saving_again_before_deciding_shows_the_same_once(dossier: Dossier, qtbot: QtBot) -> None:
    """A second Ctrl+S decides nothing and adds nothing; what stands is still asked."""
    page, panel = clash(dossier, qtbot)
    page.at.save()
    qtbot.waitUntil(lambda: page.findChild(StalePanel) is not panel and page.findChild(StalePanel) is not None)
    dossier.rest(page.at)
    assert len(page.findChildren(StalePanel)) == 1
    assert dossier.file.inquiries[0].place == "Theirs"
    press(page.findChildren(StalePanel)[0], "用我的")
    qtbot.waitUntil(lambda: dossier.file.inquiries[0].place == "Mine")
