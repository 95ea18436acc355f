"""The rules of the house, held by looking at the checkout's own files."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
VAGUE = re.compile(r"(^|_)(utils?|helpers?|managers?|common)$")
VAGUE_CLASS = re.compile(r"^class \w*(Utils?|Helpers?|Manager|Common)\b", re.MULTILINE)
OF_ONE_MACHINE = re.compile(r"(?<![\w.~/-])/(?:work|root|home)(?=[/\s\"'`]|$)|\.\./shared", re.MULTILINE)
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.|npmmirror\.|\.debian\.org|yarnpkg\.")
PIN = re.compile(
    r"^(?P<name>[a-z0-9.-]+)==(?P<version>\S+) \\\n(?P<hashes>(?:    --hash=\S+(?: \\)?\n)+)", re.MULTILINE
)


def files() -> list[Path]:
    """Every file that is, or is about to be, part of the project."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    """Name and content of every file that is text."""
    found = []
    for path in files():
        try:
            found.append((path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def pins(lock: str) -> dict[str, tuple[str, list[str]]]:
    """Version and hashes of every package in a lock."""
    content = (ROOT / lock).read_text()
    return {found["name"]: (found["version"], found["hashes"].split()) for found in PIN.finditer(content)}


def test_a_source_file_is_one_thought() -> None:
    """Files stay short enough to be read in one go."""
    long = [path for path in (ROOT / "src").rglob("*.py") if len(path.read_text(encoding="utf-8").splitlines()) > 400]
    assert long == []


def test_names_say_what_a_thing_is() -> None:
    """No drawer for odds and ends: a module or class is named after its one purpose."""
    parts = {part for path in files() for part in Path(path.relative_to(ROOT)).with_suffix("").parts}
    assert sorted(part for part in parts if VAGUE.search(part)) == []
    assert [name for name, text in texts() if name.endswith(".py") and VAGUE_CLASS.search(text)] == []


@pytest.mark.parametrize("rule", [OF_ONE_MACHINE, REGISTRY], ids=["path of one machine", "host of a registry"])
def test_the_project_works_on_any_machine(rule: re.Pattern[str]) -> None:
    """No file leans on where one machine keeps things, or on where packages came from that day."""
    assert [f"{name}: {found.group()}" for name, text in texts() if (found := rule.search(text))] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_pinned_by_digest_and_without_address(lock: str) -> None:
    """What is installed is what was reviewed, wherever it is fetched from."""
    content = (ROOT / lock).read_text()
    assert "://" not in content
    assert not re.search(r"^-", content, re.MULTILINE)
    requirements = re.findall(r"^[a-zA-Z0-9].*$", content, re.MULTILINE)
    assert len(pins(lock)) == len(requirements)
    wrong = [
        n for n, (_, hashes) in pins(lock).items() if not re.search(r"--hash=sha256:[0-9a-f]{64}", " ".join(hashes))
    ]
    assert wrong == []


def test_the_locks_answer_what_the_project_asks_for() -> None:
    """A dependency added to the project without ``make lock`` would be missing on the next machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for lock, asked in (
        (LOCKS[0], project["dependencies"]),
        (LOCKS[1], project["dependencies"] + project["optional-dependencies"]["dev"]),
    ):
        locked = pins(lock)
        for requirement in map(Requirement, asked):
            version, _hashes = locked[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), requirement


def test_both_locks_hold_the_same_program() -> None:
    """The tests run what the desk runs."""
    tested = pins(LOCKS[1])
    assert {name: pin for name, pin in pins(LOCKS[0]).items() if tested.get(name) != pin} == {}
