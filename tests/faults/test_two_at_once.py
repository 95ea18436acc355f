"""Two processes on one desk: both write, none undoes the other, and a change made on what has moved is refused."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

from tests.faults.conftest import Called
from tests.faults.reopened import reopened
from tests.faults.test_refused import cases

from mediation_desk.records.engine import writing

MANY = 8


def document(title: str) -> dict[str, Any]:
    """A case with nothing but its title."""
    return {"centre": "武陟县木城街道人民调解委员会", "title": title}


def written(file: Path, content: Any) -> Path:
    """A file of JSON."""
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return file


def test_both_write(desk: Called, tmp_path: Path) -> None:
    """Every case of both is there, each under a number of its own."""
    files = {
        who: [written(tmp_path / f"{who}{n}.json", document(f"{who}{n}")) for n in range(MANY)] for who in ("甲", "乙")
    }
    waiting = [desk.begin("record", *own) for own in files.values()]
    numbers = [n for wait in waiting for n in wait.end().ok().split()]
    assert len(set(numbers)) == 2 * MANY
    assert sorted(cases(desk)) == sorted(numbers)
    desk("check").ok()


def test_one_waits_for_the_other(desk: Called, tmp_path: Path) -> None:
    """A write begun while another process writes waits for it, and is then made."""
    file = written(tmp_path / "one.json", document("等一等"))
    with reopened(desk.profile) as other:
        with writing(other.store.engine):
            wait = desk.begin("record", file)
            threading.Event().wait(2)
        assert wait.end().ok()
    assert len(cases(desk)) == 1


def test_one_waits_too_long(desk: Called, tmp_path: Path) -> None:
    """Another process that does not finish: a sentence, and nothing was written."""
    file = written(tmp_path / "one.json", document("等不到"))
    with reopened(desk.profile) as other, writing(other.store.engine):
        assert desk("record", file).sentence
    assert cases(desk) == []
    desk("record", file).ok()
    assert len(cases(desk)) == 1


def test_a_change_made_on_what_has_moved(desk: Called, tmp_path: Path) -> None:
    """Two read the same case and change its facts: one is written, the other is told, and both texts are still there to
    be compared; made once more on what now stands, his change is written too."""
    number = desk("record", written(tmp_path / "new.json", document("漏水"))).ok().strip()
    read = json.loads(desk("show", number, "--json").ok())
    ways = {text: written(tmp_path / f"{text}.json", read | {"facts": text}) for text in ("甲写的", "乙写的")}
    waiting = {text: desk.begin("record", file) for text, file in ways.items()}
    answers = {text: wait.end() for text, wait in waiting.items()}
    assert sorted(a.code for a in answers.values()) == [0, 1]
    loser = next(text for text, a in answers.items() if a.code)
    assert "$.revision" in answers[loser].complained
    now = json.loads(desk("show", number, "--json").ok())
    assert now["facts"] == next(text for text, a in answers.items() if not a.code)
    desk("record", written(tmp_path / "again.json", now | {"facts": loser})).ok()
    history = desk("history", number).ok()
    assert all(text in history for text in ways)
    desk("check").ok()
