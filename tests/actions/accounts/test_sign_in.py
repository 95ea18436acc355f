"""Signing in: a growing wait and never a lock for good, no word on which half was wrong, no clock that can be tricked."""

from __future__ import annotations

import dataclasses

import pytest
from tests.desk_fixtures import ACCOUNT, CHEAP, PASSPHRASE, PASSWORD, HandClock, centre_of

from mediation_desk.actions import sign_in as signing_in
from mediation_desk.actions.accounts import add_account, close_account, withdraw_role
from mediation_desk.actions.desk import Desk, open_desk
from mediation_desk.actions.passwords import hash_password, matches
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.sign_in import WRONG, MustWait, sign_in
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Account, RoleGrant
from mediation_desk.domain.roles import ACCOUNTS, MEDIATOR
from mediation_desk.records.tries import FREE
from mediation_desk.records.vault import open_with_passphrase


def wrong_try(desk: Desk, name: str = ACCOUNT) -> int:
    """Try a wrong password; the seconds one is told to wait, 0 when the try was judged."""
    with pytest.raises(KnownProblem) as refused:
        sign_in(desk, name, "不是这个密码吧")
    if isinstance(refused.value, MustWait):
        return refused.value.seconds
    assert refused.value.sentence.text == WRONG
    return 0


@pytest.mark.parametrize("typed", [ACCOUNT, f" {ACCOUNT} "])
def test_the_right_password_gives_a_seat(desk: Desk, typed: str) -> None:
    """Space around a name is no mistake."""
    assert sign_in(desk, typed, PASSWORD).account.person == "李国庆"


def test_full_width_typing_is_no_mistake(seat: Seat) -> None:
    """An input method left in full width types ＡＢＣ for ABC, in the name and in the password."""
    add_account(seat, centre_of(seat), "wang", "王秀梅", "Abc-12345", [MEDIATOR], cost=CHEAP)
    assert sign_in(seat.desk, "ＷＡＮＧ", "Ａｂｃ－１２３４５").account.name == "wang"


def test_the_wait_grows_and_ends_at_five_minutes(desk: Desk, clock: HandClock) -> None:
    """Five tries are free; then 5, 10, 20 … 300 s, and after each wait one more try is judged. Never for good."""
    waits = []
    for _ in range(FREE + 8):
        seconds = wrong_try(desk)
        if seconds:
            waits.append(seconds)
            clock.go_on(seconds=seconds)
            assert wrong_try(desk) == 0
    assert waits == [5, 10, 20, 40, 80, 160, 300, 300]
    clock.go_on(seconds=300)
    assert sign_in(desk, ACCOUNT, PASSWORD)


def test_during_the_wait_even_the_right_password_is_not_looked_at(desk: Desk, clock: HandClock) -> None:
    """Else the wait would tell nothing to a guesser and cost him nothing; the tries of the wait are not counted."""
    for _ in range(FREE):
        wrong_try(desk)
    for _ in range(20):
        with pytest.raises(MustWait):
            sign_in(desk, ACCOUNT, PASSWORD)
    clock.go_on(seconds=4)
    assert wrong_try(desk) == 1
    clock.go_on(seconds=1)
    assert sign_in(desk, ACCOUNT, PASSWORD)


def test_the_right_password_begins_anew(desk: Desk) -> None:
    """Yesterday's slips do not add to today's."""
    for _ in range(FREE - 1):
        wrong_try(desk)
    sign_in(desk, ACCOUNT, PASSWORD)
    for _ in range(FREE):
        assert wrong_try(desk) == 0
    assert wrong_try(desk) == 5


def test_the_count_survives_a_restart(desk: Desk, clock: HandClock) -> None:
    """Closing the program is no way round the wait, nor is a second window."""
    for _ in range(FREE):
        wrong_try(desk)
    again = open_desk(desk.profile, open_with_passphrase(desk.profile, PASSPHRASE), clock)
    assert wrong_try(again) == 5
    again.close()


