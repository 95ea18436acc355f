"""Blank forms from this desk's page: for the hand, with numbers that no other case gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from pytestqt.qtbot import QtBot
from tests.ui.case.desks import Clock, new_desk, seated

from mediation_desk.documents.check import comparable, page_texts
from mediation_desk.domain.records import BlankForm
from mediation_desk.ui.pages.desk_blank import BlankSection

WAIT = 30_000


def test_a_numbered_form_is_saved_and_its_number_leased(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two forms bear two numbers, each on its paper, and both are said; a further form takes one that was leased."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    desk = new_desk(tmp_path / "desk", Clock())
    seat = seated(desk)
    centre = seat.centres()[0].id
    section = BlankSection(seat, centre)
    qtbot.addWidget(section)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    place = next(n for n, e in enumerate(section.list.entries) if e.key == "registration")
    section.list.step(place - section.list.currentIndex().row())
    texts = []
    for number in range(2):
        qtbot.keyClick(section.list, Qt.Key.Key_Return)
        assert section.asked is not None
        target = tmp_path / f"{number}.pdf"
        with qtbot.waitSignal(section.asked.made, timeout=WAIT):
            section.asked.save_to(target)
        texts.append(comparable("".join(page_texts(target.read_bytes()))))
    with seat.read() as reader:
        forms = reader.find(BlankForm, centre_id=centre)
    first, second = (form.number for form in forms)
    assert first != second
    assert comparable(first) in texts[0]
    assert comparable(second) in texts[1]
    assert second in section.banner.sentence
    section.ask("rights")
    assert section.asked is not None
    section.asked.number.show(first)
    with qtbot.waitSignal(section.asked.made, timeout=WAIT):
        section.asked.save_to(tmp_path / "rights.pdf")
    assert comparable(first) in comparable("".join(page_texts((tmp_path / "rights.pdf").read_bytes())))
    desk.close()
