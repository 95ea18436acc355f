"""The op: its bytes are made once, and older ones are read as today's without being touched."""

from __future__ import annotations

import msgspec
import pytest

from mediation_desk.journal.op import SCHEMA, Op, digest, from_bytes, to_bytes
from mediation_desk.journal.upcast import upcast

OP = Op(
    op_id="1",
    desk_id="2",
    centre_id="3",
    desk_seq=1,
    unit_id="4",
    purpose="register",
    kind="subject",
    record_id="5",
    action="create",
    changes={"name": [None, "王𠮷"]},
    actor="6",
    at="2026-11-24T02:00:00.000000Z",
    schema=0,
    prev="",
)


def rename(op: Op) -> Op:
    """A step as a change of shape brings it."""
    return msgspec.structs.replace(op, changes={("full_name" if k == "name" else k): v for k, v in op.changes.items()})


def test_bytes_and_back() -> None:
    """What was written is what is read; rare characters are themselves, not escapes."""
    body = to_bytes(OP)
    assert from_bytes(body) == OP
    assert "王𠮷".encode() in body


def test_the_digest_names_its_algorithm() -> None:
    """So that another can be added beside it. The value is SHA-256's own for these bytes."""
    assert digest(b"abc") == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        to_bytes(OP)[:-1],
        to_bytes(OP).replace(b'"1"', b"1"),
        to_bytes(OP).replace(b"5", b"\xf4"),
    ],
)
def test_what_is_no_op_is_refused(body: bytes) -> None:
    """Half-written or foreign bytes raise; they are never half-read."""
    with pytest.raises(msgspec.MsgspecError):
        from_bytes(body)


def test_fields_of_a_newer_version_are_passed_over() -> None:
    """The bytes keep them; this version reads what it knows."""
    body = to_bytes(OP)[:-1] + b',"colour":"red"}'
    assert from_bytes(body) == OP


def test_an_older_op_is_read_through_every_step() -> None:
    """Two steps, one of which changes nothing of this kind."""
    read = upcast(OP, {0: rename}, to=2)
    assert (read.changes, read.schema) == ({"full_name": [None, "王𠮷"]}, 2)
    assert OP.changes == {"name": [None, "王𠮷"]}


def test_an_op_of_today_or_later_is_left_as_it_is() -> None:
    """A newer desk's op is not read down."""
    for schema in (SCHEMA, SCHEMA + 1):
        op = msgspec.structs.replace(OP, schema=schema)
        assert upcast(op, {0: rename}) == op
