"""Column types: what goes into a STRICT table comes out as it was, in a form that sorts and reads by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, select
from sqlalchemy.exc import StatementError
from tests.records.kept import Kept

from mediation_desk.records.engine import reading, writing
from mediation_desk.records.types import Day, Flag, Identity, Instant, Packed, instant_text


@dataclass(frozen=True)
class Instalment:
    """Something with a shape."""

    due: date
    fen: int


metadata = MetaData()
SAMPLE = Table(
    "sample",
    metadata,
    Column("id", Identity(), primary_key=True),
    Column("day", Day()),
    Column("at", Instant()),
    Column("flag", Flag()),
    Column("schedule", Packed(tuple[Instalment, ...])),
    sqlite_strict=True,
)

rows = st.fixed_dictionaries(
    {
        "day": st.none() | st.dates(),
        "at": st.none() | st.datetimes(timezones=st.just(UTC)),
        "flag": st.none() | st.booleans(),
        "schedule": st.none() | st.lists(st.builds(Instalment, st.dates(), st.integers(0, 10**14))).map(tuple),
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(row=rows)
def test_what_goes_in_comes_out(kept: Kept, row: dict[str, object]) -> None:
    """Every value of every type, None included."""
    identity = uuid4()
    with writing(kept.engine) as connection:
        metadata.create_all(connection)
        connection.execute(SAMPLE.insert().values(id=identity, **row))
    with reading(kept.engine) as connection:
        got = connection.execute(select(SAMPLE).where(SAMPLE.c.id == identity)).one()
    assert got._asdict() == {"id": identity, **row}


def test_the_stored_form_is_readable_and_sorts(kept: Kept) -> None:
    """Text of a fixed width in UTC, so that the order of the text is the order in time."""
    identity = UUID(int=1)
    china = timezone(timedelta(hours=8))
    with writing(kept.engine) as connection:
        metadata.create_all(connection)
        at = datetime(2026, 11, 24, 12, 18, 51, tzinfo=china)
        connection.execute(SAMPLE.insert().values(id=identity, day=date(2026, 11, 24), at=at, flag=True))
        stored = connection.exec_driver_sql("SELECT id, day, at, flag, schedule FROM sample").one()
    assert stored == (identity.bytes, "2026-11-24", "2026-11-24T04:18:51.000000Z", 1, None)


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_text_order_is_time_order(one: datetime, other: datetime) -> None:
    """Also across years of fewer digits and moments without microseconds."""
    assert (one < other) == (instant_text(one) < instant_text(other))


@pytest.mark.parametrize(
    ("column", "value"),
    [("at", datetime(2026, 1, 1)), ("day", datetime(2026, 1, 1, tzinfo=UTC))],  # noqa: DTZ001
)
def test_an_instant_without_zone_and_a_day_with_time_are_refused(kept: Kept, column: str, value: datetime) -> None:
    """Either would mean another thing on the next machine."""
    with writing(kept.engine) as connection:
        metadata.create_all(connection)
        with pytest.raises(StatementError):
            connection.execute(SAMPLE.insert().values(id=uuid4(), **{column: value}))
