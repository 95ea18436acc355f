"""Faults that the account running the tests might not meet: no right to write, no room, a sudden end."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mediation_desk.domain.problem import KnownProblem

NOBODY = 65534


def refusal(work: Callable[[], object], *, file_limit: int | None = None, another_user: bool = False) -> str:
    """Do ``work`` in a process of its own; the ``KnownProblem``'s English text, or "" when nothing was refused.

    ``another_user``: without root's rights. ``file_limit``: no file may grow beyond so many bytes.
    """
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiving)
        with os.fdopen(sending, "w") as report:
            report.write(_outcome(work, file_limit, another_user))
        os._exit(0)
    os.close(sending)
    with os.fdopen(receiving) as report:
        said = report.read()
    os.waitpid(child, 0)
    assert "Traceback" not in said, said
    return said


def _outcome(work: Callable[[], object], file_limit: int | None, another_user: bool) -> str:
    try:
        if another_user and os.getuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        if file_limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))
        work()
    except KnownProblem as problem:
        return problem.sentence.text
    except BaseException:  # noqa: BLE001 - handed to the parent, which fails on it
        return traceback.format_exc()
    return ""


def ends_at_rename(number: int, work: Callable[[], object]) -> bool:
    """Do ``work`` in a process that ends without a word at its ``number``-th rename; whether it came so far."""
    child = os.fork()
    if child == 0:
        seen = 0

        def count(event: str, _arguments: tuple[object, ...]) -> None:
            nonlocal seen
            if event == "os.rename":
                seen += 1
                if seen == number:
                    os._exit(9)

        sys.addaudithook(count)
        try:
            work()
        except BaseException:  # noqa: BLE001 - told by the exit code
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, 9)
    return code == 9


@contextmanager
def open_to_all() -> Iterator[Path]:
    """A folder that another account can walk into (pytest's own folders are closed to it)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@contextmanager
def small_disk(kib: int) -> Iterator[Path]:
    """A disk of its own with so little room; the test is skipped where none can be mounted."""
    with tempfile.TemporaryDirectory() as name:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", name], capture_output=True, check=False
        )
        if mounted.returncode:
            pytest.skip("A small disk can only be mounted by root; run the tests as root to try a full disk.")
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", "-l", name], check=True)


def fill(folder: Path) -> Path:
    """Use up all the room where ``folder`` lies; returns the file that does."""
    path = folder / "filling"
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return path
