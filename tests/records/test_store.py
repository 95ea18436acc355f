"""The store: a unit stands or falls as a whole, only for whom it is permitted, and is told to who listens."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import Row, select
from tests.desk_fixtures import HandClock, centre_of, neighbours, person

from mediation_desk.actions.cases import blank
from mediation_desk.actions.desk import Desk
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Case, Subject
from mediation_desk.domain.roles import AMEND, AUDITOR, REGISTER
from mediation_desk.journal.chain import Stored, breaks
from mediation_desk.records.disk import BUSY
from mediation_desk.records.door import Changed
from mediation_desk.records.engine import open_engine, reading, writing
from mediation_desk.records.store import NOT_PERMITTED, Actor, Store
from mediation_desk.records.tables import OP, SEARCH_KEY, SEARCH_TEXT


class Stop(Exception):
    """Breaks a unit off."""


def counts(store: Store) -> tuple[int, ...]:
    """How many rows stand in the journal, the records and the index."""
    with reading(store.engine) as connection:
        tables = ("op", "subject", "case", "search_text", "search_key", "search_pairs")
        return tuple(connection.exec_driver_sql(f'SELECT count(*) FROM "{t}"').scalar_one() for t in tables)


def stored(row: Row[Any]) -> Stored:
    """A row of the journal as the chain is walked over it."""
    return Stored(row.body, row.digest, str(row.desk_id), str(row.centre_id), row.desk_seq)


def test_a_unit_that_is_broken_off_leaves_nothing(seat: Seat) -> None:
    """Rows, journal and search index are one transaction: half a change would be a lie in one of them."""
    before = counts(seat.desk.store)
    with pytest.raises(Stop), seat.write(REGISTER, centre_of(seat)) as unit:
        unit.put(person(seat, "王𠮷", phone="13839100001"))
        assert unit.read.find(Subject)  # flushed into the transaction
        raise Stop
    assert counts(seat.desk.store) == before


def test_a_unit_that_ends_writes_all_three(seat: Seat) -> None:
    """The counterpart: the same unit, not broken off."""
    before = counts(seat.desk.store)
    with seat.write(REGISTER, centre_of(seat)) as unit:
        unit.put(person(seat, "王𠮷", phone="13839100001"))
        unit.put(dataclasses.replace(blank(seat, centre_of(seat)), facts="卫生间渗漏"))
    assert all(now > then for now, then in zip(counts(seat.desk.store), before, strict=True))


def test_who_may_not_writes_nothing(seat: Seat) -> None:
    """Roles permit purposes; a refused unit is never opened."""
    before = counts(seat.desk.store)
    auditor = Actor(seat.account.id, {centre_of(seat): frozenset({AUDITOR})})
    with pytest.raises(KnownProblem) as refused, seat.desk.store.write(auditor, REGISTER, centre_of(seat)) as unit:
        unit.put(person(seat, "王𠮷"))
    assert refused.value.sentence.text == NOT_PERMITTED
    assert counts(seat.desk.store) == before


def test_a_role_at_one_centre_is_none_at_another(seat: Seat) -> None:
    """The centre is the shard: rights end at its border."""
    elsewhere = seat.desk.store.ids.new()
    with pytest.raises(KnownProblem), seat.write(REGISTER, elsewhere):
        pass


def test_a_unit_holds_records_of_one_centre(seat: Seat) -> None:
    """Ops of a unit go to central together, so they are of one register."""
    stranger = dataclasses.replace(person(seat, "王𠮷"), centre_id=seat.desk.store.ids.new())
    with pytest.raises(ValueError, match="one centre"), seat.write(REGISTER, centre_of(seat)) as unit:
        unit.put(stranger)


def test_listeners_hear_what_was_committed_and_only_that(seat: Seat) -> None:
    """Windows refresh from this: a rolled-back change must not be shown."""
    heard: list[frozenset[Changed]] = []
    stop = seat.desk.store.on_changed(heard.append)
    subject = person(seat, "王𠮷")
    with pytest.raises(Stop), seat.write(REGISTER, centre_of(seat)) as unit:
        unit.put(subject)
        raise Stop
    assert heard == []
    with seat.write(REGISTER, centre_of(seat)) as unit:
        unit.put(subject)
    assert heard == [frozenset({Changed("subject", subject.id, None)})]
    stop()
    neighbours(seat)
    assert len(heard) == 1


def test_ops_are_gapless_and_chained(seat: Seat) -> None:
    """``desk_seq`` runs on without a gap, each op names the digest before it, and the columns say what the bytes say."""
    neighbours(seat)
    with reading(seat.desk.store.engine) as connection:
        rows = connection.execute(select(OP).order_by(OP.c.place)).all()
    assert [r.desk_seq for r in rows] == list(range(1, len(rows) + 1))
    assert list(breaks(map(stored, rows))) == []
    for row in rows:
        told = msgspec.json.decode(row.body)
        assert (told["op_id"], told["actor"], told["desk_seq"]) == (str(row.op_id), str(row.actor), row.desk_seq)


def test_a_new_desk_identity_begins_a_new_chain(seat: Seat) -> None:
    """After a restore two copies must never write the same numbers of one chain."""
    store = seat.desk.store
    old = store.desk_id
    new = store.renew_desk()
    neighbours(seat)
    with reading(store.engine) as connection:
        numbers = connection.execute(select(OP.c.desk_seq).where(OP.c.desk_id == new).order_by(OP.c.place)).scalars()
        assert next(iter(numbers)) == 1
        chain = connection.execute(select(OP).order_by(OP.c.place)).all()
    assert new != old
    assert list(breaks(map(stored, chain))) == []


def test_facts_of_the_desk_are_kept_and_not_journalled(desk: Desk) -> None:
    """What a desk knows of itself stays with it."""
    before = counts(desk.store)
    desk.store.set_facts([("infix", "07"), ("seen", "yes")])
    assert (desk.store.fact("infix"), desk.store.fact("seen"), desk.store.fact("none")) == ("07", "yes", None)
    assert counts(desk.store) == before


def test_a_writer_that_waits_too_long_says_so(seat: Seat, clock: HandClock) -> None:
    """A second process does not fail half-way: it waits, then says a sentence, and nothing is lost."""
    desk = seat.desk
    impatient = Store(open_engine(desk.profile.database, desk.vault.key, busy_seconds=0.05), clock)
    before = counts(desk.store)
    try:
        with (
            writing(desk.store.engine),
            pytest.raises(KnownProblem) as refused,
            impatient.write(seat.actor, REGISTER, centre_of(seat)) as unit,
        ):
            unit.put(person(seat, "王𠮷"))
        assert refused.value.sentence.text == BUSY
        assert counts(desk.store) == before
    finally:
        impatient.close()


def test_a_reader_sees_one_moment(seat: Seat) -> None:
    """A case is read whole while another window writes to it."""
    case = neighbours(seat)
    with seat.read() as reader:
        first = reader.get(Case, case.id)
        with seat.write(AMEND, centre_of(seat)) as unit:
            unit.put(dataclasses.replace(case, facts="卫生间渗漏"), was=case)
        assert reader.get(Case, case.id) == first
    with seat.read() as reader:
        assert reader.get(Case, case.id) != first


def test_many_reads_by_identity(seat: Seat) -> None:
    """Subjects of a case are fetched in one query, the unknown left out."""
    neighbours(seat)
    with seat.read() as reader:
        subjects = {s.id: s for s in reader.find(Subject)}
        assert reader.many(Subject, [*subjects, UUID(int=1)]) == subjects
        assert reader.many(Subject, []) == {}


def test_the_index_holds_no_text_of_taken_out_records(seat: Seat) -> None:
    """What no longer counts is no longer found."""
    subject = person(seat, "王𠮷", phone="13839100001")
    with seat.write(REGISTER, centre_of(seat)) as unit:
        unit.put(subject)
    with seat.write(AMEND, centre_of(seat)) as unit:
        unit.void(subject)
    with reading(seat.desk.store.engine) as connection:
        for table in (SEARCH_TEXT, SEARCH_KEY):
            assert connection.execute(select(table).where(table.c.record_id == subject.id)).all() == []
