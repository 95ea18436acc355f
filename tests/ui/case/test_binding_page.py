"""The last page of the dossier: what a reviewer would find, the volume as one file, signed copies taken home."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.actions.dossier.told import told
from tests.ui.case.conftest import Dossier

from mediation_desk.actions.papers import content
from mediation_desk.documents.pages import Pages
from mediation_desk.ui.case.binding_page import BindingPage
from mediation_desk.ui.case.missing_line import MissingLine

WAIT = 60_000


@pytest.fixture
def page(dossier: Dossier) -> BindingPage:
    """Case 1 from the counter to the archive."""
    dossier.clock.now = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
    dossier.case_id = told(dossier.seat, "case1").case.id
    made = dossier.go(dossier.open(case=dossier.case_id), "binding")
    assert isinstance(made, BindingPage)
    return made


def test_the_dossier_is_bound_into_one_file_that_says_what_it_has(
    dossier: Dossier, page: BindingPage, tmp_path: Path
) -> None:
    """In the background; what was not issued is issued, what is not scanned is said; the list is shorter afterwards."""
    before = page.checks.found
    assert before
    target = tmp_path / "volume.pdf"
    page.bind_to("dossier", target)
    assert page.working.isVisible()
    dossier.qtbot.waitUntil(lambda: not page.working.busy, timeout=WAIT)
    dossier.rest(page.at)
    with Pages(target.read_bytes()) as pages:
        assert f"共{len(pages)}页" in page.banner.sentence
    assert page.unscanned.isVisible()
    assert page.checks.found is not None
    assert len([c for c in page.checks.found if "必须" in str(c.what) or "must" in str(c.what)]) < len(before)
    assert dossier.file.papers


def test_stopped_it_leaves_no_half_of_a_file(dossier: Dossier, page: BindingPage, tmp_path: Path) -> None:
    """The button beside the bar; the page can bind again."""
    target = tmp_path / "volume.pdf"
    page.bind_to("dossier", target)
    page.working.stop.click()
    dossier.qtbot.waitUntil(lambda: not page.working.busy, timeout=WAIT)
    dossier.rest(page.at)
    assert not target.exists()
    assert page.main.isEnabled()


def test_a_stack_of_scans_finds_its_papers(dossier: Dossier, page: BindingPage, tmp_path: Path) -> None:
    """By the code in the foot; a sheet that names nothing says so, by its place and not by its file's name."""
    paper = dossier.file.paper
    assert paper is not None
    scan = tmp_path / "张三.pdf"
    scan.write_bytes(content(dossier.seat, paper))
    page.attach([scan])
    dossier.qtbot.waitUntil(lambda: bool(dossier.file.signed_copies), timeout=WAIT)
    dossier.rest(page.at)
    assert "1份文书已附上签字件" in page.banner.sentence
    (copy,) = dossier.file.signed_copies
    assert copy.paper_id == paper.id


def test_what_was_found_is_one_press_from_where_it_is_put_right(dossier: Dossier, page: BindingPage) -> None:
    """The line about the second piece of evidence opens the second piece."""
    line = next(one for one in page.findChildren(MissingLine) if "证据2：没有扫描件" in one.text())
    line.click()
    space = page.at
    dossier.qtbot.waitUntil(lambda: space.here is not None and space.here.kind == "evidence")
    assert space.here is not None
    assert space.here.item == dossier.file.evidence[1].id


def test_the_right_column_checks_as_one_goes(dossier: Dossier, page: BindingPage) -> None:
    """With its ground, and the rest one press away; F6 goes to the first of it."""
    lines = page.at.outlook.findChildren(MissingLine)
    assert any("看全部" in line.text() for line in lines)
    page.at.outlook.press_next()
    dossier.qtbot.waitUntil(lambda: page.at.here is not None and page.at.here.kind != "binding")
