"""Private stays private, over the whole program: no byte of the profile tells a name, a number or a phone (promise 9)."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from tests.faults.conftest import Called
from tests.faults.plain_sight import ENCODINGS, in_plain_sight

from mediation_desk.actions.sample.plan import CASES, case_bytes, signings_of

SECRET_FIELDS = {"name", "document_number", "credit_code", "phone", "address", "facts", "minutes", "title"}
_PUBLIC = {"现场照片一", "现场照片二", "现场照片三", "现场照片四"}


def secrets() -> set[str]:
    """Names, numbers, phones, addresses and texts of the three cases."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for field, own in value.items():
                if field in SECRET_FIELDS and isinstance(own, str) and own:
                    found.add(own)
                walk(own)
        elif isinstance(value, list):
            for own in value:
                walk(own)

    for name in CASES:
        walk(msgspec.json.decode(case_bytes(name)))
    return found - _PUBLIC


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_search_finds_what_lies_open(tmp_path: Path, encoding: str) -> None:
    """A search that cannot find proves nothing."""
    (tmp_path / "open.log").write_bytes("甲方：王𠮷".encode(encoding))
    (tmp_path / "李㛃.pdf").touch()
    assert in_plain_sight(tmp_path, ["王𠮷", "李㛃"]) == [("open.log", "王𠮷"), ("李㛃.pdf", "李㛃")]


def test_no_byte_of_the_profile_tells_anything(desk: Called, documents: list[Path], tmp_path: Path) -> None:
    """The three cases recorded, issued, signed, sealed and backed up: looked at after each step and during each."""
    private = secrets()
    assert {"王𠮷", "410823196803121212", "13839100001"} <= private
    mine = Private(desk, private)
    numbers = mine("record", *documents).split()
    for number, case in zip(numbers, CASES, strict=True):
        mine("issue", number, "--paper", "agreement", "--out", tmp_path / f"{case}.pdf")
        for fact in signings_of(case)[-4:]:  # among them an agent's name
            sign(mine, number, fact)
    mine("find", "王𠮷")
    mine("backup", desk.profile / "backups" / "desk.backup")
    mine("check")


class Private:
    """Calls on a desk whose profile is looked at while each goes on, and when it is done."""

    def __init__(self, desk: Called, private: set[str]) -> None:
        self._desk, self._private = desk, private

    def __call__(self, *arguments: str | Path) -> str:
        """What the call says."""
        going = self._desk.begin(*arguments)
        while going.going_on(0.2):
            self.look()
        self.look()
        return going.end().ok()

    def look(self) -> None:
        """Nothing is in plain sight."""
        assert in_plain_sight(self._desk.profile, self._private) == []


def sign(mine: Private, number: str, fact: dict[str, str]) -> None:
    """One fact of signing, as it is told to the command line."""
    who: tuple[str, ...] = ("--seal",)
    if "party" in fact:
        how = {"signed": "signed", "fingerprinted": "fingerprinted", "party_sealed": "sealed"}[fact["fact"]]
        who = ("--party", fact["party"], "--how", how, *(("--by", fact["by"]) if "by" in fact else ()))
    elif "mediator" in fact:
        who = ("--mediator", fact["mediator"])
    mine("sign", number, *who, "--on", fact["on"])
