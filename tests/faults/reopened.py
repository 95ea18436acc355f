"""The desk opened once more, as a fresh start opens it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.ui.case.desks import PASSPHRASE

from mediation_desk.actions.desk import Desk, open_desk
from mediation_desk.records.profile import Profile
from mediation_desk.records.vault import open_with_passphrase


@contextmanager
def reopened(folder: Path) -> Iterator[Desk]:
    """The desk in ``folder`` with the machine's own clock, closed at the end of the block."""
    profile = Profile(folder)
    desk = open_desk(profile, open_with_passphrase(profile, PASSPHRASE))
    try:
        yield desk
    finally:
        desk.close()
