"""A restored desk never gives a number a second time."""

from __future__ import annotations

import pytest

from mediation_desk.actions.desk import Desk
from mediation_desk.actions.infix import choose_infix, infix_of, needs_infix, spend_infix
from mediation_desk.domain.problem import KnownProblem


def test_the_digits_of_a_copied_desk_are_never_used_again(desk: Desk) -> None:
    choose_infix(desk.store, "03")
    spend_infix(desk.store)
    assert needs_infix(desk.store)
    with pytest.raises(KnownProblem):
        infix_of(desk.store)
    with pytest.raises(KnownProblem):
        choose_infix(desk.store, "03")
    choose_infix(desk.store, "04")
    assert not needs_infix(desk.store)
    assert infix_of(desk.store) == "04"


@pytest.mark.parametrize("typed", ["", "3", "00", "100", "ab"])
def test_digits_are_two_from_01_to_99(desk: Desk, typed: str) -> None:
    with pytest.raises(KnownProblem):
        choose_infix(desk.store, typed)
