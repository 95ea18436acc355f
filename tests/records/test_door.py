"""The one door: what a change writes into the journal, and what it refuses."""

from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import select
from tests.desk_fixtures import PASSWORD, centre_of, neighbours, person

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Account, Record, Signing, Subject
from mediation_desk.domain.roles import AMEND, REGISTER, SIGN
from mediation_desk.journal.op import Op, from_bytes
from mediation_desk.records import history
from mediation_desk.records.door import GONE, SIGNED
from mediation_desk.records.tables import OP


def ops_of(seat: Seat, record: Record) -> list[Op]:
    """The ops about a record, oldest first."""
    with seat.read() as reader:
        bodies = reader.connection.execute(select(OP.c.body).where(OP.c.record_id == record.id).order_by(OP.c.place))
        return [from_bytes(body) for (body,) in bodies]


def written(seat: Seat, subject: Subject) -> Subject:
    """The subject, put down."""
    with seat.write(REGISTER, centre_of(seat)) as unit:
        return unit.put(subject)


def test_a_new_record_is_journalled_without_what_keeps_its_default(seat: Seat) -> None:
    """The op is the difference from nothing; who, why and when stand beside it."""
    subject = written(seat, person(seat, "王𠮷", phone="13839100001"))
    [op] = ops_of(seat, subject)
    assert op.changes == {"name": [None, "王𠮷"], "phone": [None, "13839100001"]}
    assert (op.action, op.purpose, op.actor) == ("create", REGISTER, str(seat.account.id))
    assert op.at == "2026-11-24T02:00:00.000000Z"


def test_a_change_is_journalled_with_old_and_new(seat: Seat) -> None:
    """Only the fields that differ are in the op."""
    subject = written(seat, person(seat, "王𠮷"))
    with seat.write(AMEND, centre_of(seat)) as unit:
        unit.put(dataclasses.replace(subject, occupation="农民"), was=subject)
    assert ops_of(seat, subject)[-1].changes == {"occupation": ["", "农民"]}


def test_no_difference_writes_nothing(seat: Seat) -> None:
    """Saving an unchanged page leaves no trace in the history."""
    subject = written(seat, person(seat, "王𠮷"))
    with seat.write(AMEND, centre_of(seat)) as unit:
        unit.put(subject, was=subject)
    assert len(ops_of(seat, subject)) == 1


def test_a_unit_reads_its_own_changes(seat: Seat) -> None:
    """A record made and changed in one unit is two ops and one row."""
    subject = person(seat, "王吉")
    right = dataclasses.replace(subject, name="王𠮷")
    with seat.write(REGISTER, centre_of(seat)) as unit:
        unit.put(subject)
        unit.put(right, was=subject)
        assert unit.read.get(Subject, subject.id) == right
    assert [op.action for op in ops_of(seat, subject)] == ["create", "amend"]
    with seat.read() as reader:
        assert reader.get(Subject, subject.id) == right


def test_what_was_taken_out_is_not_changed(seat: Seat) -> None:
    """The page of a record that someone took out meanwhile says so and loses nothing."""
    subject = written(seat, person(seat, "王𠮷"))
    with seat.write(AMEND, centre_of(seat)) as unit:
        unit.void(subject)
    with pytest.raises(KnownProblem) as refused, seat.write(AMEND, centre_of(seat)) as unit:
        unit.put(dataclasses.replace(subject, occupation="农民"), was=subject)
    assert refused.value.sentence.text == GONE
    with seat.read() as reader:
        assert reader.get(Subject, subject.id) is None
        assert reader.get(Subject, subject.id, voided=True) == subject
    assert [op.action for op in ops_of(seat, subject)] == ["create", "void"]


def test_a_fact_of_signing_is_neither_changed_nor_taken_out(seat: Seat) -> None:
    """The door says in words what the triggers would refuse."""
    case = neighbours(seat)
    fact = Signing(
        id=seat.desk.store.ids.new(),
        centre_id=case.centre_id,
        case_id=case.id,
        agreement_id=seat.desk.store.ids.new(),
        fact="signed",
        on=seat.desk.today,
    )
    with seat.write(SIGN, case.centre_id) as unit:
        unit.put(fact)
    for attempt in (lambda u: u.put(dataclasses.replace(fact, place="别处"), was=fact), lambda u: u.void(fact)):
        with pytest.raises(KnownProblem) as refused, seat.write(SIGN, case.centre_id) as unit:
            attempt(unit)
        assert refused.value.sentence.text == SIGNED


def test_a_password_is_only_a_hash_in_the_journal_and_dots_in_the_history(seat: Seat) -> None:
    """The journal travels to central and is read by auditors."""
    op = ops_of(seat, seat.account)[0]
    assert op.changes["password"][1].startswith("$argon2id$")
    with seat.read() as reader:
        bodies = reader.connection.execute(select(OP.c.body)).scalars()
        assert all(PASSWORD.encode() not in body for body in bodies)
        [shown] = history.of_record(reader.connection, seat.account.id, "password")
        account = reader.get(Account, seat.account.id)
    assert (shown.old, shown.new) == (None, history.HIDDEN)
    assert account is not None
    assert account.password not in repr(shown)


def test_a_summary_row_follows_its_case(seat: Seat) -> None:
    """Lists are read from one row a case; a name put right is put right there in the same transaction."""
    case = neighbours(seat)
    query = "SELECT applicants, respondents, stage FROM case_summary WHERE case_id = ?"
    with seat.read() as reader:
        subject = next(s for s in reader.find(Subject) if s.name == "王𠮷")
        row = reader.connection.exec_driver_sql(query, (case.id.bytes,)).one()
    assert tuple(row) == ("王𠮷", "李㛃", "registered")
    with seat.write(AMEND, case.centre_id) as unit:
        unit.put(dataclasses.replace(subject, name="王吉"), was=subject)
    with seat.read() as reader:
        assert reader.connection.exec_driver_sql(query, (case.id.bytes,)).one()[0] == "王吉"
