"""The keyring: used where it keeps its word, and otherwise as if it were not there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mediation_desk.records.keys_os import OsKeys

UNLOCKED = "printf %s pw | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null"
LOCKED = "gnome-keyring-daemon --start --components=secrets --daemonize >/dev/null"

A_LIFE = """
from pathlib import Path
from random import Random
import sys
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records import vault as vaults
from mediation_desk.records.keys_os import OsKeys
from mediation_desk.records.profile import Profile

profile = Profile(Path(sys.argv[1]))
profile.prepare()
vault, code = vaults.create(profile, None, keyring=True, rng=Random(1).randbytes)
assert vault.kinds == ("keyring", "recovery")
assert vaults.open_with_keyring(profile).key == vault.key
try:
    vault.forget_keyring()
except KnownProblem as problem:
    assert "Choose a passphrase first" in str(problem)
vault.set_passphrase("short", vaults.Cost(32, 1, 1))
OsKeys().forget(f"vault {vault.vault_id}")
assert vaults.open_with_keyring(profile) is None
assert vaults.open_with_recovery(profile, code).key == vault.key
assert vaults.open_with_passphrase(profile, "short").enable_keyring()
again = vaults.open_with_keyring(profile)
assert again.key == vault.key
again.forget_keyring()
assert again.kinds == ("recovery", "passphrase")
assert OsKeys().fetch(f"vault {vault.vault_id}") is None
print("lived")
"""

LOCKED_OUT = """
from mediation_desk.records.keys_os import OsKeys
assert OsKeys(wait_seconds=3).keep("vault", b"secret") is False
assert OsKeys(wait_seconds=3).fetch("vault") is None
print("went on")
"""


def in_a_session(tmp_path: Path, daemon: str, script: str) -> str:
    """Run ``script`` beside a real keyring daemon on a bus of its own; what it printed."""
    if not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")):
        pytest.skip("A real keyring is tried only where gnome-keyring and dbus are installed (apt-get install them).")
    (tmp_path / "run").mkdir(mode=0o700)
    outside = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "XDG_DATA_HOME", "GNOME_KEYRING_CONTROL")
    environment = {name: value for name, value in os.environ.items() if name not in outside}
    environment |= {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path / "run")}
    command = f'{daemon}; exec "$0" -W error -c "$1" "$2"'
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", command, sys.executable, script, str(tmp_path / "desk")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_life_of_a_keyring_slot(tmp_path: Path) -> None:
    """Made, used, lost, opened by the recovery code, made again, given up; with a real Secret Service."""
    assert in_a_session(tmp_path, UNLOCKED, A_LIFE) == "lived\n"


def test_a_locked_keyring_that_nobody_opens_does_not_hold_up_the_desk(tmp_path: Path) -> None:
    """It asks for its password where nobody sees it: the program goes on without it."""
    assert in_a_session(tmp_path, LOCKED, LOCKED_OUT) == "went on\n"


def test_without_a_session_there_is_no_keyring(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A headless server: no keyring, no noise, and a configured one that only pretends is not asked."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    keys = OsKeys()
    assert not keys.available()
    assert not keys.keep("entry", b"secret")
    assert keys.fetch("entry") is None
    keys.forget("entry")
    assert capfd.readouterr() == ("", "")
