"""``make run`` shows the desk wherever it is called. The desk itself is stood in for: its own journeys try it."""

from __future__ import annotations

from pathlib import Path

import pytest
import run


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose desk notes how it was called, makes the sample folder, and says how to sign in."""
    desk = tmp_path / "desk"
    desk.write_text(
        f'#!/bin/sh\necho "$@" >>{tmp_path}/calls\n'
        f'case "$*" in *sample) mkdir -p {tmp_path}/var/sample; echo "sign in as head"; exit $(cat {tmp_path}/exit);; esac\n'
    )
    desk.chmod(0o755)
    (tmp_path / "exit").write_text("0")
    for name, path in (("ROOT", ""), ("DESK", "desk"), ("SAMPLE", "var/sample"), ("TOUR", "var/tour")):
        monkeypatch.setattr(run, name, tmp_path / path)
    monkeypatch.setattr(run, "SIGN_IN", tmp_path / "var" / "sample.txt")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":9")
    return tmp_path


def calls(checkout: Path) -> list[str]:
    return (checkout / "calls").read_text().replace(f"{checkout}/", "").splitlines()


def test_the_sample_is_made_once_and_its_sign_in_said_each_time(
    checkout: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Who opens it a week later has forgotten."""
    for _ in range(2):
        assert run.main() == 0
        assert "sign in as head" in capfd.readouterr().out
    assert calls(checkout) == ["--profile var/sample sample", "--profile var/sample", "--profile var/sample"]


def test_a_sample_that_broke_off_is_begun_again(checkout: Path) -> None:
    """Half a sample is never opened as if it were one."""
    (checkout / "exit").write_text("1")
    assert run.main() == 1
    (checkout / "exit").write_text("0")
    assert run.main() == 0
    assert calls(checkout) == ["--profile var/sample sample", "--profile var/sample sample", "--profile var/sample"]


def test_without_a_screen_the_tour_is_drawn(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """And it is said why no window opens."""
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setattr(run.sys, "platform", "linux")
    assert run.main() == 0
    assert "没有屏幕" in capfd.readouterr().out
    assert calls(checkout) == ["tour --out var/tour"]