def test_a_clock_set_back_never_locks_for_longer_than_five_minutes(desk: Desk, clock: HandClock) -> None:
    """An empty battery sets the clock to another year; whoever comes then must not wait for that year to pass."""
    for _ in range(FREE + 7):
        clock.go_on(seconds=300)
        wrong_try(desk)
    clock.go_on(days=-3650)
    assert wrong_try(desk) == 300
    clock.go_on(seconds=299)
    assert wrong_try(desk) == 1
    clock.go_on(seconds=1)
    assert sign_in(desk, ACCOUNT, PASSWORD)


def test_one_name_does_not_make_another_wait(seat: Seat) -> None:
    """Guessing at a colleague's account keeps nobody else out."""
    add_account(seat, centre_of(seat), "王秀梅", "王秀梅", "abcd-efgh", [MEDIATOR], cost=CHEAP)
    for _ in range(FREE):
        wrong_try(seat.desk)
    assert wrong_try(seat.desk) > 0
    assert sign_in(seat.desk, "王秀梅", "abcd-efgh")


def test_a_name_that_nobody_has_is_answered_alike(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sentence, the same wait, and as many hashes worked out: neither word nor time tells who has an account."""
    judged: list[str] = []

    def judge(password: str, stored: str) -> bool:
        judged.append(stored)
        return matches(password, stored)

    monkeypatch.setattr(signing_in, "matches", judge)
    for name in (ACCOUNT, "没有此人"):
        judged.clear()
        for _ in range(FREE):
            assert wrong_try(desk, name) == 0
        assert wrong_try(desk, name) == 5
        assert len(judged) == FREE
        assert all(stored.startswith("$argon2id$") for stored in judged)


def test_a_closed_account_and_one_without_a_role_are_told_so(seat: Seat) -> None:
    """Only to whoever knows the password."""
    centre = centre_of(seat)
    account = add_account(seat, centre, "王秀梅", "王秀梅", "abcd-efgh", [MEDIATOR], cost=CHEAP)
    withdraw_role(seat, account, centre, MEDIATOR)
    with pytest.raises(KnownProblem, match="no role"):
        sign_in(seat.desk, "王秀梅", "abcd-efgh")
    close_account(seat, account)
    with pytest.raises(KnownProblem, match="closed"):
        sign_in(seat.desk, "王秀梅", "abcd-efgh")
    assert wrong_try(seat.desk, "王秀梅") == 0


def test_of_two_accounts_of_one_name_the_password_decides(seat: Seat) -> None:
    """Two desks apart may each have made a 王秀梅; when they meet, both go on signing in."""
    centre = centre_of(seat)
    first = add_account(seat, centre, "王秀梅", "王秀梅", "abcd-efgh", [MEDIATOR], cost=CHEAP)
    with seat.write(ACCOUNTS, centre) as unit:
        hashed = hash_password("efgh-abcd", bytes(16), CHEAP)
        second = unit.put(dataclasses.replace(first, id=unit.new_id(), password=hashed))
        unit.put(RoleGrant(id=unit.new_id(), centre_id=centre, account_id=second.id, role=MEDIATOR))
    assert sign_in(seat.desk, "王秀梅", "abcd-efgh").account.id == first.id
    assert sign_in(seat.desk, "王秀梅", "efgh-abcd").account.id == second.id


def test_a_hash_names_its_parameters_and_differs_by_salt() -> None:
    """So that the cost can be raised later and older hashes still open; equal passwords do not look equal."""
    first, second = (hash_password(PASSWORD, bytes([n]) * 16, CHEAP) for n in (1, 2))
    assert first.startswith("$argon2id$v=19$m=32,t=1,p=1$")
    assert first != second
    assert matches(PASSWORD, first)
    assert matches(PASSWORD, second)
    assert not matches(PASSWORD + " ", first)


@pytest.mark.parametrize("stored", ["", "plain text", "$argon2id$", "$argon2id$v=19$m=32,t=1,p=1$AAAA$"])
def test_what_is_no_hash_matches_nothing(stored: str) -> None:
    """An empty or damaged hash is not an open door."""
    assert not matches("", stored)
    assert not matches(PASSWORD, stored)


def test_the_account_of_a_seat_holds_no_password(seat: Seat) -> None:
    """What windows carry about shows no password, and its hash only as the secret field that lists leave out."""
    with seat.read() as reader:
        account = reader.get(Account, seat.account.id)
    assert account is not None
    assert PASSWORD not in repr(account)
