"""What the world refuses, met by the whole program: one sentence, exit code 1, and nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from tests.faults.conftest import Called, set_up_in
from tests.faults.program import call
from tests.records.faults import fill, small_disk


def cases(desk: Called) -> list[str]:
    """The numbers of all cases."""
    return [row["number"] for row in json.loads(desk("list", "--json").ok())]


def test_a_wrong_passphrase(desk: Called, tmp_path: Path) -> None:
    """Reading, writing and checking alike say so; the right one opens as before."""
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("和平街的春天 2026", encoding="utf-8")
    for command in (("list",), ("check",), ("find", "李")):
        assert "口令" in call(desk.profile, *command, passphrase=wrong).sentence
    assert cases(desk) == []


def test_a_lost_keyring(desk: Called, documents: list[Path], tmp_path: Path) -> None:
    """Without a keyring the sentence tells how to open by the passphrase; the passphrase opens."""
    desk("record", *documents).ok()
    assert "--passphrase-file" in call(desk.profile, "list").sentence
    assert len(cases(desk)) == len(documents)


def test_a_folder_without_a_desk(tmp_path: Path) -> None:
    """It is said, and no empty desk is made in the place of a lost one."""
    assert call(tmp_path / "nowhere", "list").sentence
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("room", [0, 300])
def test_a_full_disk(room: int) -> None:
    """With so many KiB left, a write that cannot be made says so; with room again, everything is there and goes on."""
    with small_disk(12_000) as folder:
        desk = set_up_in(folder)
        first, second = (folder / name for name in ("first.json", "second.json"))
        first.write_text(_document("第一件"), encoding="utf-8")
        second.write_text(_document("第二件"), encoding="utf-8")
        desk("record", first).ok()
        before = cases(desk)
        filling = fill(folder)
        os.truncate(filling, max(0, filling.stat().st_size - room * 1024))
        assert "磁盘" in desk("record", second).sentence or "空间" in desk("record", second).sentence
        filling.unlink()
        assert cases(desk) == before
        desk("check").ok()
        desk("record", second).ok()
        assert len(cases(desk)) == len(before) + 1


def _document(title: str) -> str:
    facts = "卫生间渗漏，天花板受损，双方多次协商未果。" * 4_000
    return json.dumps({"centre": "武陟县木城街道人民调解委员会", "title": title, "facts": facts}, ensure_ascii=False)


def test_a_folder_that_may_not_be_written() -> None:
    """A medium that was locked: a write says so, and with the lock off everything is as it was."""
    with small_disk(12_000) as folder:
        desk = set_up_in(folder)
        document = folder / "first.json"
        document.write_text(_document("第一件"), encoding="utf-8")
        desk("record", document).ok()
        before = cases(desk)
        _remount(folder, "ro")
        assert desk("record", document).sentence
        _remount(folder, "rw")
        assert cases(desk) == before
        desk("check").ok()


def _remount(folder: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"{", b"[1]", b'{"centre": 7}', "{}".encode("utf-16"), b'{"centre": "\\ud800"}'],
)
def test_a_file_that_is_no_case(desk: Called, tmp_path: Path, content: bytes) -> None:
    """Bad input is a sentence, never a traceback, and records nothing."""
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    assert "bad.json" in desk("record", file).complained
    assert cases(desk) == []
