"""``issue`` of any kind, ``papers``, ``selfcheck``, ``dossier``, ``blank`` and ``batch`` as they are called."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.cli.called import Caller

from mediation_desk.documents.check import page_texts

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
NUMBER = "（2026）木城人调字第03001号"


@pytest.fixture
def desk(call: Caller) -> Caller:
    """A desk with the first case on it, its agreement not signed yet."""
    call.init()
    assert call("record", SAMPLES / "case1.json").lines == [NUMBER]
    return call


def test_papers_say_what_can_be_issued_and_what_is_missing(desk: Caller) -> None:
    """For programs: each kind with what it lacks, by page and field; for people: one line each."""
    rows = json.loads(desk("papers", NUMBER, "--json").out)
    found = {row["paper"]: row for row in rows}
    assert found["application"]["can_be_issued"] is True
    assert found["application"]["missing"] == []
    assert found["effect_notice"]["can_be_issued"] is False
    assert found["effect_notice"]["missing"][0]["page"] == "signing"
    assert [row["which"] for row in rows if row["paper"] == "meeting"] == [1, 2]
    said = desk("papers", NUMBER)
    assert said.code == 0
    assert len(said.lines) == len(rows)


def test_a_paper_of_several_is_named_by_its_place(desk: Caller, tmp_path: Path) -> None:
    """Two meetings: without --which a sentence, with it the second one's minutes."""
    out = tmp_path / "meeting.pdf"
    refused = desk("issue", NUMBER, "--paper", "meeting", "--out", out)
    assert refused.code == 1
    assert "--which" in refused.err
    assert not out.exists()
    done = desk("issue", NUMBER, "--paper", "meeting", "--which", 2, "--out", out)
    assert done.code == 0, done.err
    assert "（第二次）" in page_texts(out.read_bytes())[0]
    again = desk("issue", NUMBER, "--paper", "meeting", "--which", 2, "--out", out)
    assert again.out == done.out
    assert desk("issue", NUMBER, "--paper", "receipt", "--out", out).code == 1


def test_a_dossier_is_bound_in_one_call(desk: Caller, tmp_path: Path) -> None:
    """The whole volume from what was recorded; what it has not is said."""
    out = tmp_path / "dossier.pdf"
    done = desk("dossier", NUMBER, "--out", out)
    assert done.code == 0, done.err
    texts = page_texts(out.read_bytes())
    assert f"{len(texts)} sheets bound." in done.lines
    assert "卷内目录" in texts[1]
    as_issued = desk("dossier", NUMBER, "--out", out, "--as-issued")
    assert page_texts(out.read_bytes())[2:-1] == texts[2:-1]
    assert as_issued.lines == done.lines
    assert desk("dossier", NUMBER, "--out", tmp_path / "court.pdf", "--set", "court").code == 0


def test_the_self_check_is_a_list_with_rules(desk: Caller) -> None:
    """Each with its basis and the field where it is put right."""
    rows = json.loads(desk("selfcheck", NUMBER, "--json").out)
    assert rows
    assert set(rows[0]) == {"severity", "what", "basis", "page", "field", "place"}
    assert len(desk("selfcheck", NUMBER).lines) == len(rows)


def test_a_leased_number_is_given_to_no_other_case(desk: Caller, tmp_path: Path) -> None:
    """The forms of a day without power bear 03002; the next case at the desk is 03003, and 03002 can be typed in later."""
    out = tmp_path / "blank.pdf"
    leased = desk("blank", "application", "--out", out)
    assert leased.lines == ["（2026）木城人调字第03002号"]
    assert "（2026）木城人调字第03002号" in "".join(page_texts(out.read_bytes()))
    same = desk("blank", "rights", "--out", out, "--number", leased.lines[0])
    assert same.lines == leased.lines
    assert desk("blank", "rights", "--out", out, "--number", "（2026）木城人调字第03009号").code == 1
    document = json.loads((SAMPLES / "case1.json").read_text(encoding="utf-8"))
    assert desk("record", desk.file("next.json", json.dumps(document))).lines == ["（2026）木城人调字第03003号"]
    by_hand = {**document, "number": leased.lines[0]}
    assert desk("record", desk.file("hand.json", json.dumps(by_hand))).lines == leased.lines


def test_a_bad_case_of_many_is_reported_and_the_rest_go_on(desk: Caller, tmp_path: Path) -> None:
    """Two good, one that is not there: two files, one sentence, exit code 1."""
    document = json.loads((SAMPLES / "case1.json").read_text(encoding="utf-8"))
    second = desk("record", desk.file("second.json", json.dumps(document))).lines[0]
    cases = desk.file("cases.txt", f"{NUMBER}\n（2026）木城人调字第03777号\n\n{second}\n")
    done = desk("batch", "--paper", "agreement", "--cases", cases, "--out", tmp_path / "out")
    assert done.code == 1
    assert done.err.startswith("（2026）木城人调字第03777号：")
    assert done.lines[-1] == "2 of 3 cases done."
    assert [Path(line).is_file() for line in done.lines[:-1]] == [True, True]
    assert not any("王" in name.name for name in (tmp_path / "out").iterdir())


def test_a_place_that_takes_no_file_is_a_sentence_and_costs_no_number(desk: Caller, tmp_path: Path) -> None:
    """No such folder, a folder, a device (which a new file would replace): nothing is put there and nothing spent."""
    for target in (tmp_path / "nowhere" / "a.pdf", tmp_path, Path(os.devnull)):
        for call in (("blank", "registration"), ("issue", NUMBER, "--paper", "agreement"), ("dossier", NUMBER)):
            said = desk(*call, "--out", target)
            assert (said.code, said.err) == (1, "The file cannot be put there. Name a file in a folder that exists.\n")
    assert Path(os.devnull).is_char_device()
    assert desk("blank", "registration", "--out", tmp_path / "form.pdf").lines == ["（2026）木城人调字第03002号"]


def test_a_list_of_cases_that_is_none_is_a_sentence(desk: Caller, tmp_path: Path) -> None:
    """A picture instead of a list, a file instead of a folder."""
    picture = tmp_path / "picture"
    picture.write_bytes(b"\x89PNG\xff")
    numbers = desk.file("numbers", NUMBER)
    for cases, out in ((picture, tmp_path / "out"), (numbers, picture)):
        said = desk("batch", "--paper", "agreement", "--cases", cases, "--out", out)
        assert (said.code, len(said.err.splitlines())) == (1, 1)
