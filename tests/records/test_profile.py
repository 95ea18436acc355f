"""The folder of a desk: private, and refused in words when it cannot serve."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.records.faults import fill, open_to_all, refusal, small_disk

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.profile import Profile, default_folder


def test_the_default_place_follows_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The chosen folder first, then the account's own folder for data."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert default_folder() == tmp_path / "data" / "mediation-desk"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_folder() == tmp_path / ".local" / "share" / "mediation-desk"
    monkeypatch.setenv("MEDIATION_DESK_PROFILE", str(tmp_path / "chosen"))
    assert default_folder() == tmp_path / "chosen"


def test_a_new_folder_is_private(tmp_path: Path) -> None:
    """Nobody else may list what is in it, whatever the account's umask."""
    before = os.umask(0)
    try:
        profile = Profile(tmp_path / "a" / "desk")
        profile.prepare()
    finally:
        os.umask(before)
    for folder in (profile.folder, profile.blobs, profile.backups, profile.temporary):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert not profile.exists
    assert list(profile.temporary.iterdir()) == []


def test_a_file_in_its_place_is_said(tmp_path: Path) -> None:
    """A path that is a file is refused and left alone."""
    (tmp_path / "desk").write_text("mine")
    with pytest.raises(KnownProblem, match="is a file, not a folder"):
        Profile(tmp_path / "desk").prepare()
    assert (tmp_path / "desk").read_text() == "mine"


def test_a_read_only_place_is_said() -> None:
    """A desk that could save nothing is not opened."""
    with open_to_all() as folder:
        assert "may not be written to" in refusal(Profile(folder / "desk").prepare, another_user=True)
        assert not (folder / "desk").exists()


def test_a_full_disk_is_said() -> None:
    """A desk with no room left is said to be so before anyone types into it."""
    with small_disk(512) as disk:
        profile = Profile(disk / "desk")
        profile.prepare()
        fill(disk)
        with pytest.raises(KnownProblem, match="disk is full"):
            profile.prepare()
        assert list(profile.temporary.iterdir()) == []


def test_temporary_folders_go_with_their_block(profile: Profile) -> None:
    """Also when the block fails; what a broken-off run left is cleared by the next."""
    with pytest.raises(ZeroDivisionError), profile.temporary_folder() as folder:
        (folder / "part").write_bytes(b"x")
        assert folder.stat().st_mode & 0o077 == 0
        raise ZeroDivisionError
    assert list(profile.temporary.iterdir()) == []
    (profile.temporary / "left").mkdir()
    (profile.temporary / "left" / "part").touch()
    (profile.temporary / "file").touch()
    (profile.folder / "vault.json.abc.new").touch()
    profile.clear_temporary()
    assert list(profile.temporary.iterdir()) == []
    assert not list(profile.folder.glob("*.new"))


def test_a_desk_that_is_to_come_is_not_cleared_away(profile: Profile) -> None:
    """While a restore is unfinished its files lie among the temporary ones."""
    (profile.temporary / "incoming").mkdir()
    profile.swap.touch()
    profile.clear_temporary()
    assert (profile.temporary / "incoming").is_dir()
