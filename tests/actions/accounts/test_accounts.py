"""Accounts and roles: who may keep them, and that a centre is never left without somebody who may."""

from __future__ import annotations

import pytest
from tests.desk_fixtures import ACCOUNT, CHEAP, PASSWORD, SECOND_CENTRE, centre_of

from mediation_desk.actions.accounts import (
    NOBODY_LEFT,
    accounts,
    add_account,
    change_password,
    close_account,
    grant_role,
    reopen_account,
    reset_password,
    withdraw_role,
)
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.set_up import add_centre
from mediation_desk.actions.sign_in import sign_in
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Account
from mediation_desk.domain.roles import (
    ACCOUNTS,
    ADMIN,
    AUDITOR,
    BACKUP,
    HEAD,
    MEDIATOR,
    PERMITTED,
    PURPOSES,
    REGISTER,
    REGISTRAR,
    ROLES,
    permits,
)

OTHER, OTHERS_PASSWORD = "王秀梅", "abcd-efgh"


@pytest.fixture
def other(seat: Seat) -> Account:
    """A colleague who is a mediator."""
    return add_account(seat, centre_of(seat), OTHER, OTHER, OTHERS_PASSWORD, [MEDIATOR], cost=CHEAP)


def roles(seat: Seat, account: Account) -> frozenset[str]:
    """His roles as he would have them on signing in now."""
    entry = next(e for e in accounts(seat, centre_of(seat)) if e.account.id == account.id)
    return entry.roles.get(centre_of(seat), frozenset())


def test_a_colleague_is_added_and_signs_in(seat: Seat, other: Account) -> None:
    """With his own roles and no others."""
    own = sign_in(seat.desk, OTHER, OTHERS_PASSWORD)
    assert own.actor.roles == {centre_of(seat): frozenset({MEDIATOR})}
    assert not own.may(ACCOUNTS)


def test_roles_are_given_and_taken(seat: Seat, other: Account) -> None:
    """One role by one; giving a role twice gives it once."""
    for _ in range(2):
        grant_role(seat, other, centre_of(seat), REGISTRAR)
    assert roles(seat, other) == {MEDIATOR, REGISTRAR}
    withdraw_role(seat, other, centre_of(seat), REGISTRAR)
    assert roles(seat, other) == {MEDIATOR}


def test_who_may_not_keep_accounts_changes_none(seat: Seat, other: Account) -> None:
    """Neither his own roles nor another's password."""
    own = sign_in(seat.desk, OTHER, OTHERS_PASSWORD)
    centre = centre_of(seat)
    attempts = (
        lambda: grant_role(own, other, centre, HEAD),
        lambda: withdraw_role(own, seat.account, centre, HEAD),
        lambda: close_account(own, seat.account),
        lambda: add_account(own, centre, "新人", "新人", "abcd-efgh", [HEAD], cost=CHEAP),
        lambda: reset_password(own, seat.account, "abcd-efgh", CHEAP),
    )
    for attempt in attempts:
        with pytest.raises(KnownProblem):
            attempt()
    assert sign_in(seat.desk, ACCOUNT, PASSWORD).actor == seat.actor
    assert roles(seat, other) == {MEDIATOR}


def test_a_centre_is_never_left_without_a_keeper(seat: Seat, other: Account) -> None:
    """The last who may keep accounts can neither give up his roles nor close himself; with another he can."""
    centre = centre_of(seat)
    withdraw_role(seat, seat.account, centre, ADMIN)
    for attempt in (
        lambda: withdraw_role(seat, seat.account, centre, HEAD),
        lambda: close_account(seat, seat.account),
    ):
        with pytest.raises(KnownProblem) as refused:
            attempt()
        assert refused.value.sentence.text == NOBODY_LEFT
    assert sign_in(seat.desk, ACCOUNT, PASSWORD)
    grant_role(seat, other, centre, HEAD)
    withdraw_role(seat, seat.account, centre, HEAD)
    assert roles(seat, seat.account) == {MEDIATOR}


def test_a_closed_keeper_does_not_count(seat: Seat, other: Account) -> None:
    """Someone who cannot sign in keeps nothing."""
    centre = centre_of(seat)
    grant_role(seat, other, centre, ADMIN)
    closed = close_account(seat, other)
    with pytest.raises(KnownProblem):
        close_account(seat, seat.account)
    reopen_account(seat, closed)
    close_account(seat, seat.account)


