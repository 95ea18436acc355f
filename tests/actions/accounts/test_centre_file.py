"""A centre told by a file: every mistake is named by file, place and rule."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mediation_desk.actions.centre_file import read_centre_file
from mediation_desk.domain.problem import KnownProblem

EXAMPLE = Path(__file__).resolve().parents[3] / "docs" / "centre.example.toml"
GOOD = 'name = "某调委会"\nshort_name = "某"\nlegal_kind = "village"\n'


def written(tmp_path: Path, text: str) -> Path:
    """The text as a file."""
    path = tmp_path / "centre.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_is_a_whole_one() -> None:
    """What the documentation shows is what the program reads."""
    plan = read_centre_file(EXAMPLE)
    assert (plan.name, plan.short_name) == ("武陟县木城街道人民调解委员会", "木城")
    assert [p.name for p in plan.points] == ["木城街道调解点"]
    assert plan.mediators[0].term_to == date(2027, 12, 31)


def test_the_least_that_is_needed(tmp_path: Path) -> None:
    """Three lines make a centre."""
    plan = read_centre_file(written(tmp_path, GOOD))
    assert (plan.mediation_kind, plan.lock_minutes, plan.points) == ("PM", 10, ())


@pytest.mark.parametrize(
    ("text", "place", "rule"),
    [
        ('name = "某"\nshort_name = "某"\n', "legal_kind", "missing"),
        (GOOD + "lock_minutes = true\n", "lock_minutes", "whole number"),
        (GOOD + 'lock_minutes = "10"\n', "lock_minutes", "whole number"),
        (GOOD + "lock_minutes = 0\n", "lock_minutes", "between 1 and 240"),
        (GOOD + "phone = 3917200000\n", "phone", "text in quotes"),
        (GOOD + 'colour = "red"\n', "colour", "no such key"),
        (GOOD.replace("village", "guild"), "legal_kind", "does not stand in the table"),
        (GOOD + "points = 3\n", "points", "[[points]]"),
        (GOOD + 'points = ["一"]\n', "points[0]", "table with keys"),
        (GOOD + '[[points]]\nname = "一"\n[[points]]\naddress = "二"\n', "points[1].name", "missing"),
        (GOOD + '[[points]]\nname = " "\n', "points[0].name", "needs a name"),
        (GOOD + '[[mediators]]\nname = "李"\nfull_time = "yes"\n', "mediators[0].full_time", "true or false"),
        (GOOD + '[[mediators]]\nname = "李"\nterm_from = 2025-01-01T00:00:00\n', "mediators[0].term_from", "a date"),
        (
            GOOD + '[[mediators]]\nname = "李"\nterm_from = 2025-01-01\nterm_to = 2024-01-01\n',
            "mediators[0].term_to",
            "before it begins",
        ),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, place: str, rule: str) -> None:
    """File, place and rule in one sentence."""
    path = written(tmp_path, text)
    with pytest.raises(KnownProblem) as refused:
        read_centre_file(path)
    said = str(refused.value)
    assert str(path) in said
    assert f", {place}: " in said
    assert rule in said


@pytest.mark.parametrize("content", [b"name = ", b"\xff\xfe", "name = “某”".encode()])
def test_what_is_no_toml_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    """Half a line, another encoding, quotes of the wrong kind."""
    path = tmp_path / "centre.toml"
    path.write_bytes(content)
    with pytest.raises(KnownProblem) as refused:
        read_centre_file(path)
    assert str(path) in str(refused.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Nor is a folder a file."""
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(KnownProblem):
            read_centre_file(path)
