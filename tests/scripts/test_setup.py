"""Set-up does a thing once, and names what it cannot have."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pieces
import pytest
import setup
from pieces import Missing, Piece

ROOT = Path(__file__).resolve().parents[2]
NOWHERE = Piece("libnowhere1", "libnowhere.so.1")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty checkout, where set-up keeps its stamps; no package tool on the path."""
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "READY", tmp_path / "ready")
    tools = tmp_path / "bin"
    tools.mkdir()
    monkeypatch.setenv("PATH", str(tools))
    return tmp_path


def fake_apt(checkout: Path, script: str) -> None:
    apt = checkout / "bin" / "apt-get"
    apt.write_text(f"#!/bin/sh\n{script}\n")
    apt.chmod(0o755)


def test_a_step_is_done_once_until_its_inputs_change(checkout: Path) -> None:
    """That is why the second ``make run`` costs nothing."""
    lock = checkout / "some.lock"
    done = []
    for content in ("one", "one", "two", "two", "one"):
        lock.write_text(content)
        setup.once("step", lambda: setup.digest([lock]), lambda: done.append(lock.read_text()))
    assert done == ["one", "two", "one"]


def test_a_step_that_failed_is_tried_again(checkout: Path) -> None:
    """No stamp is left by half a set-up."""

    def fail() -> None:
        raise Missing("缺一件", "One is missing")

    for _ in range(2):
        with pytest.raises(Missing):
            setup.once("step", lambda: "key", fail)


def test_a_library_that_is_there_is_seen_and_one_that_is_not_is_named() -> None:
    """Libraries are asked of the machine, commands of the path, modules of Python."""
    there = (Piece("libc6", "libc.so.6"), Piece("coreutils", "ls"), Piece("python3", "json"))
    assert pieces.absent((*there, NOWHERE, Piece("nothing", "no-such-command"))) == ("libnowhere1", "nothing")


def test_without_apt_a_needed_library_stops_with_its_name(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In both languages, with what to type."""
    monkeypatch.setattr(setup, "NEEDED", (NOWHERE,))
    with pytest.raises(Missing) as stopped:
        setup.system("run")
    chinese, english = str(stopped.value).splitlines()
    for sentence in (chinese, english):
        assert "libnowhere1" in sentence
        assert "no apt-get" in sentence
        assert "apt-get install" in sentence


@pytest.mark.skipif(os.geteuid() != 0, reason="Only root installs packages; without root nothing is tried.")
def test_what_apt_said_is_passed_on(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own word is the best hint at a dead line or a wrong mirror."""
    fake_apt(checkout, "echo 'E: Temporary failure resolving the mirror' >&2; exit 100")
    monkeypatch.setattr(setup, "NEEDED", (NOWHERE,))
    with pytest.raises(Missing, match="Temporary failure resolving the mirror"):
        setup.system("run")


def test_a_library_that_can_be_done_without_is_named_once(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Set-up goes on, and does not run to apt again at every start."""
    fake_apt(checkout, f"echo x >>{checkout}/asked; exit 100")
    for group in ("NEEDED", "FOR_THE_TESTS"):
        monkeypatch.setattr(setup, group, ())
    monkeypatch.setattr(setup, "FOR_THE_SCREEN", (NOWHERE,))
    setup.system("run")
    assert "libnowhere1" in capsys.readouterr().err
    setup.system("run")
    assert capsys.readouterr().err == ""


def test_packages_that_cannot_be_had_are_told_with_the_way_round(tmp_path: Path) -> None:
    """A real pip that may reach nothing: the sentence names the lock and the vendor folder, and no traceback comes."""
    (tmp_path / "scripts").mkdir()
    for script in ("setup.py", "pieces.py"):
        (tmp_path / "scripts" / script).write_bytes((ROOT / "scripts" / script).read_bytes())
    (tmp_path / "requirements.lock").write_text(f"no-such-thing==1 \\\n    --hash=sha256:{'0' * 64}\n")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    python = tmp_path / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    alone = {**os.environ, "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path)}
    command = [sys.executable, str(tmp_path / "scripts" / "setup.py"), "run"]
    done = subprocess.run(command, env=alone, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "No matching distribution found" in done.stderr
    assert "requirements.lock -d vendor" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_call_says_how_to_call() -> None:
    """Exit code 2, as for every command of ours."""
    assert setup.main([]) == 2
