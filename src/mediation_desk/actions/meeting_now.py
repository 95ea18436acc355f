"""Whether a meeting is being held at this moment: begun not long ago, and its result not written yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.records import Meeting
from mediation_desk.records.tables import table_of

LONGEST = timedelta(hours=4)
BEFORE = timedelta(minutes=15)


def meeting_under_way(seat: Seat, now: datetime) -> bool:
    """Whether a meeting of one of his centres began at most four hours ago (or is about to) and has no result yet."""
    table = table_of(Meeting)
    query = (
        select(table.c.id)
        .where(
            table.c.centre_id.in_(seat.readable()),
            table.c.voided.is_(False),
            table.c.result == "",
            table.c.at >= now - LONGEST,
            table.c.at <= now + BEFORE,
        )
        .limit(1)
    )
    with seat.read() as reader:
        return reader.connection.execute(query).first() is not None
