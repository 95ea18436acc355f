"""Sealed streams: whatever is done to one, it is found and the place is said; otherwise every byte comes back."""

from __future__ import annotations

import io
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.records.sealed import HEAD, PART, TAG, SealDamaged, SealReader, SealWriter, seal, unseal

KEY = bytes(range(32))
RNG = Random(5).randbytes
UNIT = PART + TAG
LENGTHS = (0, 1, PART - 1, PART, PART + 1, 2 * PART, 2 * PART + 77, 3 * PART)
THREE = Random(6).randbytes(2 * PART + 1000)
SEALED = seal(THREE, KEY, b"test", RNG)


@pytest.mark.parametrize("length", LENGTHS)
def test_every_length_comes_back(length: int) -> None:
    """The edges of the parts included, and the empty stream."""
    plain = Random(length).randbytes(length)
    sealed = seal(plain, KEY, b"test", RNG)
    assert unseal(sealed, KEY, b"test") == plain
    assert len(sealed) == HEAD + length + TAG * max(1, -(-length // PART))


@settings(deadline=None, max_examples=12)
@given(st.lists(st.integers(0, PART + 5), max_size=6), st.integers(1, 2 * PART))
def test_the_size_of_writes_and_reads_does_not_matter(writes: list[int], step: int) -> None:
    """Written and read in any pieces, the bytes are the same."""
    sink = io.BytesIO()
    writer = SealWriter(sink, KEY, b"test", RNG)
    pieces = [Random(number).randbytes(size) for number, size in enumerate(writes)]
    for piece in pieces:
        writer.write(piece)
    writer.close()
    reader = SealReader(io.BytesIO(sink.getvalue()), KEY, b"test")
    got = b"".join(iter(lambda: reader.read(step), b""))
    assert got == b"".join(pieces)


@settings(deadline=None, max_examples=150)
@given(st.integers(0, len(SEALED) - 1), st.integers(1, 255))
def test_one_changed_byte_is_found_and_placed(place: int, change: int) -> None:
    """In the head or in a part; the place named is the beginning of that part."""
    changed = SEALED[:place] + bytes([SEALED[place] ^ change]) + SEALED[place + 1 :]
    damage = damage_of(changed)
    if place < HEAD:
        assert damage.damage in ("foreign", "head")
    else:
        assert damage.damage == "part"
        assert damage.offset == HEAD + (place - HEAD) // UNIT * UNIT


@settings(deadline=None, max_examples=80)
@given(st.integers(0, len(SEALED) - 1) | st.sampled_from([HEAD, HEAD + UNIT, HEAD + 2 * UNIT, HEAD + UNIT + 3]))
def test_every_truncation_is_found(length: int) -> None:
    """Also one exactly between two parts, where every part that is left is good."""
    damage = damage_of(SEALED[:length])
    assert damage.damage in ("foreign", "cut", "part")
    if length in (HEAD, HEAD + UNIT, HEAD + 2 * UNIT):
        assert (damage.damage, damage.offset) == ("cut", length)


@pytest.mark.parametrize("order", [(1, 0, 2), (0, 2, 1), (0, 0, 1, 2), (0, 2), (0, 1, 2, 2)])
def test_parts_moved_doubled_or_left_out_are_found(order: tuple[int, ...]) -> None:
    """Each part is good by itself; only its place is wrong."""
    parts = [SEALED[HEAD + number * UNIT :][:UNIT] for number in range(3)]
    damage_of(SEALED[:HEAD] + b"".join(parts[number] for number in order))


@pytest.mark.parametrize("length", [10, PART])
def test_anything_added_is_found(length: int) -> None:
    """Bytes after the last part are no part of it."""
    whole = seal(bytes(length), KEY, b"test", RNG)
    for added in (b"\0", bytes(UNIT)):
        assert damage_of(whole + added).damage in ("part", "added")


def test_another_key_or_context_does_not_open() -> None:
    """A stream cannot be passed off as another's."""
    with pytest.raises(SealDamaged):
        unseal(SEALED, bytes(32), b"test")
    with pytest.raises(SealDamaged):
        unseal(SEALED, KEY, b"other")


def test_parts_of_another_stream_do_not_fit() -> None:
    """The same content sealed twice has nothing in common."""
    again = seal(THREE, KEY, b"test", RNG)
    assert damage_of(again[: HEAD + UNIT] + SEALED[HEAD + UNIT :]).offset == HEAD + UNIT


def damage_of(sealed: bytes) -> SealDamaged:
    with pytest.raises(SealDamaged) as caught:
        unseal(sealed, KEY, b"test")
    return caught.value
