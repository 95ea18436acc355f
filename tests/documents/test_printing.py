"""A paper goes to the printer that was named, or to none."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from pytestqt.qtbot import QtBot
from tests.documents import agreement_cases

from mediation_desk.documents.agreement import render_agreement
from mediation_desk.documents.printing import print_pdf, printers
from mediation_desk.domain.problem import KnownProblem

PDF = render_agreement(agreement_cases.LEAK, draft=False)


def test_without_printers_a_sentence_says_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is sent anywhere, and nothing is lost."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    with pytest.raises(KnownProblem, match="No printer is connected"):
        print_pdf(PDF, "HP")


def test_a_printer_that_is_gone_is_named_and_no_other_is_taken(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A paper with names must not come out in the next room."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Reception", "HP LaserJet"])
    with pytest.raises(KnownProblem, match="The printer HP is not there"):
        print_pdf(PDF, "HP")


def test_fewer_dots_than_300_is_a_mistake_of_ours(qtbot: QtBot) -> None:
    """Rare characters need them."""
    with pytest.raises(ValueError, match="300"):
        print_pdf(PDF, "HP", dpi=150)


def test_the_list_is_the_systems(qtbot: QtBot) -> None:
    """Names as the system has them."""
    assert printers() == list(QPrinterInfo.availablePrinterNames())
