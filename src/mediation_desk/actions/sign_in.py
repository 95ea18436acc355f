"""Signing in: by account name and password, on this machine alone, with a growing wait after wrong tries."""

from __future__ import annotations

from collections.abc import Iterable

from mediation_desk.actions.desk import Desk
from mediation_desk.actions.passwords import folded, matches
from mediation_desk.actions.seat import Seat, take_seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Account
from mediation_desk.domain.words import N_
from mediation_desk.records.tries import begin_try, clear_tries

WRONG = N_("Account name or password is not right. Try again, or ask the head of the centre to reset the password.")


class MustWait(KnownProblem):
    """Too many wrong tries; ``seconds`` are left until the next one."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(
            N_(
                "Too many wrong tries. Wait {seconds} seconds, then try again. "
                "The head of the centre can reset the password at once."
            ),
            seconds=seconds,
        )


def sign_in(desk: Desk, account_name: str, password: str) -> Seat:
    """The seat of the account whose password this is. Of several accounts of one name (made at desks apart), the one
    whose password fits.

    Raises ``MustWait`` after five wrong tries (at most 5 minutes), ``KnownProblem`` when name or password is wrong, or
    the account is closed or has no role. A name that nobody has costs the same time as one that somebody has.
    """
    account = proved(desk, account_name, password)
    if not account.active:
        raise KnownProblem("This account has been closed. Ask the head of the centre to open it again.")
    seat = take_seat(desk, account)
    if not seat.actor.roles:
        raise KnownProblem("This account has no role at this desk. Ask the head of the centre for one.")
    return seat


def proved(desk: Desk, account_name: str, password: str) -> Account:
    """The account of that name and password, open or closed; counts the try."""
    name = folded(account_name)
    seconds = begin_try(desk.store, name)
    if seconds:
        raise MustWait(seconds)
    with desk.store.read() as reader:
        accounts = reader.find(Account)
    named = [a for a in accounts if folded(a.name) == name and a.password]
    found = _fitting(named, password)
    if not named:
        _spend_the_time(accounts, password)
    if found is None:
        raise KnownProblem(WRONG)
    clear_tries(desk.store, name)
    return found


def accounts_named(desk: Desk, account_name: str) -> list[Account]:
    """The accounts of that name, open ones first, in the order they were made."""
    name = folded(account_name)
    with desk.store.read() as reader:
        return sorted((a for a in reader.find(Account) if folded(a.name) == name), key=lambda a: not a.active)


def _fitting(accounts: Iterable[Account], password: str) -> Account | None:
    """All are tried, whichever fits; an open account goes before a closed one."""
    fitting = [a for a in accounts if matches(password, a.password)]
    return min(fitting, key=lambda a: not a.active, default=None)


def _spend_the_time(accounts: Iterable[Account], password: str) -> None:
    """Judge the password against somebody's and forget the answer: who listens to the clock learns no names."""
    decoy = next((a.password for a in accounts if a.password), "")
    matches(password, decoy)
