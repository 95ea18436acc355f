"""Nothing typed is lost: drafts within two seconds, commits on leaving and on Ctrl+S, and both come back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.case.conftest import Dossier
from tests.ui.case.desks import opened, seated

from mediation_desk.actions.drafts import drafts_left
from mediation_desk.actions.undoing import undo_last
from mediation_desk.ui.case.page_kind import Address


def test_what_is_typed_becomes_a_draft_and_is_back_after_a_crash(dossier: Dossier, qtbot: QtBot) -> None:
    """The process dies while one types; the next one shows what was typed, says so, and commits it when asked."""
    space = dossier.open()
    page = dossier.go(space, "meetings")
    minutes = dossier.binding(page, "minutes").widget
    minutes.setFocus()
    qtbot.keyClicks(minutes, "Added 7")
    qtbot.waitUntil(lambda: bool(drafts_left(dossier.seat)), timeout=2000)
    with opened(dossier.folder, dossier.clock) as again:
        left = drafts_left(seated(again))
    assert [d.page for d in left] == [f"case:{dossier.case_id}/meeting:{page.item}"]

    after = dossier.open()
    assert after.here == Address("meetings", page.item)
    assert after.page is not None
    back = dossier.binding(after.page, "minutes")
    assert back.value().startswith("Added 7")
    assert after.page.banner.isVisible()
    dossier.saved(after)
    assert dossier.file.meetings[-1].minutes == back.value()
    assert drafts_left(dossier.seat) == []


def test_a_draft_that_is_given_up_is_gone(dossier: Dossier, qtbot: QtBot) -> None:
    """放弃 shows the record again and forgets the draft."""
    space = dossier.open()
    page = dossier.go(space, "inquiries")
    qtbot.keyClicks(dossier.binding(page, "place").widget, "x")
    page.keep_now()
    back = dossier.open()
    assert back.page is not None and back.page.dirty
    back.page.give_up()
    dossier.rest(back)
    assert not back.page.dirty
    assert drafts_left(dossier.seat) == []
    assert dossier.binding(back.page, "place").value() == dossier.file.inquiries[0].place


def test_leaving_a_page_commits_it(dossier: Dossier, qtbot: QtBot) -> None:
    """Going to another page writes this one, as one unit that can be undone."""
    space = dossier.open()
    page = dossier.go(space, "inquiries")
    place = dossier.binding(page, "place").widget
    place.setText("")
    qtbot.keyClicks(place, "Yard")
    dossier.go(space, "claims")
    assert dossier.file.inquiries[0].place == "Yard"
    undo_last(dossier.seat)
    assert dossier.file.inquiries[0].place == "现场"


def test_ctrl_s_saves_and_says_when(dossier: Dossier, qtbot: QtBot) -> None:
    """The mark above the page says what is safe and since when."""
    space = dossier.open()
    page = dossier.go(space, "inquiries")
    place = dossier.binding(page, "place").widget
    place.setFocus()
    qtbot.keyClicks(place, "1")
    assert page.mark.text() == "正在写…"
    with qtbot.waitSignal(page.settled):
        qtbot.keyClick(place, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.mark.text().startswith("已存 09:30:")
    dossier.rest(space)


def test_a_day_that_cannot_be_read_stays_and_the_rest_is_saved(dossier: Dossier, qtbot: QtBot) -> None:
    """A half-typed day never erases the one in the record, and is itself kept as a draft."""
    space = dossier.open()
    page = dossier.go(space, "case")
    accepted, report = dossier.binding(page, "accepted_on"), dossier.binding(page, "people")
    accepted.widget.selectAll()
    qtbot.keyClicks(accepted.widget, "soon")
    report.widget.selectAll()
    qtbot.keyClicks(report.widget, "3")
    before = dossier.file.case
    dossier.saved(space)
    assert dossier.file.case.accepted_on == before.accepted_on
    assert dossier.file.case.people == 3
    assert page.mark.text() == "尚未存下"
    assert accepted.widget.text() == "soon"
    dossier.go(space, "claims")
    again = dossier.go(space, "case")
    assert dossier.binding(again, "accepted_on").widget.text() == "soon"


def test_opening_and_leaving_writes_nothing(dossier: Dossier) -> None:
    """Looking at every page of a case leaves no trace in its record."""
    space = dossier.open()
    before = dossier.file
    for kind in ("case", "claims", "parties", "inquiries", "evidence", "meetings"):
        page = dossier.go(space, kind)
        assert not page.dirty, kind
    dossier.go(space, "case")
    assert dossier.file == before
    assert drafts_left(dossier.seat) == []


def test_the_keyboard_stays_where_one_goes(dossier: Dossier) -> None:
    """A page that opens has the keyboard in its first field."""
    space = dossier.open()
    page = dossier.go(space, "inquiries")
    assert page.isAncestorOf(QApplication.focusWidget())
