"""A real desk for tests: encrypted, set up as a person does it, with passwords that are cheap to try and a clock in hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from mediation_desk.actions.cases import NewParty, blank, register
from mediation_desk.actions.centre_plan import CentrePlan, MediatorPlan, PointPlan
from mediation_desk.actions.desk import Desk
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.set_up import FirstAccount, SetUp, Welcome, set_up
from mediation_desk.actions.sign_in import sign_in
from mediation_desk.domain.records import Case, Subject
from mediation_desk.records.profile import Profile
from mediation_desk.records.vault import Cost

CHEAP = Cost(memory_kib=32, iterations=1, lanes=1)
PASSPHRASE = "山阳区的春天 2026"
ACCOUNT = "李国庆"
PASSWORD = "木城街道和平街18号"
CENTRE = CentrePlan(
    name="武陟县木城街道人民调解委员会",
    short_name="木城",
    legal_kind="street",
    area="410823",
    court="武陟县人民法院",
    points=(PointPlan("木城街道调解点", "mediation"),),
    mediators=(MediatorPlan("李国庆", "member"), MediatorPlan("牛建军")),
)
SECOND_CENTRE = CentrePlan(name="焦作市非诉讼服务中心人民调解委员会", short_name="焦非诉", legal_kind="non_litigation")


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, **delta: float) -> None:
        """Move on (or back) by ``seconds=``, ``minutes=``, ``days=``."""
        self.now += timedelta(**delta)


def make_desk(folder: Path, clock: HandClock, *centres: CentrePlan) -> tuple[Desk, Welcome]:
    """A new desk in ``folder`` and what was shown once; the same keys each time."""
    plan = SetUp(centres or (CENTRE,), FirstAccount(ACCOUNT, "李国庆", PASSWORD), "03")
    return set_up(Profile(folder), plan, PASSPHRASE, keyring=False, clock=clock, rng=Random(7).randbytes, cost=CHEAP)


def person(seat: Seat, name: str, **facts: object) -> Subject:
    """A person who has not been written yet."""
    return Subject(id=seat.desk.store.ids.new(), centre_id=centre_of(seat), name=name, **facts)  # type: ignore[arg-type]


def centre_of(seat: Seat) -> UUID:
    """The first centre of the desk."""
    return seat.account.centre_id


def neighbours(seat: Seat) -> Case:
    """The leak between two neighbours, registered."""
    applicant = person(seat, "王𠮷", phone="13839100001", document_number="410823196803121212")
    respondent = person(seat, "李㛃", phone="13839100002", document_number="410823197511022129")
    parties = (NewParty(applicant, "applicant"), NewParty(respondent, "respondent"))
    return register(seat, blank(seat, centre_of(seat)), parties)


@pytest.fixture
def clock() -> HandClock:
    """The clock on the wall of ``desk``."""
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    """A new desk of one centre."""
    made, _welcome = make_desk(tmp_path / "desk", clock)
    yield made
    made.close()


@pytest.fixture
def seat(desk: Desk) -> Seat:
    """The head of the centre, signed in."""
    return sign_in(desk, ACCOUNT, PASSWORD)
