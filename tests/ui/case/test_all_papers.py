"""Every paper of a case from its window: shown, issued by keyboard, what it lacks one press away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from tests.actions.dossier.told import told
from tests.ui.case.conftest import Dossier
from tests.ui.case.hands import CTRL, Hands

from mediation_desk.actions.paper_slots import all_slots, paper_in
from mediation_desk.actions.papers import content
from mediation_desk.documents.check import comparable, page_texts
from mediation_desk.ui.case.item_page import ItemPage
from mediation_desk.ui.case.missing_line import MissingLine
from mediation_desk.ui.case.page_papers import OF_PAGE
from mediation_desk.ui.case.pages import kind_of
from mediation_desk.ui.case.paper_words import name_of
from mediation_desk.ui.case.papers_page import PapersPage
from mediation_desk.ui.case.workspace import Workspace

WAIT = 60_000


@pytest.fixture
def second(dossier: Dossier) -> Dossier:
    """Case 2 after its agreement took effect."""
    dossier.case_id = told(dossier.seat, "case2").case.id
    return dossier


def opened(dossier: Dossier) -> tuple[Workspace, PapersPage]:
    """The page of all papers."""
    space = dossier.open(case=dossier.case_id)
    page = dossier.go(space, "papers")
    assert isinstance(page, PapersPage)
    dossier.qtbot.waitUntil(page.list.hasFocus)
    return space, page


def test_each_kind_is_issued_from_the_list_by_keyboard(second: Dossier) -> None:
    """Down to it, Enter shows it, Enter on its button issues it: every kind the case has, nothing touched by mouse."""
    space, page = opened(second)
    hands = Hands(second.qtbot)
    ready = [n for n, slot in enumerate(page.slots) if paper_in(second.file, slot) is None]
    first_of_kind = {page.slots[n].kind: n for n in reversed(ready)}
    assert len(first_of_kind) > 12
    for kind, place in sorted(first_of_kind.items(), key=lambda pair: pair[1]):
        page.list.setFocus()
        hands.press(Qt.Key.Key_Home)
        for _step in range(place):
            hands.press(Qt.Key.Key_Down)
        hands.enter()
        second.qtbot.waitUntil(lambda: page.card.issue_button.hasFocus(), timeout=WAIT)
        hands.enter()
        second.qtbot.waitUntil(partial(issued, second, kind), timeout=WAIT)
        second.qtbot.waitUntil(lambda: not page.card.busy and space.at_rest and page.card.print_button.hasFocus())
    assert {p.paper_kind for p in second.file.papers} >= set(first_of_kind)


def issued(dossier: Dossier, kind: str) -> bool:
    """Whether there is a paper of a kind."""
    return any(p.paper_kind == kind for p in dossier.file.papers)


def test_all_the_dossier_needs_is_issued_at_one_press(second: Dossier) -> None:
    """Ctrl+Enter; what is kept aside (a longer period, a false mediation) is not made up."""
    space, page = opened(second)
    Hands(second.qtbot).press(Qt.Key.Key_Return, CTRL)
    second.qtbot.waitUntil(lambda: issued(second, "volume_notes") and not page.working.busy, timeout=WAIT)
    second.rest(space)
    kinds = {p.paper_kind for p in second.file.papers}
    assert {"identity", "rights", "meeting", "attorney", "confirmation", "hosted"} <= kinds
    assert "extension" not in kinds
    assert page.main.isHidden()


def test_what_a_kind_lacks_goes_to_its_page(second: Dossier) -> None:
    """A line under the list is the way to the form that nobody would look for."""
    space, page = opened(second)
    line = next(one for one in page.findChildren(MissingLine) if "没有登记终止调解" in one.text())
    line.setFocus()
    Hands(second.qtbot).enter()
    second.qtbot.waitUntil(lambda: space.here is not None and space.here.kind == "terminations")
    assert "terminations" in space.contents.keys


@pytest.mark.parametrize("key", [k for k in OF_PAGE if k in ("case", "parties", "meetings", "mandates", "volumes")])
def test_a_page_shows_its_own_paper_and_issues_what_is_typed(second: Dossier, key: str) -> None:
    """Ctrl+E shows it beside the page, Ctrl+I saves and issues it; the file says what the page says."""
    space = second.open(case=second.case_id)
    if space.here is None or space.here.kind != key:
        second.go(space, key)
    page = space.page
    assert page is not None
    hands = Hands(second.qtbot)
    page.focus_field()
    hands.press(Qt.Key.Key_E, CTRL)
    second.qtbot.waitUntil(lambda: page.papers is not None and page.papers.opened)
    assert page.papers is not None
    card = page.papers.card
    assert card is not None
    second.qtbot.waitUntil(lambda: card.preview.at_rest and bool(card.preview.sheets.images), timeout=WAIT)
    before = len(second.file.papers)
    hands.press(Qt.Key.Key_I, CTRL)
    second.qtbot.waitUntil(lambda: len(second.file.papers) == before + 1, timeout=WAIT)
    second.rest(space)
    paper = second.file.papers[-1]
    assert paper.paper_kind in OF_PAGE[key]
    assert "张喆" in comparable("".join(page_texts(content(second.seat, paper))))
    if isinstance(page, ItemPage):
        assert not page.fresh


def test_the_paper_follows_what_is_typed_on_its_page(second: Dossier) -> None:
    """A visit that was never saved is on the paper beside it already."""
    space = second.open(case=second.case_id)
    page = second.go(space, "follow_ups")
    second.binding(page, "situation").retype("工资已经全部付清，三人都满意。")
    page.touched()
    assert page.papers is not None
    page.papers.follow()
    page.papers.show(True)
    card = page.papers.card
    assert card is not None
    second.qtbot.waitUntil(
        lambda: (
            card.preview.at_rest
            and card.preview._laid is not None
            and "三人都满意" in comparable("".join(page_texts(card.preview._laid.pdf)))
        ),
        timeout=WAIT,
    )
    assert not second.file.follow_ups


def test_a_page_on_which_nothing_is_written_issues_nothing(second: Dossier) -> None:
    """A form that was only looked at has no record: its paper would stand for nothing."""
    space = second.open(case=second.case_id)
    page = second.go(space, "disclosures")
    assert page.papers is not None
    page.papers.show(True)
    card = page.papers.card
    assert card is not None
    before = len(second.file.papers)
    card.issue()
    second.qtbot.waitUntil(lambda: "还没有写" in page.banner.sentence, timeout=WAIT)
    second.rest(space)
    assert len(second.file.papers) == before
    assert not second.file.disclosures


def test_the_signed_copy_is_attached_and_said(second: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Printed and not scanned says so; once its scan is there, the list does too."""
    space, page = opened(second)
    slot = next(s for s in all_slots(second.file) if s.kind == "agreement")
    paper = paper_in(second.file, slot)
    assert paper is not None
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(content(second.seat, paper))
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    page.focus_field("agreement")
    second.qtbot.waitUntil(lambda: page.beside.opened)
    page.card.attach([scan])
    second.qtbot.waitUntil(lambda: bool(second.file.signed_copies), timeout=WAIT)
    second.rest(space)
    shown = next(e for e in page.list.entries if e.text == name_of(slot))
    assert shown.detail == "已附签字件"


def test_every_kind_of_a_page_is_named_by_a_page_there_is() -> None:
    """A kind at a page that does not exist would never be seen."""
    assert all(kind_of(key) is not None for key in OF_PAGE)
