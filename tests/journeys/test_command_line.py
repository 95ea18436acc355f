"""The three cases through the command line: recorded from files, issued, signed, sealed, found again, checked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.cli.called import PASSPHRASE, Caller
from tests.journeys.expected import ALL, LEAK, Expected
from tests.journeys.holding import hold_everything

from mediation_desk.actions.case_file import load_by_number
from mediation_desk.actions.desk import open_desk
from mediation_desk.actions.sample.plan import centre_rows
from mediation_desk.actions.seat import Seat, take_seat
from mediation_desk.actions.sign_in import accounts_named
from mediation_desk.cli import opening
from mediation_desk.records.profile import Profile
from mediation_desk.records.vault import open_with_passphrase
from mediation_desk.ui.tour.clock import StoryClock

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
_HOW = {"signed": "signed", "fingerprinted": "fingerprinted", "party_sealed": "sealed"}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> StoryClock:
    """The clock on the wall of the desk that the commands open."""
    clock = StoryClock(date(2026, 9, 8))
    monkeypatch.setattr(opening, "open_desk", partial(open_desk, clock=clock))
    return clock


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str], clock: StoryClock) -> Caller:
    """Commands on a desk of the three centres."""
    call = Caller(tmp_path, capsys)
    call.file("passphrase", PASSPHRASE + "\n")
    files = [call.file(f"{row['short_name']}.toml", _toml(row)) for row in centre_rows()]
    named = [part for file in files for part in ("--centre", file)]
    assert call("init", *named, "--infix", "03", "--account", "李国庆").code == 0
    return call


def _toml(row: dict[str, Any]) -> str:
    """A centre as ``init`` reads it."""
    lines = [f"{key} = {json.dumps(value)}" for key, value in row.items() if not isinstance(value, list)]
    for key, entries in row.items():
        if isinstance(entries, list):
            for entry in entries:
                lines += [f"[[{key}]]", *(f"{name} = {json.dumps(value)}" for name, value in entry.items())]
    return "\n".join(lines) + "\n"


@contextmanager
def _seat(call: Caller) -> Iterator[Seat]:
    profile = Profile(call.profile)
    desk = open_desk(profile, open_with_passphrase(profile, PASSPHRASE))
    try:
        yield take_seat(desk, accounts_named(desk, "李国庆")[0])
    finally:
        desk.close()


def _sign(call: Caller, number: str, fact: dict[str, str]) -> str:
    """One fact of signing; what the command says."""
    if "party" in fact:
        by = ("--by", fact["by"]) if "by" in fact else ()
        who = ("--party", fact["party"], "--how", _HOW[fact["fact"]], *by)
    else:
        who = ("--mediator", fact["mediator"]) if "mediator" in fact else ("--seal",)
    said = call("sign", number, *who, "--on", fact["on"])
    assert (said.code, said.err) == (0, ""), fact
    return said.out.strip()


def _facts(name: str) -> list[dict[str, str]]:
    facts: list[dict[str, str]] = json.loads((SAMPLES / f"{name}.signings.json").read_bytes())
    return facts


@pytest.mark.parametrize("name", sorted(ALL))
def test_a_case_from_its_file_to_the_seal(call: Caller, clock: StoryClock, name: str) -> None:
    """What the commands leave is what the windows leave: the same names, sums, days, copies and paper."""
    expected = ALL[name]
    clock.set(date.fromisoformat(expected.effect))
    said = call("record", SAMPLES / f"{name}.json")
    assert (said.code, said.out) == (0, expected.number + "\n")
    pdf = call.folder / f"{name}.pdf"
    said = call("issue", expected.number, "--paper", "agreement", "--out", pdf)
    assert said.code == 0
    assert f"{expected.copies} copies to print" in said.out
    for fact in _facts(name):
        told = _sign(call, expected.number, fact)
    assert told == f"In effect since {expected.effect}."
    with _seat(call) as seat:
        hold_everything(load_by_number(seat, expected.number), pdf.read_bytes(), expected)
    _found_again(call, expected)
    assert call("check").lines[-1] == "Everything is whole."


def _found_again(call: Caller, expected: Expected) -> None:
    """By the list, by each party's name, by the document itself, by its history."""
    (listed,) = json.loads(call("list", "--json").out)
    assert listed["number"] == expected.number
    assert listed["title"] == expected.title
    assert (listed["stage"], listed["centre"]) == ("performing", expected.centre)
    for name in (*expected.applicants, *expected.respondents):
        assert [row["number"] for row in json.loads(call("find", name, "--json").out)] == [expected.number], name
    shown = json.loads(call("show", expected.number, "--json").out)
    assert [p["name"] for p in shown["parties"]] == [*expected.applicants, *expected.respondents]
    assert call("show", expected.number).code == 0
    history = call("history", expected.number)
    assert history.code == 0
    assert "李国庆" in history.out


def test_case_1_waits_a_day_for_its_seal(call: Caller, clock: StoryClock) -> None:
    """Signed by all on the 8th it is not in effect; the seal of the 9th cannot be entered before the 9th has come."""
    call("record", SAMPLES / "case1.json")
    call("issue", LEAK.number, "--paper", "agreement", "--out", call.folder / "case1.pdf")
    *signed, sealed = _facts("case1")
    for fact in signed:
        told = _sign(call, LEAK.number, fact)
    assert told == "Signed, awaiting the seal."
    early = call("sign", LEAK.number, "--seal", "--on", sealed["on"])
    assert (early.code, early.out) == (1, "")
    clock.set(date(2026, 9, 9))
    assert _sign(call, LEAK.number, sealed) == "In effect since 2026-09-09."


def test_each_file_is_recorded_whole_or_not_at_all(call: Caller) -> None:
    """Three files at once give three numbers; a fault in one file leaves nothing of that file."""
    said = call("record", *(SAMPLES / f"{name}.json" for name in sorted(ALL)))
    assert said.lines == [ALL[name].number for name in sorted(ALL)]
    broken = json.loads((SAMPLES / "case2.json").read_bytes())
    broken["agreement"]["terms"][4]["schedule"][2]["amount"] = "2533.33"
    said = call("record", call.file("broken.json", json.dumps(broken)))
    assert (said.code, said.out) == (1, "")
    assert "agreement.terms[4]" in said.err
    assert len(json.loads(call("list", "--json").out)) == 3
