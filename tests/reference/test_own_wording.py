"""A centre may say things its own way; it cannot break a form."""

from __future__ import annotations

import pytest
from tests.documents.paper_cases import ISSUED, SHORT

from mediation_desk.documents.paper import paper_differences, paper_text, render
from mediation_desk.documents.papers.kinds import KINDS
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.reference.own_wording import own_wording
from mediation_desk.reference.papers import wording_on, wordings

SHIPPED = wording_on("receipt", ISSUED.date())


def test_a_phrase_in_the_centres_own_words_is_printed() -> None:
    """And the rest stays as shipped."""
    own = own_wording(SHIPPED, {"on": "实收日期：{on}。"}, "centre.1", "本会决定")
    kind, view = KINDS["receipt"], SHORT["receipt"]
    assert "实收日期：2026年9月15日。" in paper_text(kind, view, own)
    assert paper_differences(kind, view, render(kind, view, draft=False, words=own), own) == []


@pytest.mark.parametrize(
    ("phrase", "text", "rule"),
    [
        ("nothing", "甲", "no text named nothing"),
        ("title", "  ", "“收条” cannot be left empty"),
        ("on", "收款日期：{on。", "a brace stands alone"),
        ("on", "收款日期。", r"lacks \{on\}"),
        ("on", "{on}{payer.__class__}", r"cannot fill in \{payer.__class__\}"),
        ("on", "{on!r}", r"lacks \{on\}"),
    ],
)
def test_a_broken_one_is_refused_with_place_and_rule(phrase: str, text: str, rule: str) -> None:
    """The built-in wording goes on working."""
    with pytest.raises(KnownProblem, match=rule):
        own_wording(SHIPPED, {phrase: text}, "centre.1", "本会决定")


def test_every_version_of_every_wording_has_what_its_forms_ask_for() -> None:
    """A phrase that only one version has would break a paper years later."""
    for kind in KINDS.values():
        names = [set(version.phrases) for version in wordings(kind.wording)]
        assert all(one == names[0] for one in names), kind.key
        assert all(version.source.strip() for version in wordings(kind.wording))
