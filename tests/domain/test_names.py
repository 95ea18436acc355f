"""A name that changes a character is another person's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.finding import Severity
from mediation_desk.domain.names import clean_name, name_findings


@pytest.mark.parametrize(
    "name",
    ["王𠮷", "李㛃", "尉迟䶮", "周敏𬱖", "杨犇", "阿卜杜热依木·买买提", "John O'Brien", "Müller", "〇一", "吴𱁬"],
)
def test_real_names_have_no_finding(name: str) -> None:
    assert name_findings(name) == ()


def test_rare_characters_count_as_one() -> None:
    assert name_findings("𠮷") != ()
    assert name_findings("𠮷" * 30) == ()
    assert name_findings("𠮷" * 31) != ()


def test_inner_spaces_stay_and_outer_ones_go() -> None:
    assert clean_name("  王　𠮷 \n") == "王　𠮷"
    assert clean_name("John  Smith") == "John  Smith"


def test_names_are_composed_and_nothing_more() -> None:
    assert clean_name("Mu\u0308ller") == "Müller"
    assert clean_name("Ａ①㈱") == "Ａ①㈱"  # NFKC would rewrite all three


def test_the_wrong_dot_is_a_hint() -> None:
    (finding,) = name_findings("买买提•阿里")
    assert finding.severity is Severity.HINT


@pytest.mark.parametrize("name", ["王\ue000", "王5", "王?", "王\u200b五"])
def test_private_and_strange_characters_warn(name: str) -> None:
    (finding,) = name_findings(name)
    assert finding.severity is Severity.WARN


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_name(clean_name(text)) == clean_name(text)
    name_findings(text)
