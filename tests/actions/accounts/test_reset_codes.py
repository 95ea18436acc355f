"""A forgotten password at a point with one person: a code of the head's, read over the telephone, works once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.desk_fixtures import ACCOUNT, CHEAP, PASSWORD, HandClock, centre_of, make_desk

from mediation_desk.actions.accounts import add_account
from mediation_desk.actions.desk import Desk
from mediation_desk.actions.reset_codes import new_code, new_sheet, read_code, reset_by_code, unused_codes
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.sign_in import MustWait, sign_in
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import ResetCode
from mediation_desk.domain.roles import MEDIATOR
from mediation_desk.records import history
from mediation_desk.records.recovery_code import ALPHABET
from mediation_desk.records.tries import FREE

NEW = "换了一个新的密码"


@pytest.fixture
def welcome(tmp_path: Path, clock: HandClock) -> Iterator[tuple[Desk, tuple[str, ...]]]:
    """A desk and the sheet that was shown once."""
    desk, shown = make_desk(tmp_path / "other", clock)
    yield desk, shown.reset_codes
    desk.close()


def test_a_code_sets_a_new_password(welcome: tuple[Desk, tuple[str, ...]]) -> None:
    """As it is heard: small letters, spaces, full width."""
    desk, codes = welcome
    heard = codes[0].lower().replace("-", " ")
    reset_by_code(desk, ACCOUNT, heard, NEW, CHEAP)
    assert sign_in(desk, ACCOUNT, NEW)
    with pytest.raises(KnownProblem):
        sign_in(desk, ACCOUNT, PASSWORD)


def test_each_code_works_once(welcome: tuple[Desk, tuple[str, ...]]) -> None:
    """Who overheard it on the telephone has nothing; the other seven still hold."""
    desk, codes = welcome
    reset_by_code(desk, ACCOUNT, codes[3], NEW, CHEAP)
    with pytest.raises(KnownProblem, match="does not hold"):
        reset_by_code(desk, ACCOUNT, codes[3], "又想再换一个密码", CHEAP)
    seat = sign_in(desk, ACCOUNT, NEW)
    assert unused_codes(seat, centre_of(seat)) == 7
    reset_by_code(desk, ACCOUNT, codes[4], PASSWORD, CHEAP)
    assert sign_in(desk, ACCOUNT, PASSWORD)


def test_the_use_is_journalled(welcome: tuple[Desk, tuple[str, ...]]) -> None:
    """For which account and when; the code itself and the password are dots."""
    desk, codes = welcome
    reset_by_code(desk, ACCOUNT, codes[0], NEW, CHEAP)
    seat = sign_in(desk, ACCOUNT, NEW)
    with seat.read() as reader:
        [used] = [code for code in reader.find(ResetCode) if code.used_at]
        shown = history.of_record(reader.connection, used.id)
    assert (used.used_for, used.used_at) == (seat.account.id, desk.store.clock())
    assert {e.new for e in shown if e.field and e.field.name == "digest"} == {history.HIDDEN}


def test_a_mistyped_code_is_not_a_try(welcome: tuple[Desk, tuple[str, ...]]) -> None:
    """The check character finds a misheard letter and says so; nothing is counted."""
    desk, codes = welcome
    wrong = codes[0][:-1] + next(a for a in ALPHABET if a != codes[0][-1])
    for typed in (wrong, "", "ABCD", codes[0] + "2", "王" * 12):
        with pytest.raises(KnownProblem, match="mistyped"):
            reset_by_code(desk, ACCOUNT, typed, NEW, CHEAP)
    assert sign_in(desk, ACCOUNT, PASSWORD)


def test_guessing_codes_makes_the_name_wait(welcome: tuple[Desk, tuple[str, ...]]) -> None:
    """Codes and passwords are counted together."""
    desk, _ = welcome
    guesses = [new_code(Random(seed).randbytes) for seed in range(100, 101 + FREE)]
    for guess in guesses[:FREE]:
        with pytest.raises(KnownProblem, match="does not hold"):
            reset_by_code(desk, ACCOUNT, guess, NEW, CHEAP)
    with pytest.raises(MustWait):
        reset_by_code(desk, ACCOUNT, guesses[FREE], NEW, CHEAP)
    with pytest.raises(MustWait):
        sign_in(desk, ACCOUNT, PASSWORD)


def test_the_right_code_ends_the_wait(welcome: tuple[Desk, tuple[str, ...]], clock: HandClock) -> None:
    """Who tried his forgotten password too often and then telephones signs in at once."""
    desk, codes = welcome
    for _ in range(FREE):
        with pytest.raises(KnownProblem):
            sign_in(desk, ACCOUNT, "不是这个密码吧")
    clock.go_on(seconds=5)
    reset_by_code(desk, ACCOUNT, codes[0], NEW, CHEAP)
    assert sign_in(desk, ACCOUNT, NEW)


def test_a_new_sheet_replaces_the_old_one(welcome: tuple[Desk, tuple[str, ...]]) -> None:
    """A sheet that was lost or seen by others is made worthless."""
    desk, codes = welcome
    seat = sign_in(desk, ACCOUNT, PASSWORD)
    fresh = new_sheet(seat, centre_of(seat), CHEAP)
    assert len(fresh) == unused_codes(seat, centre_of(seat)) == 8
    with pytest.raises(KnownProblem, match="does not hold"):
        reset_by_code(desk, ACCOUNT, codes[0], NEW, CHEAP)
    reset_by_code(desk, ACCOUNT, fresh[7], NEW, CHEAP)


def test_only_the_head_makes_a_sheet(seat: Seat) -> None:
    """Whoever has a sheet can take any account of the centre."""
    add_account(seat, centre_of(seat), "王秀梅", "王秀梅", "abcd-efgh", [MEDIATOR], cost=CHEAP)
    with pytest.raises(KnownProblem):
        new_sheet(sign_in(seat.desk, "王秀梅", "abcd-efgh"), centre_of(seat), CHEAP)


def test_a_weak_new_password_leaves_the_code_unused(welcome: tuple[Desk, tuple[str, ...]]) -> None:
    """A code is not spent on a password that is refused; a name nobody has is told nothing else."""
    desk, codes = welcome
    with pytest.raises(KnownProblem, match="at least"):
        reset_by_code(desk, ACCOUNT, codes[0], "短", CHEAP)
    with pytest.raises(KnownProblem, match="does not hold"):
        reset_by_code(desk, "没有此人", codes[0], NEW, CHEAP)
    reset_by_code(desk, ACCOUNT, codes[0], NEW, CHEAP)


@pytest.mark.parametrize("seed", range(20))
def test_every_wrong_letter_and_every_exchange_is_noticed(seed: int) -> None:
    """Exhaustively for one code a seed: 12 places by 22 wrong letters, 11 exchanges of neighbours."""
    code = read_code(new_code(Random(seed).randbytes))
    for place, right in enumerate(code):
        for letter in ALPHABET.replace(right, ""):
            with pytest.raises(KnownProblem):
                read_code(code[:place] + letter + code[place + 1 :])
    for place in range(len(code) - 1):
        if code[place] != code[place + 1]:
            exchanged = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            with pytest.raises(KnownProblem):
                read_code(exchanged)
