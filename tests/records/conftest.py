"""What the tests of the store stand on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.records.kept import Kept, make_kept

from mediation_desk.records.profile import Profile


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """An empty, prepared profile."""
    profile = Profile(tmp_path / "desk")
    profile.prepare()
    return profile


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    """A new desk."""
    kept = make_kept(tmp_path / "desk")
    yield kept
    kept.engine.dispose()
