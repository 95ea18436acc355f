"""A desk that serves the three centres of the sample, with someone seated at it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mediation_desk.actions.desk import Desk, system_random
from mediation_desk.actions.sample.plan import sample_plan
from mediation_desk.actions.seat import Seat, take_seat
from mediation_desk.actions.set_up import set_up
from mediation_desk.domain.records import Account
from mediation_desk.records.profile import Profile
from mediation_desk.records.vault import Cost

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)


class Ticking:
    """A clock of a fixed day that goes on by a second each time it is looked at."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A new desk without cases."""
    plan = sample_plan("sample-password")
    made, _ = set_up(
        Profile(tmp_path / "desk"), plan, "passphrase", keyring=False, clock=Ticking(), rng=system_random, cost=CHEAP
    )
    yield made
    made.close()


@pytest.fixture
def seat(desk: Desk) -> Seat:
    """The head of all three centres, who may do everything."""
    with desk.store.read() as reader:
        account = reader.find(Account)[0]
    return take_seat(desk, account)
