"""Batches: every link and the seal are verified before anything is judged."""

from __future__ import annotations

import msgspec
import pytest
from tests.sync.builders import CENTRE, KEY, PUBLIC, Chain, sealed, uid

from mediation_desk.journal.op import digest
from mediation_desk.sync.wire.batch import Batch, batch_of, open_batch, units_of
from mediation_desk.sync.wire.keys import public_text, signing_key
from mediation_desk.sync.wire.limits import MOST_OPS
from mediation_desk.sync.wire.malformed import Malformed
from mediation_desk.sync.wire.packing import pack, unpack
from mediation_desk.sync.wire.seals import Seal, seal, seal_holds

OTHER = signing_key(b"o" * 32)


def opened(batch: Batch, key: str | None = PUBLIC, aliases: set[str] | None = None) -> list[str]:
    """The digests of what is in a batch."""
    return [f.digest for f in open_batch(batch, aliases or {CENTRE}, lambda _: key)]


def chain() -> Chain:
    """Three ops."""
    made = Chain("b")
    for n in range(3):
        made.write(changes={"title": f"{n}"})
    return made


def test_a_batch_is_read_as_it_was_sealed() -> None:
    """Over the wire, from the beginning or from the middle of a chain."""
    made = chain()
    for start in (0, 1):
        part = made.frames[start:]
        batch = sealed(part, part[0].op.prev)
        travelled = unpack(pack(batch), Batch)
        assert travelled == batch
        assert opened(travelled) == [f.digest for f in part]


def test_a_chain_may_be_sealed_by_the_desk_that_goes_on_from_it() -> None:
    """Whether it may, central says by the key it knows for it."""
    batch = sealed(chain().frames, signer=uid("heir"))
    asked: list[Seal] = []
    open_batch(batch, {CENTRE}, lambda s: asked.append(s) or PUBLIC)  # type: ignore[func-returns-value]
    assert (asked[0].signer, asked[0].desk_id) == (uid("heir"), uid("b"))


@pytest.mark.parametrize("field", ["desk_id", "centre_id", "signer", "digest"])
def test_a_seal_signs_each_of_its_words(field: str) -> None:
    """One of them changed, and it does not hold."""
    batch = sealed(chain().frames)
    forged = msgspec.structs.replace(batch.seal, **{field: uid("x")})
    assert not seal_holds(forged, PUBLIC)
    with pytest.raises(Malformed, match="seal"):
        opened(msgspec.structs.replace(batch, seal=forged))


def test_a_seal_of_another_key_number_or_algorithm_does_not_hold() -> None:
    """Nor is one believed that nobody may give."""
    batch = sealed(chain().frames)
    assert not seal_holds(batch.seal, public_text(OTHER))
    assert not seal_holds(msgspec.structs.replace(batch.seal, desk_seq=2), PUBLIC)
    assert not seal_holds(msgspec.structs.replace(batch.seal, algorithm="sm2"), PUBLIC)
    with pytest.raises(Malformed, match="seal"):
        opened(batch, key=None)


def test_a_changed_missing_or_moved_op_breaks_the_chain() -> None:
    """Wherever it is."""
    made = chain()
    frames = sealed(made.frames).frames
    wrong = [
        [frames[0], frames[2]],
        [frames[1], frames[0], frames[2]],
        [frames[0].replace(b'"0"', b'"9"'), *frames[1:]],
        [*frames[:2], frames[2].replace(b'"2"', b'"9"')],
    ]
    for one in wrong:
        with pytest.raises(Malformed, match=r"chain"):
            opened(msgspec.structs.replace(sealed(made.frames), frames=one))
    with pytest.raises(Malformed, match="chain is broken"):
        opened(msgspec.structs.replace(sealed(made.frames), prev=digest(b"x")))


def test_ops_of_another_desk_or_number_are_not_taken_under_the_seal() -> None:
    """A seal for one chain over ops of another."""
    made = chain()
    last = made.frames[-1]
    for desk, seq in ((uid("c"), 3), (made.desk_id, 7)):
        given = seal(KEY, signer=desk, desk_id=desk, centre_id=CENTRE, desk_seq=seq, digest=last.digest)
        with pytest.raises(Malformed, match="chain is broken"):
            opened(batch_of([f.body for f in made.frames], "", given))


def test_an_op_of_another_centre_is_refused() -> None:
    """Unless the centre had that id before: then it is an alias of the log's."""
    made = Chain("b", centre=uid("old id"))
    made.write(changes={"title": "x"})
    batch = sealed(made.frames)
    with pytest.raises(Malformed, match="another centre"):
        opened(batch)
    assert len(opened(batch, aliases={CENTRE, uid("old id")})) == 1


def test_a_batch_has_something_in_it_and_not_too_much() -> None:
    """Before any of it is read."""
    batch = sealed(chain().frames)
    for frames in ([], [b"x"] * (MOST_OPS + 1)):
        with pytest.raises(Malformed, match="too many"):
            opened(msgspec.structs.replace(batch, frames=frames))
    with pytest.raises(Malformed, match="cannot be read"):
        opened(msgspec.structs.replace(batch, frames=[b"x"] * MOST_OPS))


def test_consecutive_ops_of_one_unit_belong_together() -> None:
    """A unit id that comes again later is another unit."""
    made = Chain("b")
    for unit in ("u1", "u1", "u2", "u1"):
        made.write(unit=unit)
    assert [len(u) for u in units_of(made.frames)] == [2, 1, 1]
    assert units_of([]) == []
