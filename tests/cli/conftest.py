"""A caller for the tests of the command line."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from tests.cli.called import Caller
from tests.desk_fixtures import CHEAP

from mediation_desk.actions import set_up


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Caller:
    """Calls on a folder that has no desk yet; the hashes of its first passwords are cheap to make."""
    monkeypatch.setattr(set_up, "set_up", partial(set_up.set_up, cost=CHEAP))
    return Caller(tmp_path, capsys)
