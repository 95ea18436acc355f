"""A form opened before another's change and saved after it: both are seen, nobody is overwritten."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from tests.desk_fixtures import ACCOUNT, PASSPHRASE, PASSWORD, HandClock, centre_of, person

from mediation_desk.actions.desk import Desk, open_desk
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.sign_in import sign_in
from mediation_desk.domain.records import Subject
from mediation_desk.domain.roles import AMEND, REGISTER
from mediation_desk.records.stale import StaleWrite
from mediation_desk.records.vault import open_with_passphrase


@pytest.fixture
def other(desk: Desk, clock: HandClock) -> Iterator[Seat]:
    """The same person at a second window: the same files opened a second time."""
    again = open_desk(desk.profile, open_with_passphrase(desk.profile, PASSPHRASE), clock)
    yield sign_in(again, ACCOUNT, PASSWORD)
    again.close()


@pytest.fixture
def read(seat: Seat) -> Subject:
    """A person as both windows have read him."""
    subject = person(seat, "王𠮷", phone="13839100001", document_type="id", document_number="410823196803121212")
    with seat.write(REGISTER, centre_of(seat)) as unit:
        return unit.put(subject)


def save(seat: Seat, was: Subject, **changes: object) -> None:
    """Save a form in which some fields were changed."""
    with seat.write(AMEND, was.centre_id) as unit:
        unit.put(dataclasses.replace(was, **changes), was=was)  # type: ignore[arg-type]


def now(seat: Seat, subject: Subject) -> Subject:
    """The person as he stands."""
    with seat.read() as reader:
        found = reader.get(Subject, subject.id)
    assert found is not None
    return found


def test_different_things_changed_apart_both_stand(seat: Seat, other: Seat, read: Subject) -> None:
    """Two people may work on one record, each on his own field."""
    save(other, read, phone="13700000011")
    save(seat, read, occupation="农民")
    assert now(seat, read) == dataclasses.replace(read, phone="13700000011", occupation="农民")


def test_the_same_thing_written_differently_is_shown_and_not_written(
    seat: Seat, other: Seat, read: Subject, clock: HandClock
) -> None:
    """The promise of no silent winner: who, when, what it was, what each wrote; then someone decides."""
    clock.go_on(minutes=5)
    save(other, read, phone="13700000011")
    changed_at = clock.now
    clock.go_on(minutes=5)
    with pytest.raises(StaleWrite) as found:
        save(seat, read, phone="13900000000", occupation="农民")
    [clash] = found.value.clashes
    assert (clash.field, clash.was, clash.theirs, clash.mine) == (
        "phone",
        "13839100001",
        "13700000011",
        "13900000000",
    )
    assert (clash.by, clash.at) == (other.account.id, changed_at)
    assert now(seat, read) == dataclasses.replace(read, phone="13700000011")


def test_the_same_value_written_twice_is_no_difference(seat: Seat, other: Seat, read: Subject) -> None:
    """Two people who put the same mistake right need not be asked."""
    save(other, read, phone="13700000011")
    save(seat, read, phone="13700000011")
    assert now(seat, read).phone == "13700000011"


def test_fields_of_one_group_are_judged_together(seat: Seat, other: Seat, read: Subject) -> None:
    """A document's number means nothing without its kind: one changed here, the other there, is a difference."""
    save(other, read, document_type="passport")
    with pytest.raises(StaleWrite) as found:
        save(seat, read, document_number="E12345678")
    assert [c.field for c in found.value.clashes] == ["document_type"]


def test_after_the_decision_the_change_goes_through(seat: Seat, other: Seat, read: Subject) -> None:
    """Whoever decides saves against what he has now seen."""
    save(other, read, phone="13700000011")
    seen = now(seat, read)
    save(seat, seen, phone="13900000000")
    assert now(other, read).phone == "13900000000"
