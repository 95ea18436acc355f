from __future__ import annotations

import pytest
from sqlalchemy import func, select

from mediation_desk.actions.case_document import record, show, to_json
from mediation_desk.actions.sample.plan import CASES, case_bytes
from mediation_desk.actions.seat import Seat
from mediation_desk.records.tables import OP


def ops(seat: Seat) -> int:
    with seat.read() as reader:
        return int(reader.connection.execute(select(func.count()).select_from(OP)).scalar_one())


@pytest.mark.parametrize("name", CASES)
def test_showing_and_recording_again_changes_nothing(seat: Seat, name: str) -> None:
    """A program may hand back what it was shown: not one change is written, and the next showing is the same."""
    (done,) = record(seat, case_bytes(name))
    shown = to_json(show(seat, done.number))
    before = ops(seat)
    (again,) = record(seat, shown)
    assert again.case_id == done.case_id
    assert not again.new
    assert not again.changed
    assert ops(seat) == before
    assert to_json(show(seat, done.number)) == shown
