"""Typefaces come by package, and only the very files the list names are taken."""

from __future__ import annotations

from pathlib import Path

import fonts
import pytest
from font_packages import Unreachable


def test_every_face_of_the_list_has_a_digest_a_source_and_a_licence() -> None:
    """A face without one could be anything."""
    faces = fonts.read_list()
    assert len({face.file for face in faces}) == len(faces)
    for face in faces:
        assert len(face.sha256) == len(face.digest) == 64
        assert face.source.licence
        assert face.source.kind in ("npm", "deb")
    assert {face.file for face in faces if face.required} >= {"NotoSerifSC-Regular.ttf", "HanaMinB.ttf"}


def test_another_file_of_the_right_name_is_refused(tmp_path: Path) -> None:
    """A changed package, or a half-finished download, is not laid into the papers."""
    face = fonts.read_list()[0]
    wrong = tmp_path / face.original
    wrong.write_bytes(b"\x00\x01\x00\x00 not the face")
    assert "SHA-256 differs" in fonts.place(face, wrong)


def test_without_package_tools_the_message_says_what_to_bring_and_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No npm, no apt, no line: each missing face is named with its package and file; a required one ends in 1."""

    def unreachable(*_: object) -> None:
        raise Unreachable("npm is not on this machine")

    (tmp_path / "fonts.toml").write_bytes((fonts.FONTS / "fonts.toml").read_bytes())
    monkeypatch.setattr(fonts, "FONTS", tmp_path)
    monkeypatch.setattr(fonts, "fetch", unreachable)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert fonts.main() == 1
    said = capsys.readouterr().err
    assert "Missing: NotoSerifSC-Regular.ttf, NotoSerifSC-Bold.ttf (npm is not on this machine)" in said
    assert "take NotoSerifSC_400Regular.ttf, NotoSerifSC_700Bold.ttf out of the package npm" in said
    assert "Missing, though another stands in: FandolFang-Regular.ttf" in said


def test_a_face_brought_by_hand_is_taken_and_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The way out without a network works, and the next checkout on the machine finds it in the cache."""
    face = next(face for face in fonts.read_list() if face.result_sha256 is None)
    ready = (fonts.FONTS / face.file).read_bytes()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for checkout in ("first", "second"):
        folder = tmp_path / checkout
        folder.mkdir()
        monkeypatch.setattr(fonts, "FONTS", folder)
        if checkout == "first":
            (folder / face.original).write_bytes(ready)
        assert fonts.from_this_machine(face)
        assert (folder / face.file).read_bytes() == ready
