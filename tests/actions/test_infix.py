"""A restored desk never gives a number a second time."""

from __future__ import annotations

import pytest

from mediation_desk.actions.infix import choose_infix, infix_of, needs_infix, spend_infix
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.store import Store


def test_the_digits_of_a_copied_desk_are_never_used_again(store: Store) -> None:
    choose_infix(store, "03")
    spend_infix(store)
    assert needs_infix(store)
    with pytest.raises(KnownProblem):
        infix_of(store)
    with pytest.raises(KnownProblem):
        choose_infix(store, "03")
    choose_infix(store, "04")
    assert not needs_infix(store)
    assert infix_of(store) == "04"


@pytest.mark.parametrize("typed", ["", "3", "00", "100", "ab"])
def test_digits_are_two_from_01_to_99(store: Store, typed: str) -> None:
    with pytest.raises(KnownProblem):
        choose_infix(store, typed)
