"""A role taken away, or an account closed, writes nothing more from a window that is still open."""

from __future__ import annotations

import dataclasses

import pytest
from tests.desk_fixtures import CHEAP, centre_of, neighbours

from mediation_desk.actions.accounts import add_account, close_account, withdraw_role
from mediation_desk.actions.cases import amend_case
from mediation_desk.actions.desk import Desk
from mediation_desk.actions.seat import Seat, take_seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.roles import MEDIATOR


def colleague(seat: Seat) -> Seat:
    """A mediator who has signed in."""
    made = add_account(seat, centre_of(seat), "niu", "牛建军", "long enough 7", [MEDIATOR], cost=CHEAP)
    return take_seat(seat.desk, made)


@pytest.mark.parametrize("taken", ["role", "account"])
def test_an_open_window_writes_nothing_more(desk: Desk, seat: Seat, taken: str) -> None:
    other = colleague(seat)
    case = neighbours(seat)
    written = amend_case(other, dataclasses.replace(case, recorder="牛建军"), case)
    if taken == "role":
        withdraw_role(seat, other.account, case.centre_id, MEDIATOR)
    else:
        close_account(seat, other.account)
    with pytest.raises(KnownProblem):
        amend_case(other, dataclasses.replace(written, recorder="别人"), written)
    with desk.store.read() as reader:
        now = reader.get(type(case), case.id)
    assert now is not None
    assert now.recorder == "牛建军"
