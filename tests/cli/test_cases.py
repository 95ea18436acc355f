"""``record``, ``show``, ``list``, ``find``, ``history`` and ``schema`` as they are called."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.called import Caller

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
NUMBER = "（2026）木城人调字第03001号"


@pytest.fixture
def desk(call: Caller) -> Caller:
    """A desk with the first case on it."""
    call.init()
    assert call("record", SAMPLES / "case1.json").lines == [NUMBER]
    return call


def test_a_case_is_shown_recorded_again_and_found(desk: Caller) -> None:
    """What one command prints, the other takes; each ends with 0."""
    shown = desk("show", NUMBER, "--json")
    assert shown.code == 0
    document = json.loads(shown.out)
    assert document["parties"][0]["name"] == "王𠮷"
    again = desk("record", desk.file("again.json", shown.out))
    assert (again.code, again.lines) == (0, [NUMBER])
    assert desk("show", NUMBER, "--json").out == shown.out
    schema = json.loads(desk("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema, cls=jsonschema.Draft202012Validator)


def test_lists_are_arrays_with_what_other_programs_need(desk: Caller) -> None:
    """``list --json`` and ``find --json`` are arrays; each case with number, title, stage and centre."""
    (row,) = json.loads(desk("list", "--json").out)
    assert (row["number"], row["title"], row["stage"]) == (NUMBER, "王𠮷与李㛃邻里纠纷", "agreed")
    assert row["centre"] == "武陟县木城街道人民调解委员会"
    assert json.loads(desk("find", "李㛃", "--json").out) == [row]
    assert json.loads(desk("find", "wj", "漏水", "--json").out) == [row]
    assert json.loads(desk("find", "张三", "--json").out) == []
    assert NUMBER in desk("list").out
    assert NUMBER in desk("find", "410823196803121212").out


def test_the_outline_holds_the_whole_case(desk: Caller) -> None:
    """A person reads in the terminal what the dossier says."""
    said = desk("show", NUMBER).out
    for words in (
        "王𠮷",
        "410823197511022129",
        "Hui",
        "人民币陆仟零柒元壹角肆分",
        "2026-10-08",
    ):
        assert words in said
    assert "2026-09-05 09:30" in said


def test_a_number_is_typed_with_whatever_brackets_the_keyboard_has(desk: Caller) -> None:
    """Half-width brackets and spaces find the case as well."""
    assert desk("show", "(2026) 木城人调字第03001号").lines[0].startswith(NUMBER)


def test_the_history_says_who_changed_what(desk: Caller) -> None:
    """From what, to what, by whom and when; a secret is never shown."""
    document = json.loads(desk("show", NUMBER, "--json").out)
    document["parties"][1]["phone"] = "13839100003"
    desk("record", desk.file("changed.json", json.dumps(document)))
    lines = desk("history", NUMBER).lines
    heads = [line for line in lines if not line.startswith(" ")]
    assert len(heads) == 2
    assert all("李国庆" in head for head in heads)
    assert any("13839100002 → 13839100003" in line for line in lines[-3:])


def test_a_bad_document_ends_with_1_and_its_place(desk: Caller) -> None:
    """The sentence on stderr names the file, the place and the rule, and there is never a traceback."""
    document = json.loads((SAMPLES / "case1.json").read_text(encoding="utf-8"))
    document["claims"][1]["amount"] = 6007.14
    document["agreement"]["terms"][0]["obligors"] = ["赵敏"]
    bad = desk.file("bad.json", json.dumps(document))
    said = desk("record", bad)
    assert (said.code, said.out) == (1, "")
    assert str(bad) in said.err
    assert "$.claims[1].amount" in said.err
    assert "Traceback" not in said.err
    assert len(json.loads(desk("list", "--json").out)) == 1


@pytest.mark.parametrize("content", ["", "{", "[1]", "null", "\ufeff{}", "PK\x03\x04"])
def test_no_file_brings_a_traceback(desk: Caller, content: str) -> None:
    """Whatever is handed in gives one sentence and 1."""
    said = desk("record", desk.file("odd.json", content))
    assert said.code == 1
    assert said.err
    assert "Traceback" not in said.err


def test_each_file_stands_by_itself(desk: Caller) -> None:
    """A file that is right stays recorded when the next one is not there."""
    said = desk("record", SAMPLES / "case1.json", desk.folder / "none.json")
    assert said.code == 1
    assert said.lines == ["（2026）木城人调字第03002号"]
    assert "none.json" in said.err


def test_an_unknown_number_is_a_sentence(desk: Caller) -> None:
    """No case of that number: 1, for people and for programs."""
    for command in (("show",), ("show", "--json"), ("history",)):
        said = desk(*command, "（2026）木城人调字第03009号")
        assert (said.code, said.out) == (1, "")
        assert said.err.strip()


def test_a_call_not_understood_ends_with_2(desk: Caller) -> None:
    """Usage mistakes are told apart from what the world refuses."""
    assert desk("record").code == 2
    assert desk("show").code == 2
    assert desk("list", "--xml").code == 2
