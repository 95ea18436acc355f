"""Undo: a further unit with the opposite changes, of one's own last unit only, and judged like any other."""

from __future__ import annotations

import dataclasses

import pytest
from tests.desk_fixtures import centre_of, neighbours, person

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Account, Case, Paper, Party, Signing, StageChange, Subject
from mediation_desk.domain.roles import ACCOUNTS, AMEND, ISSUE, MEDIATOR, REGISTER, SIGN, UNDO
from mediation_desk.records import history
from mediation_desk.records.door import is_signed
from mediation_desk.records.stale import StaleWrite
from mediation_desk.records.store import Actor
from mediation_desk.records.undo import NOTHING, last_unit, undo


def undo_last(seat: Seat) -> None:
    """What Ctrl+Z does."""
    with seat.read() as reader:
        unit = last_unit(reader.connection, seat.desk.store.desk_id, seat.account.id)
    if unit is None:
        raise KnownProblem(NOTHING)
    undo(seat.desk.store, seat.actor, unit)


def subject_of(seat: Seat, name: str) -> Subject | None:
    """The person of that name who counts."""
    with seat.read() as reader:
        return next(iter(reader.find(Subject, name=name)), None)


def add(seat: Seat, name: str) -> Subject:
    """A person, written in a unit of his own."""
    with seat.write(REGISTER, centre_of(seat)) as unit:
        return unit.put(person(seat, name))


def test_a_change_is_taken_back_and_both_stay_in_the_history(seat: Seat) -> None:
    """The value is as before; the history shows the change and its undoing."""
    subject = add(seat, "王𠮷")
    with seat.write(AMEND, centre_of(seat)) as unit:
        unit.put(dataclasses.replace(subject, occupation="农民"), was=subject)
    undo_last(seat)
    assert subject_of(seat, "王𠮷") == subject
    with seat.read() as reader:
        entries = history.of_record(reader.connection, subject.id, "occupation")
    assert [(e.old, e.new, e.purpose) for e in entries] == [("", "农民", AMEND), ("农民", "", UNDO)]


def test_each_undo_goes_one_step_further_back(seat: Seat) -> None:
    """What was undone is not undone again."""
    add(seat, "王𠮷")
    add(seat, "李㛃")
    undo_last(seat)
    assert subject_of(seat, "李㛃") is None
    assert subject_of(seat, "王𠮷") is not None
    undo_last(seat)
    assert subject_of(seat, "王𠮷") is None
    with pytest.raises(KnownProblem):
        undo_last(seat)


def test_a_whole_registration_is_one_step(seat: Seat) -> None:
    """Case, parties, subjects and first stage came in one unit and go in one; the number is not given again."""
    case = neighbours(seat)
    undo_last(seat)
    with seat.read() as reader:
        assert [reader.find(kind) for kind in (Case, Party, StageChange, Subject)] == [[], [], [], []]
    assert neighbours(seat).number_serial == case.number_serial + 1


def test_what_was_taken_out_comes_back(seat: Seat) -> None:
    """Also into the search: a record that counts is found."""
    subject = add(seat, "王𠮷")
    with seat.write(AMEND, centre_of(seat)) as unit:
        unit.void(subject)
    undo_last(seat)
    assert subject_of(seat, "王𠮷") == subject
    with seat.read() as reader:
        query = "SELECT folded FROM search_text WHERE record_id = ?"
        assert reader.connection.exec_driver_sql(query, (subject.id.bytes,)).scalar_one().startswith("王𠮷")
        assert [e.action for e in history.of_record(reader.connection, subject.id) if e.field is None] == [
            "void",
            "restore",
        ]


def test_nobody_undoes_what_another_did(seat: Seat) -> None:
    """One's own last unit, whoever wrote since."""
    mine = add(seat, "王𠮷")
    other = Actor(seat.desk.store.ids.new(), {centre_of(seat): frozenset({MEDIATOR})})
    with seat.desk.store.write(other, REGISTER, centre_of(seat)) as unit:
        theirs = unit.put(person(seat, "李㛃"))
    undo_last(seat)
    with seat.read() as reader:
        assert reader.get(Subject, mine.id) is None
        assert reader.get(Subject, theirs.id) == theirs


def test_what_someone_changed_since_is_shown_before_it_is_undone(seat: Seat) -> None:
    """An undo is a change like any other: it overwrites nothing that its author has not seen."""
    subject = add(seat, "王𠮷")
    mine = dataclasses.replace(subject, phone="13839100001")
    with seat.write(AMEND, centre_of(seat)) as unit:
        unit.put(mine, was=subject)
    other = Actor(seat.desk.store.ids.new(), {centre_of(seat): frozenset({MEDIATOR})})
    theirs = dataclasses.replace(mine, phone="13700000011")
    with seat.desk.store.write(other, AMEND, centre_of(seat)) as unit:
        unit.put(theirs, was=mine)
    with pytest.raises(StaleWrite):
        undo_last(seat)
    assert subject_of(seat, "王𠮷") == theirs


def test_a_fact_of_signing_is_taken_back_by_a_row_of_its_own(seat: Seat) -> None:
    """Signed facts are added and never removed: the mistaken one stays, and one stands against it."""
    case = neighbours(seat)
    agreement_id = seat.desk.store.ids.new()
    with seat.write(SIGN, case.centre_id) as unit:
        fact = unit.put(
            Signing(
                id=unit.new_id(),
                centre_id=case.centre_id,
                case_id=case.id,
                agreement_id=agreement_id,
                fact="signed",
                on=seat.desk.today,
            )
        )
    undo_last(seat)
    with seat.read() as reader:
        first, second = reader.find(Signing, agreement_id=agreement_id)
        assert first == fact
        assert (second.fact, second.retracts) == ("retracted", fact.id)
        assert not is_signed(reader.connection, agreement_id)


def test_an_issued_paper_and_what_came_before_it_are_not_undone_by_a_key(seat: Seat) -> None:
    """Paper in people's hands is not unmade by Ctrl+Z."""
    case = neighbours(seat)
    with seat.write(ISSUE, case.centre_id) as unit:
        unit.put(
            Paper(
                id=unit.new_id(),
                centre_id=case.centre_id,
                case_id=case.id,
                paper_kind="agreement",
                code="A",
                wording="1",
                view="0" * 64,
                pdf="1" * 64,
                pages=1,
                copies=3,
                issued_at=unit.context.at,
            )
        )
    with pytest.raises(KnownProblem):
        undo_last(seat)
    with seat.read() as reader:
        assert reader.get(Case, case.id) == case


def test_accounts_are_not_undone_by_a_key(seat: Seat) -> None:
    """A slip of the hand must not take somebody's access away."""
    with seat.write(ACCOUNTS, centre_of(seat)) as unit:
        account = unit.put(Account(id=unit.new_id(), centre_id=centre_of(seat), name="牛建军", person="牛建军"))
    with pytest.raises(KnownProblem):
        undo_last(seat)
    with seat.read() as reader:
        assert reader.get(Account, account.id) == account
