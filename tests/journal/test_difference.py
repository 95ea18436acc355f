"""The difference: exactly what changed, in a plain form that comes back as it was."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from mediation_desk.domain.fields import spec_of
from mediation_desk.domain.records import ALL, Agent, Instalment, Party, Subject, Term
from mediation_desk.journal.difference import amended, created, groups_of
from mediation_desk.journal.values import plain, revive

ID, CENTRE = UUID(int=1), UUID(int=2)


def test_a_new_record_leaves_out_its_defaults() -> None:
    """A form of thirty fields with two filled in is an op of two."""
    subject = Subject(id=ID, centre_id=CENTRE, name="王𠮷", sex="男")
    assert created(subject) == {"name": [None, "王𠮷"], "sex": [None, "男"]}


def test_a_change_holds_both_values() -> None:
    """What it was is needed to undo it and to show it."""
    was = Subject(id=ID, centre_id=CENTRE, name="王吉", born_on=date(1968, 3, 12))
    new = dataclasses.replace(was, name="王𠮷", born_on=None)
    assert amended(was, new) == {"name": ["王吉", "王𠮷"], "born_on": ["1968-03-12", None]}
    assert amended(was, was) == {}


def test_two_records_have_no_difference() -> None:
    """A mistake of ours, not of the world."""
    one = Subject(id=ID, centre_id=CENTRE, name="王𠮷")
    for other in (dataclasses.replace(one, id=UUID(int=3)), dataclasses.replace(one, centre_id=UUID(int=3))):
        with pytest.raises(TypeError):
            amended(one, other)


def test_a_group_comes_whole() -> None:
    """Number and kind of a document are judged together, though one alone was changed."""
    groups = groups_of(spec_of(Subject), {"document_number": ["", "1"]})
    assert {g: [f.name for f in fields] for g, fields in groups.items()} == {
        "document": ["document_type", "document_number"]
    }


VALUES = [
    (Party, "agents", (Agent("杨犇", "special", party_id=UUID(int=9)),)),
    (Party, "subject_id", UUID(int=5)),
    (Term, "schedule", (Instalment(date(2026, 8, 31), 546_967), Instalment(date(2026, 9, 24), 546_967))),
    (Term, "obligor_ids", (UUID(int=5), UUID(int=6))),
    (Term, "amount", 600_714),
    (Term, "due", date(2026, 9, 20)),
    (Subject, "born_on", None),
    (Subject, "name", "尉迟䶮𬱖"),
]


@pytest.mark.parametrize(("record", "field", "value"), VALUES, ids=lambda v: v if isinstance(v, str) else "")
def test_a_value_comes_back_as_it_was(record: type, field: str, value: object) -> None:
    """Undo and rebuild read from the op what the form had."""
    kind = spec_of(record).field(field).type
    assert revive(plain(value), kind) == value


def test_an_instant_comes_back_in_utc_to_the_microsecond() -> None:
    """Whatever offset it was written with, the moment is the same and the text has one form."""
    local = datetime(2026, 9, 5, 9, 30, 0, 1, tzinfo=timezone(timedelta(hours=8)))
    assert plain(local) == "2026-09-05T01:30:00.000001Z"
    assert revive(plain(local), datetime) == local.astimezone(UTC)


def test_what_json_cannot_hold_is_our_mistake() -> None:
    """A float would lose fen; nothing of the kind may enter an op."""
    with pytest.raises(TypeError):
        plain(1.5)


@pytest.mark.parametrize("record", ALL, ids=lambda r: r.kind)
def test_every_field_of_every_record_can_stand_in_an_op(record: type) -> None:
    """A field of a type that the journal cannot write would be found at the counter."""
    plain_types = {str, int, bool, UUID, date, datetime}
    for field in spec_of(record):
        inner = field.plain
        assert inner in plain_types or getattr(inner, "__origin__", None) is tuple, field.name
