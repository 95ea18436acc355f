"""One changed byte, anywhere in the profile: found and said, and with the byte set right nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from tests.faults.conftest import Called
from tests.faults.test_killed_writing import killed
from tests.faults.test_refused import cases


@pytest.fixture
def filled(desk: Called, documents: list[Path], tmp_path: Path) -> Called:
    """A desk with three cases and an issued paper."""
    numbers = desk("record", *documents).ok().split()
    desk("issue", numbers[0], "--paper", "agreement", "--out", tmp_path / "paper.pdf").ok()
    return desk


@contextmanager
def changed(file: Path, place: int, bit: int) -> Iterator[None]:
    """One bit of a file turned over, and back at the end."""
    content = file.read_bytes()
    spoiled = bytearray(content)
    spoiled[place] ^= 1 << bit
    file.write_bytes(spoiled)
    yield
    file.write_bytes(content)


def test_in_the_database(filled: Called, kills: int) -> None:
    """Wherever it is, ``check`` finds it in one sentence, and no command meets it with a traceback."""
    random = Random(7)
    file = filled.profile / "desk.db"
    size = file.stat().st_size
    for number in range(kills):
        place = random.randrange(size) if number else 20  # the first page, which every command reads, and anywhere
        with changed(file, place, random.randrange(8)):
            assert filled("check").sentence
            # What another command says depends on whether it comes by: a sentence, or nothing when it does not.
            listed = filled("list")
            assert listed.code in (0, 1)
            assert len(listed.complained.splitlines()) == listed.code
    filled("check").ok()
    assert len(cases(filled)) == 3


def test_in_a_paper(filled: Called, kills: int) -> None:
    """``check`` names it, and a paper that was changed is not handed out."""
    random = Random(8)
    number = cases(filled)[0]
    blobs = sorted(p for p in (filled.profile / "blobs").rglob("*") if p.is_file())
    assert len(blobs) == 2
    for file in blobs:
        for _ in range(kills):
            with changed(file, random.randrange(file.stat().st_size), random.randrange(8)):
                assert filled("check").sentence
    pdf = max(blobs, key=lambda p: p.stat().st_size)
    with changed(pdf, 1_000, 0):
        out = filled.profile.parent / "again.pdf"
        assert filled("issue", number, "--paper", "agreement", "--out", out).sentence
        assert not out.exists()
    filled("check").ok()


def test_in_the_vault(filled: Called, kills: int) -> None:
    """The passphrase still opens where its own slot is whole; else one sentence says which ways are left."""
    random = Random(9)
    file = filled.profile / "vault.json"
    size = file.stat().st_size
    refused = 0
    for _ in range(kills * 2):
        with changed(file, random.randrange(size), random.randrange(8)):
            answer = filled("list")
            if answer.code:
                assert answer.sentence
                refused += 1
    assert refused, "no byte that mattered was changed"
    assert len(cases(filled)) == 3


def test_in_what_a_kill_left_behind(filled: Called, kills: int) -> None:
    """A changed byte in the write-ahead log of a process that was killed: no traceback, and never a desk by halves."""
    random = Random(10)
    told = killed(filled.profile, 0, 1.0)
    assert told
    log = filled.profile / "desk.db-wal"
    whole = {p: p.read_bytes() for p in filled.profile.iterdir() if p.is_file()}
    assert len(whole[log]) > 4_096
    for _ in range(kills):
        with changed(log, random.randrange(len(whole[log])), random.randrange(8)):
            answer = filled("check")
            assert answer.code == 0 or answer.sentence
        for file, content in whole.items():
            file.write_bytes(content)
    filled("check").ok()
