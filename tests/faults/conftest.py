"""A sample desk that is set up and closed, and the file with its passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.faults.program import SECRET, Answer, Going, begin, call
from tests.ui.case.desks import PASSPHRASE, Clock, new_desk

from mediation_desk.actions.sample.plan import CASES, case_bytes


@dataclass(frozen=True, slots=True)
class Called:
    """A closed desk in ``profile`` that is worked on by the command line alone."""

    profile: Path
    passphrase: Path

    def __call__(self, *arguments: str | Path) -> Answer:
        """One call with the right passphrase."""
        return call(self.profile, *arguments, passphrase=self.passphrase)

    def begin(self, *arguments: str | Path) -> Going:
        """Begin a call."""
        return Going(begin(self.profile, *arguments, passphrase=self.passphrase))


def set_up_in(folder: Path) -> Called:
    """The sample's three centres, without cases, and the passphrase beside the profile."""
    new_desk(folder / "desk", Clock()).close()
    secret = folder / SECRET
    secret.write_text(PASSPHRASE, encoding="utf-8")
    return Called(folder / "desk", secret)


@pytest.fixture
def desk(tmp_path: Path) -> Called:
    """A new desk."""
    return set_up_in(tmp_path)


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """The three cases, a file each."""
    files = []
    for name in CASES:
        file = tmp_path / f"{name}.json"
        file.write_bytes(case_bytes(name))
        files.append(file)
    return files
