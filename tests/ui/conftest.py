"""Windows for tests: the application dressed as people see it, at 100 %, light."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.ui.app import prepare
from mediation_desk.ui.look.look import look
from mediation_desk.ui.reveal import reveal

_dressed: list[QApplication] = []


@pytest.fixture(autouse=True)
def _dress(qapp: QApplication) -> Iterator[None]:
    """Every test begins with the plain look and leaves no key held."""
    if not _dressed:
        prepare(qapp)
        _dressed.append(qapp)
    look().choose_dark(False)
    look().scale.choose(1.0)
    yield
    reveal().show(False)
