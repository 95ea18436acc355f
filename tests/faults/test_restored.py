"""A backup made by the command line, restored elsewhere by each way that is left: the same desk, whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.faults.conftest import Called
from tests.faults.program import call

from mediation_desk.records.profile import Profile
from mediation_desk.records.vault import open_with_passphrase

WAYS = ("passphrase", "recovery code")


@pytest.mark.parametrize("way", WAYS)
def test_elsewhere(desk: Called, documents: list[Path], tmp_path: Path, way: str) -> None:
    """By the passphrase, or with passphrase and keyring lost by the recovery code: every case to the character, and the
    restored desk writes on."""
    numbers = desk("record", *documents).ok().split()
    desk("issue", numbers[0], "--paper", "agreement", "--out", tmp_path / "paper.pdf").ok()
    code = tmp_path / "code.txt"
    passphrase = desk.passphrase.read_text(encoding="utf-8")
    code.write_text(open_with_passphrase(Profile(desk.profile), passphrase).new_recovery_code(), encoding="utf-8")
    backup = tmp_path / "desk.backup"
    desk("backup", backup).ok()
    there = Called(tmp_path / "elsewhere" / "desk", desk.passphrase)
    there.profile.parent.mkdir()
    if way == "passphrase":
        there("restore", backup).ok()
    else:
        call(there.profile, "restore", backup, "--recovery-code-file", code).ok()
    assert there("check").ok()
    for number in numbers:
        assert json.loads(there("show", number, "--json").ok()) == json.loads(desk("show", number, "--json").ok())
    # Numbers given after the backup may be on paper: the restored desk first gets digits of its own.
    assert there("record", documents[2]).code == 1
    there("infix", "77").ok()
    assert there("record", documents[2]).ok().strip() not in numbers
    assert there("check").ok()


def test_with_neither(desk: Called, documents: list[Path], tmp_path: Path) -> None:
    """A wrong recovery code restores nothing and leaves nothing behind."""
    desk("record", documents[0]).ok()
    backup = tmp_path / "desk.backup"
    desk("backup", backup).ok()
    code = tmp_path / "code.txt"
    code.write_text("0000-0000-0000-0000", encoding="utf-8")
    there = tmp_path / "elsewhere"
    assert call(there, "restore", backup, "--recovery-code-file", code).sentence
    assert not (there / "desk.db").exists()
