"""Calling the command line: in this process for speed, and as a person does, in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from mediation_desk.cli.main import main

PASSPHRASE = "山阳区的春天 2026"
PASSWORD = "木城街道和平街18号"
EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "centre.example.toml"


@dataclass(frozen=True)
class Said:
    """What a call said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines on stdout."""
        return self.out.splitlines()


@dataclass(frozen=True)
class Caller:
    """Calls the command with a profile and a passphrase file, in this process."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    @property
    def profile(self) -> Path:
        """Where the desk lives."""
        return self.folder / "desk"

    def file(self, name: str, content: str) -> Path:
        """A small file for a call."""
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        return path

    def bare(self, *arguments: object) -> Said:
        """A call exactly as given."""
        self.capture.readouterr()
        try:
            code = main([str(a) for a in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        said = self.capture.readouterr()
        return Said(code, said.out, said.err)

    def __call__(self, *arguments: object) -> Said:
        """A call on this desk, in English."""
        passphrase = self.folder / "passphrase"
        return self.bare("--language", "en", "--profile", self.profile, "--passphrase-file", passphrase, *arguments)

    def init(self, *more: object) -> Said:
        """Set the desk up."""
        self.file("passphrase", PASSPHRASE + "\n")
        password = self.file("password", PASSWORD + "\n")
        return self(
            "init",
            *("--centre", EXAMPLE, "--infix", "03", "--account", "李国庆", "--password-file", password),
            *more,
        )


def in_own_process(*arguments: object, timeout: float = 120, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The installed command with its own streams; ``environment`` is added to this one's."""
    command = [str(Path(sys.executable).with_name("mediation-desk")), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False, timeout=timeout)
