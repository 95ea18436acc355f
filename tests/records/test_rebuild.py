"""The tables are the journal's projection: made anew they are the same, and whatever is not the same is found."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine
from tests.desk_fixtures import neighbours, person

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.records import Case, Meeting, Subject
from mediation_desk.domain.roles import AMEND, MEET
from mediation_desk.journal.op import Op, digest, to_bytes
from mediation_desk.records import rebuild, schema
from mediation_desk.records.drafts import keep
from mediation_desk.records.engine import open_engine, reading, writing
from mediation_desk.records.tables import OP
from mediation_desk.records.undo import last_unit, undo


@pytest.fixture
def worked(seat: Seat) -> Case:
    """A desk that has been worked at: changes, something taken out, something undone, an ordered list."""
    case = neighbours(seat)
    with seat.read() as reader:
        king = next(s for s in reader.find(Subject) if s.name == "王𠮷")
    with seat.write(AMEND, case.centre_id) as unit:
        unit.put(dataclasses.replace(king, occupation="农民", address="和平街18号"), was=king)
        gone = unit.put(person(seat, "误录"))
    with seat.write(MEET, case.centre_id) as unit:
        unit.put(
            Meeting(
                id=unit.new_id(),
                centre_id=case.centre_id,
                case_id=case.id,
                position=1,
                at=unit.context.at,
                mediator_ids=(unit.new_id(),),
                minutes="双方陈述。",
            )
        )
    with seat.write(AMEND, case.centre_id) as unit:
        unit.void(gone)
    with seat.write(AMEND, case.centre_id) as unit:
        unit.put(dataclasses.replace(case, facts="卫生间渗漏", people=2), was=case)
    with seat.read() as reader:
        unit_id = last_unit(reader.connection, seat.desk.store.desk_id, seat.account.id)
    assert unit_id is not None
    undo(seat.desk.store, seat.actor, unit_id)
    return case


@contextmanager
def fresh(tmp_path: Path) -> Iterator[Engine]:
    """An empty database beside the desk."""
    engine = open_engine(tmp_path / "fresh.db", bytes(32), create=True)
    schema.create(engine)
    yield engine
    engine.dispose()


def differences(seat: Seat, tmp_path: Path) -> list[rebuild.Mismatch]:
    """Where the desk's tables are not what its journal makes."""
    with fresh(tmp_path) as engine:
        with reading(seat.desk.store.engine) as live, writing(engine) as target:
            rebuild.fill(live, target)
        with reading(seat.desk.store.engine) as live, reading(engine) as made:
            return rebuild.mismatches(live, made)


def test_the_journal_makes_the_same_tables(seat: Seat, worked: Case, tmp_path: Path) -> None:
    """Records, journal, heads, lists and index, to the stored value."""
    assert differences(seat, tmp_path) == []


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE subject SET phone = '13839100009' WHERE name = '王𠮷'", "subject"),
        ("UPDATE subject SET voided = 0", "subject"),
        ("DELETE FROM meeting", "meeting"),
        ("INSERT INTO point SELECT randomblob(16), centre_id, name, point_kind, address, voided FROM point", "point"),
        ("UPDATE chain_head SET digest = 'sha256:0'", "chain_head"),
        ("UPDATE case_summary SET title = 'x'", "case_summary"),
        ("UPDATE search_text SET folded = 'x' WHERE kind = 'case'", "search_text"),
        ("DELETE FROM search_key WHERE what = 'phone' AND length(value) = 4", "search_key"),
    ],
)
def test_a_changed_row_is_found_in_its_table(
    seat: Seat, worked: Case, tmp_path: Path, statement: str, table: str
) -> None:
    """One value that did not come through the door, wherever it lies."""
    with writing(seat.desk.store.engine) as connection:
        connection.exec_driver_sql(statement)
    assert [m.table for m in differences(seat, tmp_path)] == [table]


def test_the_columns_beside_an_op_are_checked_against_its_bytes(seat: Seat, worked: Case, tmp_path: Path) -> None:
    """History is found by these columns: one that lies would hide a change without breaking the chain."""
    with writing(seat.desk.store.engine) as connection:
        connection.exec_driver_sql("DROP TRIGGER once_op_update")
        connection.exec_driver_sql("UPDATE op SET actor = randomblob(16) WHERE place = 20")
    found = differences(seat, tmp_path)
    assert [(m.table, m.rows) for m in found] == [("op", 1)]


def test_the_record_that_differs_is_named_and_counted_once(seat: Seat, worked: Case, tmp_path: Path) -> None:
    """Whoever has to look at it needs to know where."""
    with writing(seat.desk.store.engine) as connection:
        connection.exec_driver_sql('UPDATE "case" SET title = ?', ("别的",))
    [mismatch] = differences(seat, tmp_path)
    assert mismatch == rebuild.Mismatch("case", 1, worked.id)


def test_what_the_desk_keeps_for_itself_is_copied(seat: Seat, tmp_path: Path) -> None:
    """Drafts and facts are in no journal: a desk that is mended must not lose them."""
    keep(seat.desk.store, seat.account.id, "case:1", {"facts": "写到一半"})
    with fresh(tmp_path) as engine:
        with reading(seat.desk.store.engine) as live, writing(engine) as target:
            rebuild.copy_own(live, target)
        for query in ("SELECT * FROM draft", "SELECT * FROM desk_fact ORDER BY name"):
            assert rows(seat.desk.store.engine, query) == rows(engine, query) != []


def rows(engine: Engine, query: str) -> list[tuple[object, ...]]:
    """The rows a query gives."""
    with reading(engine) as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


def test_what_this_version_does_not_know_waits_in_the_journal(seat: Seat, worked: Case, tmp_path: Path) -> None:
    """An op of a kind or field from a newer desk is kept to the byte and breaks nothing."""
    with writing(seat.desk.store.engine) as connection:
        put_foreign(seat, connection)
    assert [m.table for m in differences(seat, tmp_path)] == ["chain_head"]


def put_foreign(seat: Seat, connection: Connection) -> None:
    """An op as another desk of a later version wrote it."""
    ids = seat.desk.store.ids
    op = Op(
        op_id=str(ids.new()),
        desk_id=str(ids.new()),
        centre_id=str(seat.account.centre_id),
        desk_seq=1,
        unit_id=str(ids.new()),
        purpose="visit",
        kind="visit",
        record_id=str(ids.new()),
        action="create",
        changes={"topic": [None, "来访"]},
        actor=str(seat.account.id),
        at="2026-11-24T02:00:00.000000Z",
        schema=9,
        prev="",
    )
    row = {name: getattr(op, name) for name in ("op_id", "desk_id", "centre_id", "unit_id", "record_id", "actor")}
    body = to_bytes(op)
    values = {name: UUID(value) for name, value in row.items()}
    connection.execute(OP.insert(), {**values, "desk_seq": 1, "body": body, "digest": digest(body)})
