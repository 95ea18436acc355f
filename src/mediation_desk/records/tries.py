"""Wrong tries at signing in, counted on this desk by account name: they survive a restart and are never journalled."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from mediation_desk.records.engine import writing
from mediation_desk.records.store import Store
from mediation_desk.records.tables import SIGN_IN_TRY

FREE = 5
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=5)
_FORGOTTEN_AFTER = timedelta(days=1)


def wait_after(wrong: int) -> timedelta:
    """How long to wait after so many wrong tries: nothing before the fifth, then doubling from 5 s up to 5 minutes."""
    if wrong < FREE:
        return timedelta(0)
    return min(LONGEST_WAIT, FIRST_WAIT * (1 << min(wrong - FREE, 10)))


def begin_try(store: Store, name: str) -> int:
    """Count a try before it is judged, so that a process killed in between has counted too.

    Returns 0, or the seconds to wait; then the try was neither judged nor counted.
    """
    now = store.clock()
    with writing(store.engine) as connection:
        connection.execute(delete(SIGN_IN_TRY).where(SIGN_IN_TRY.c.last_at < now - _FORGOTTEN_AFTER))
        query = select(SIGN_IN_TRY.c.wrong, SIGN_IN_TRY.c.last_at).where(SIGN_IN_TRY.c.account == name)
        row = connection.execute(query).first()
        wrong, last_at = (row[0], row[1]) if row else (0, now)
        if last_at > now:
            # The clock was set back: the wait begins anew by today's clock, or it could last for years.
            last_at = now
            _note(connection, name, wrong, now)
        left = last_at + wait_after(wrong) - now
        if left > timedelta(0):
            return math.ceil(left.total_seconds())
        _note(connection, name, wrong + 1, now)
    return 0


def clear_tries(store: Store, name: str) -> None:
    """The right password was given, or a new one set."""
    with writing(store.engine) as connection:
        connection.execute(delete(SIGN_IN_TRY).where(SIGN_IN_TRY.c.account == name))


def _note(connection: Connection, name: str, wrong: int, at: datetime) -> None:
    body = {"wrong": wrong, "last_at": at}
    query = upsert(SIGN_IN_TRY).values(account=name, **body)
    connection.execute(query.on_conflict_do_update(index_elements=["account"], set_=body))
