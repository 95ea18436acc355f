"""What is said in the chosen language: sentences, and several words on one line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mediation_desk.reference.language import CHINESE, ENGLISH, choose, listed


@pytest.fixture(autouse=True)
def _chinese_again() -> Iterator[None]:
    yield
    choose(CHINESE)


def test_words_are_listed_as_the_language_lists_them() -> None:
    """An English window holds no Chinese comma."""
    names = ["李国庆", "牛建军"]
    assert listed(names) == "李国庆、牛建军"
    choose(ENGLISH)
    assert listed(names) == "李国庆, 牛建军"
    assert listed([]) == ""