def test_closing_looks_at_every_centre_of_the_account(seat: Seat, other: Account) -> None:
    """The only administrator of a second centre belongs to the first."""
    add_centre(seat, SECOND_CENTRE)
    grant_role(seat, other, centre_of(seat), HEAD)
    with pytest.raises(KnownProblem):
        close_account(seat, seat.account)


def test_a_closed_account_signs_in_no_more_and_again_once_reopened(seat: Seat, other: Account) -> None:
    """Its work stays under its name."""
    closed = close_account(seat, other)
    with pytest.raises(KnownProblem):
        sign_in(seat.desk, OTHER, OTHERS_PASSWORD)
    reopen_account(seat, closed)
    assert sign_in(seat.desk, OTHER, OTHERS_PASSWORD)


@pytest.mark.parametrize(
    ("name", "person", "password"),
    [
        (" ", OTHER, "abcd-efgh"),
        ("wang", " ", "abcd-efgh"),
        ("wang", OTHER, "1234567"),
        ("wang", OTHER, "𠮷𠮷𠮷𠮷"),  # four code points, eight UTF-16 units
        ("wangxiumei", OTHER, "WANGXIUMEI"),
        (ACCOUNT, OTHER, "abcd-efgh"),
        (f"{ACCOUNT} ", OTHER, "abcd-efgh"),
    ],
)
def test_an_account_needs_a_name_of_its_own_and_a_password(seat: Seat, name: str, person: str, password: str) -> None:
    """Two colleagues of one name could not tell whose account is whose."""
    with pytest.raises(KnownProblem):
        add_account(seat, centre_of(seat), name, person, password, [MEDIATOR], cost=CHEAP)
    assert len(accounts(seat, centre_of(seat))) == 1


@pytest.mark.parametrize("password", ["12345678", "密码密码密码密码", "𠮷" * 8, "correct horse battery"])
def test_eight_characters_of_any_kind_are_enough(seat: Seat, other: Account, password: str) -> None:
    """No rules on what a password is made of."""
    reset_password(seat, other, password, CHEAP)
    assert sign_in(seat.desk, OTHER, password)


def test_one_changes_ones_own_password_by_the_present_one(seat: Seat, other: Account) -> None:
    """Whoever finds a screen left open cannot take the account."""
    own = sign_in(seat.desk, OTHER, OTHERS_PASSWORD)
    with pytest.raises(KnownProblem):
        change_password(own, "a guess that is wrong", "ijkl-mnop", CHEAP)
    change_password(own, OTHERS_PASSWORD, "ijkl-mnop", CHEAP)
    with pytest.raises(KnownProblem):
        sign_in(seat.desk, OTHER, OTHERS_PASSWORD)
    assert sign_in(seat.desk, OTHER, "ijkl-mnop")
    change_password(own, "ijkl-mnop", OTHERS_PASSWORD, CHEAP)  # the seat's copy of the account is the older one


def test_the_head_resets_a_forgotten_password(seat: Seat, other: Account) -> None:
    """And with it ends the wait of who tried too often."""
    for _ in range(6):
        with pytest.raises(KnownProblem):
            sign_in(seat.desk, OTHER, "wrong-wrong")
    reset_password(seat, other, "ijkl-mnop", CHEAP)
    assert sign_in(seat.desk, OTHER, "ijkl-mnop")


def test_an_administrator_alone_resets_no_password(seat: Seat, other: Account) -> None:
    """He keeps the machine; only the head answers for who signs as whom."""
    withdraw_role(seat, other, centre_of(seat), MEDIATOR)
    grant_role(seat, other, centre_of(seat), ADMIN)
    with pytest.raises(KnownProblem):
        reset_password(sign_in(seat.desk, OTHER, OTHERS_PASSWORD), seat.account, "abcd-efgh", CHEAP)


def test_the_table_of_rights_is_complete() -> None:
    """Each purpose has a name and somebody who may; nobody has a right that the table of roles does not know."""
    assert PERMITTED.keys() == PURPOSES.keys()
    assert all(roles and roles <= ROLES.keys() for roles in PERMITTED.values())


def test_an_auditor_writes_nothing_about_cases() -> None:
    """He reads, checks and backs up."""
    may = {purpose for purpose in PURPOSES if permits([AUDITOR], purpose)}
    assert may == {"own_account", "read", "history", BACKUP, "check"}
    assert not permits([ADMIN], REGISTER)
    with pytest.raises(KeyError):
        permits([HEAD], "no such purpose")
