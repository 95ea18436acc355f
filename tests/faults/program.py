"""The program as other programs call it: its own command, in a process of its own, on a desk that is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

COMMAND = Path(sys.executable).with_name("mediation-desk")
ROOT = Path(__file__).resolve().parents[2]
SECRET = "passphrase.txt"


def environment(home: Path) -> dict[str, str]:
    """Nothing of the account that runs the tests: no keyring, no profile, no screen."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def begin(profile: Path, *arguments: str | Path, passphrase: Path | None = None) -> subprocess.Popen[str]:
    """A call under way. ``passphrase``: the file that holds it."""
    told: tuple[str | Path, ...] = () if passphrase is None else ("--passphrase-file", passphrase)
    return subprocess.Popen(
        [COMMAND, "--profile", profile, *told, *arguments],
        env=environment(profile.parent),
        cwd=profile.parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


class Answer:
    """What a call said and with which code it ended. A traceback fails the test at once."""

    def __init__(self, call: subprocess.Popen[str]) -> None:
        self.said, self.complained = call.communicate(timeout=120)
        self.code = call.returncode
        assert "Traceback" not in self.complained, self.complained

    @property
    def sentence(self) -> str:
        """The one sentence with which a call refuses."""
        assert self.code == 1, (self.code, self.said, self.complained)
        lines = self.complained.splitlines()
        assert len(lines) == 1, self.complained
        assert lines[0].endswith(("。", "）", "”")), self.complained
        return lines[0]

    def ok(self) -> str:
        """What a call that succeeded said."""
        assert self.code == 0, (self.code, self.complained)
        assert not self.complained, self.complained
        return self.said


class Going:
    """A call under way."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def going_on(self, seconds: float) -> bool:
        """Whether it still goes on after so many seconds."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return True
        return False

    def end(self) -> Answer:
        """Its answer, once it has ended."""
        return Answer(self._process)


def call(profile: Path, *arguments: str | Path, passphrase: Path | None = None) -> Answer:
    """One call, to its end."""
    return Answer(begin(profile, *arguments, passphrase=passphrase))
