"""The chain: one byte that was changed anywhere in the journal is found, and its place is named."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.journal.chain import Stored, breaks
from mediation_desk.journal.op import Op, digest, from_bytes, to_bytes

DESK, CENTRE = "desk-1", "centre-1"


def chain(count: int, desk: str = DESK, centre: str = CENTRE) -> list[Stored]:
    """A chain of ops as they are stored."""
    entries: list[Stored] = []
    for seq in range(1, count + 1):
        op = Op(
            op_id=f"{desk}-{centre}-{seq}",
            desk_id=desk,
            centre_id=centre,
            desk_seq=seq,
            unit_id="unit",
            purpose="register",
            kind="subject",
            record_id=f"record-{seq}",
            action="create",
            changes={"name": [None, "王𠮷"], "phone": [None, "13839100001"]},
            actor="actor",
            at="2026-11-24T02:00:00.000000Z",
            schema=1,
            prev=entries[-1].digest if entries else "",
        )
        entries.append(stored(op))
    return entries


def stored(op: Op) -> Stored:
    """An op with its digest, at its place."""
    body = to_bytes(op)
    return Stored(body, digest(body), op.desk_id, op.centre_id, op.desk_seq)


def found(entries: list[Stored]) -> list[tuple[str, int, str]]:
    """The desk and number of each place where something is wrong, and what."""
    return [(b.desk_id, b.desk_seq, b.what.text) for b in breaks(entries)]


def test_a_whole_chain_holds() -> None:
    """Of one desk, and of several in one journal."""
    assert found(chain(5)) == []
    mixed = [entry for both in zip(chain(4), chain(4, "desk-2"), strict=True) for entry in both]
    assert found([*mixed, *chain(3, DESK, "centre-2")]) == []
    assert found([]) == []


@given(at=st.integers(0, 4), where=st.integers(0), bit=st.integers(0, 7))
def test_one_changed_bit_is_found_and_named_once(at: int, where: int, bit: int) -> None:
    """Whatever the bit does to the op (its number, its desk, its very shape), its own place is named and no other."""
    entries = chain(5)
    body = bytearray(entries[at].body)
    body[where % len(body)] ^= 1 << bit
    entries[at] = entries[at]._replace(body=bytes(body))
    assert found(entries) == [(DESK, at + 1, "its content was changed after it was written")]


def test_an_op_taken_out_is_missed() -> None:
    """The one after it says so."""
    entries = chain(5)
    assert found(entries[:2] + entries[3:]) == [(DESK, 4, "an entry is missing before it")]


def test_an_op_replaced_with_a_new_digest_breaks_what_follows() -> None:
    """Whoever writes the digest anew as well is found by the next op, which names the old one."""
    entries = chain(5)
    entries[2] = stored(msgspec.structs.replace(from_bytes(entries[2].body), actor="other"))
    assert found(entries) == [(DESK, 4, "it does not follow from the entry before it")]


def test_an_op_put_in_another_place_is_found() -> None:
    """The number beside the bytes is not the number in them."""
    entries = chain(3)
    entries[1] = entries[1]._replace(body=entries[2].body, digest=entries[2].digest)
    assert found(entries)[0] == (DESK, 2, "it does not stand at its own place")


def test_what_can_no_longer_be_read_is_named() -> None:
    """Half an op whose digest was written anew; the rest is judged all the same."""
    entries = chain(3)
    half = entries[1].body[:20]
    entries[1] = entries[1]._replace(body=half, digest=digest(half))
    assert found(entries) == [
        (DESK, 2, "the entry can no longer be read"),
        (DESK, 3, "it does not follow from the entry before it"),
    ]
