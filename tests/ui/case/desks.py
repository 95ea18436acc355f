"""A real desk, encrypted, with the first of the three cases in it, for the tests of the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from mediation_desk.actions.accounts import add_account
from mediation_desk.actions.case_document import record
from mediation_desk.actions.desk import Desk, open_desk
from mediation_desk.actions.sample.plan import case_bytes, sample_plan
from mediation_desk.actions.seat import Seat, take_seat
from mediation_desk.actions.set_up import set_up
from mediation_desk.domain.records import Account
from mediation_desk.records.profile import Profile
from mediation_desk.records.vault import Cost, open_with_passphrase

CHEAP = Cost(memory_kib=32, iterations=1, lanes=1)
PASSPHRASE = "山阳区的春天 2026"
PASSWORD = "和平街18号的水管"
START = datetime(2026, 9, 8, 1, 30, tzinfo=UTC)


class Clock:
    """A clock that a test sets; each look at it is a millisecond later, so that identities have their order."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


def new_desk(folder: Path, clock: Clock) -> Desk:
    """The sample's three centres, set up in ``folder``."""
    desk, _welcome = set_up(
        Profile(folder),
        sample_plan(PASSWORD),
        PASSPHRASE,
        keyring=False,
        clock=clock,
        rng=Random(7).randbytes,
        cost=CHEAP,
    )
    return desk


@contextmanager
def opened(folder: Path, clock: Clock) -> Iterator[Desk]:
    """The desk in ``folder``, opened once more, as after a fresh start or by another process."""
    profile = Profile(folder)
    desk = open_desk(profile, open_with_passphrase(profile, PASSPHRASE), clock)
    yield desk
    desk.close()


def joined(seat: Seat, name: str, role: str) -> Seat:
    """Somebody else with one role at the first centre, seated at the same desk."""
    account = add_account(seat, seat.centres()[0].id, name, name, PASSWORD, [role], cost=CHEAP)
    return take_seat(seat.desk, account)


def seated(desk: Desk, name: str | None = None) -> Seat:
    """Somebody at the desk: the first account, or the one of that name."""
    with desk.store.read() as reader:
        accounts = reader.find(Account)
    return take_seat(desk, next(a for a in accounts if name in (None, a.name)))


def first_case(seat: Seat, name: str = "case1") -> UUID:
    """One of the three cases, recorded; its identity."""
    return record(seat, case_bytes(name))[0].case_id
