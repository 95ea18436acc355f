"""Frames: the bytes come out as they went in, and nothing that is no op comes in."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sync.builders import Chain, uid

from mediation_desk.journal.op import Op, digest, to_bytes
from mediation_desk.sync.wire.frames import frame, leave_out, shortened, whole
from mediation_desk.sync.wire.limits import MOST_DEPTH, MOST_FIELDS, MOST_NAME, MOST_OP
from mediation_desk.sync.wire.malformed import Malformed

GOOD = Chain("b").write(changes={"title": "王𠮷", "facts": 'a "quoted" [text] {x}'}).op


def back(bodies: list[bytes], prev: str) -> list[bytes]:
    """What the receiver makes of a batch's bytes."""
    out = []
    for body in bodies:
        out.append(whole(body, prev))
        prev = digest(out[-1])
    return out


def test_an_op_is_read_with_its_digest() -> None:
    """The bytes are kept as they are, fields of a newer version included."""
    body = to_bytes(GOOD)[:-1] + b',"colour":"red"}'
    read = frame(body)
    assert (read.body, read.digest, read.op) == (body, digest(body), GOOD)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"op_id": "x"}, "identity"),
        ({"desk_id": uid("b").upper()}, "identity"),
        ({"record_id": uid("b") + "\n"}, "identity"),
        ({"case_id": "x"}, "identity"),
        ({"undoes": ""}, "identity"),
        ({"resolves": [uid("a"), "x"]}, "identity"),
        ({"desk_seq": 0}, "number"),
        ({"schema": 0}, "number"),
        ({"seen": {"*": -1}}, "seen"),
        ({"seen": {"*": 1 << 53}}, "seen"),
        ({"changes": {"title": ["x"]}}, "one value to another"),
        ({"changes": {"title": [1, 2, 3]}}, "one value to another"),
        ({"changes": {f"f{n}": [0, 1] for n in range(MOST_FIELDS + 1)}}, "too much"),
        ({"seen": {f"f{n}": 1 for n in range(MOST_FIELDS + 1)}}, "too much"),
        ({"resolves": [uid("a")] * (MOST_FIELDS + 1)}, "too much"),
        ({"kind": "k" * (MOST_NAME + 1)}, "too long"),
        ({"changes": {"k" * (MOST_NAME + 1): [0, 1]}}, "too long"),
        ({"changes": {"title": [None, "x" * MOST_OP]}}, "too large"),
    ],
)
def test_what_no_desk_writes_is_refused(change: dict[str, object], reason: str) -> None:
    """With a few words that carry nothing of the content."""
    with pytest.raises(Malformed, match=reason):
        frame(to_bytes(msgspec.structs.replace(GOOD, **change)))


@pytest.mark.parametrize(
    "change", [{"schema": 1}, {"desk_seq": 1}, {"seen": {"*": (1 << 53) - 1}}, {"kind": "k" * MOST_NAME}]
)
def test_the_limits_themselves_are_allowed(change: dict[str, object]) -> None:
    """The last that may be."""
    op = msgspec.structs.replace(GOOD, **change)
    assert frame(to_bytes(op)).op == op


def test_exactly_as_large_and_as_full_as_may_be() -> None:
    """One byte or one field more is refused, see above."""
    room = MOST_OP - len(to_bytes(msgspec.structs.replace(GOOD, changes={"f": [None, ""]})))
    assert len(frame(to_bytes(msgspec.structs.replace(GOOD, changes={"f": [None, "x" * room]}))).body) == MOST_OP
    full = msgspec.structs.replace(GOOD, changes={f"f{n}": [0, 1] for n in range(MOST_FIELDS)})
    assert len(frame(to_bytes(full)).op.changes) == MOST_FIELDS


def nested(depth: int, inside: object = 0) -> Op:
    """An op whose value has lists in lists, ``depth`` brackets deep in the op's bytes."""
    value = inside
    for _ in range(depth - 3):
        value = [value]
    return msgspec.structs.replace(GOOD, changes={"title": [None, value]})


def test_what_is_nested_too_deep_is_not_decoded() -> None:
    """Brackets inside texts do not count, however many."""
    assert frame(to_bytes(nested(MOST_DEPTH))).op == nested(MOST_DEPTH)
    with pytest.raises(Malformed, match="deep"):
        frame(to_bytes(nested(MOST_DEPTH + 1)))
    text = '[{"\\[[' * 100
    assert frame(to_bytes(nested(3, text))).op == nested(3, text)
    with pytest.raises(Malformed, match="deep"):
        frame(b"[" * 100_000)


@pytest.mark.parametrize("body", [b"", b"{}", b"\xff", to_bytes(GOOD)[:-1], b"[1]"])
def test_bytes_that_are_no_op_are_refused(body: bytes) -> None:
    """Half an op, or none."""
    with pytest.raises(Malformed, match="cannot be read"):
        frame(body)


@given(st.lists(st.text(max_size=20), min_size=1, max_size=5), st.booleans())
def test_what_is_left_out_is_put_in_again(texts: list[str], begins: bool) -> None:
    """To the byte, whatever the texts say."""
    chain = Chain("b", after="" if begins else digest(b"before"))
    start = chain.prev
    bodies = [chain.write(changes={"title": t}).body for t in texts]
    short = leave_out(bodies, start)
    assert back(short, start) == bodies
    assert all(len(s) < len(b) for s, b in list(zip(short, bodies, strict=True))[1:])


def test_an_op_that_names_another_before_it_travels_whole() -> None:
    """In a log the ops of several desks stand between one another."""
    body = Chain("b", after=digest(b"x")).write().body
    assert shortened(body, digest(b"y")) == body
    assert whole(body, digest(b"y")) == body
    assert shortened(body, "") == body


def test_bytes_that_hold_the_mark_itself_travel_whole() -> None:
    """No honest op has it; but what comes out must be what went in, or be found to be damaged."""
    prev = digest(b"x")
    strange = Chain("b", after=prev).write().body[:-1] + b',"z":{"prev":"^"}}'
    assert shortened(strange, prev) == strange
