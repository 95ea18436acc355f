"""What holds for every test: windows are drawn off the screen, Chinese is spoken, no desk of this machine is touched."""

from __future__ import annotations

import os

import pytest

from mediation_desk.reference.language import CHINESE, choose

pytest_plugins = ("tests.desk_fixtures",)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name in ("MEDIATION_DESK_PROFILE", "MEDIATION_DESK_PASSPHRASE_FILE"):
    os.environ.pop(_name, None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--kills N``: how often each test of a killed process kills it; ``make faults`` asks for 50."""
    parser.addoption("--kills", type=int, default=5)


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    """How many times to kill."""
    return int(request.config.getoption("--kills"))


@pytest.fixture(autouse=True)
def _chinese() -> None:
    """A test that chose English leaves no English behind."""
    choose(CHINESE)
