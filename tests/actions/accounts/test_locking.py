"""When the screen is covered: the centre's own choice, longer while people sit at the table."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from mediation_desk.actions.locking import idle_limit, must_lock
from mediation_desk.domain.records import Centre

CENTRE = Centre(id=UUID(int=1), centre_id=UUID(int=1), name="调委会", short_name="木城", legal_kind="street")
STRICT = dataclasses.replace(CENTRE, lock_minutes=3, meeting_lock_minutes=20)
AT = datetime(2026, 11, 24, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("centres", "in_meeting", "minutes"),
    [
        ([], False, 10),
        ([], True, 60),
        ([CENTRE], False, 10),
        ([CENTRE], True, 60),
        ([CENTRE, STRICT], False, 3),
        ([STRICT, CENTRE], True, 20),
    ],
)
def test_the_strictest_centre_decides(centres: list[Centre], in_meeting: bool, minutes: int) -> None:
    """A desk that serves several shows the cases of all."""
    assert idle_limit(centres, in_meeting=in_meeting) == timedelta(minutes=minutes)


@pytest.mark.parametrize(("idle", "locks"), [(0, False), (599, False), (600, True), (86_400, True), (-3_600, False)])
def test_it_locks_at_the_limit_and_not_for_a_clock_set_back(idle: int, locks: bool) -> None:
    """To the second."""
    assert must_lock(timedelta(minutes=10), AT, AT + timedelta(seconds=idle)) is locks
