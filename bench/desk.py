"""A real desk, encrypted, for measuring: one centre, its head signed in, and as many cases as are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from random import Random

from bench.cases import Graph, Maker
from mediation_desk.actions.centre_plan import CentrePlan, MediatorPlan
from mediation_desk.actions.seat import Seat, take_seat
from mediation_desk.actions.set_up import FirstAccount, SetUp, set_up
from mediation_desk.domain.records import Account
from mediation_desk.domain.roles import REGISTER
from mediation_desk.records.profile import Profile
from mediation_desk.records.vault import Cost

UNIT = 1_000
PASSPHRASE = "山阳区的春天 2026"
_CHEAP = Cost(memory_kib=32, iterations=1, lanes=1)
_CENTRE = CentrePlan(
    name="焦作市某某人民调解委员会",
    short_name="焦量",
    legal_kind="non_litigation",
    mediators=tuple(MediatorPlan(name) for name in ("李国庆", "牛建军", "张海燕")),
)


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Seat, Maker]]:
    """A new desk in ``folder``: the seat of its head, and a maker of cases for its centre."""
    plan = SetUp((_CENTRE,), FirstAccount("head", "李国庆", ""), "01")
    desk, _welcome = set_up(Profile(folder), plan, PASSPHRASE, keyring=False, rng=Random(7).randbytes, cost=_CHEAP)
    try:
        with desk.store.read() as reader:
            seat = take_seat(desk, reader.find(Account)[0])
        centre_id = seat.account.centre_id
        yield seat, Maker(centre_id, tuple(m.id for m in seat.mediators(centre_id)))
    finally:
        desk.close()


def write(seat: Seat, graphs: Iterable[Graph], unit_size: int = UNIT) -> None:
    """Write graphs through the one door, so many in a unit."""
    waiting = iter(graphs)
    while together := list(islice(waiting, unit_size)):
        with seat.write(REGISTER, seat.account.centre_id) as unit:
            for graph in together:
                for record in graph.records:
                    unit.put(record)
