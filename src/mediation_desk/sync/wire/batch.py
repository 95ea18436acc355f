"""A batch: consecutive ops of one chain, whole units, under one seal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import msgspec

from mediation_desk.sync.wire.frames import Frame, frame, leave_out, whole
from mediation_desk.sync.wire.limits import MOST_OPS
from mediation_desk.sync.wire.malformed import Malformed
from mediation_desk.sync.wire.seals import Seal, seal_holds


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """Ops of the chain that ``seal`` names, the first of them after the op with the digest ``prev`` ("" for none).

    ``frames``: as ``leave_out`` makes them. ``centre_id`` of the seal: the centre whose log they are for.
    """

    prev: str
    frames: list[bytes]
    seal: Seal


def batch_of(bodies: Sequence[bytes], prev: str, seal: Seal) -> Batch:
    """A batch of ops (whole units, in order) under the seal of the last one."""
    return Batch(prev=prev, frames=leave_out(bodies, prev), seal=seal)


def open_batch(batch: Batch, aliases: Collection[str], key_of: Callable[[Seal], str | None]) -> list[Frame]:
    """The ops of a batch, with every link of the chain and the seal verified; ``Malformed`` says what is wrong.

    ``aliases``: the ids under which ops of this centre may have been written, its own among them. ``key_of``: the
    public key that may seal this chain, None when nobody known to central may.
    """
    given = batch.seal
    public = key_of(given)
    if public is None or not seal_holds(given, public):
        raise Malformed("the seal does not hold")
    if not 1 <= len(batch.frames) <= MOST_OPS:
        raise Malformed("a batch of too many ops, or of none")
    frames = []
    prev, seq = batch.prev, given.desk_seq - len(batch.frames)
    for body in batch.frames:
        one = frame(whole(body, prev))
        seq += 1
        if (one.op.prev, one.op.desk_seq, one.op.desk_id) != (prev, seq, given.desk_id):
            raise Malformed("the chain is broken")
        if one.op.centre_id not in aliases:
            raise Malformed("an op of another centre")
        frames.append(one)
        prev = one.digest
    if prev != given.digest:
        raise Malformed("the seal is for another chain")
    return frames


def units_of(frames: Sequence[Frame]) -> list[list[Frame]]:
    """The units of consecutive ops."""
    units: list[list[Frame]] = []
    for one in frames:
        if units and units[-1][0].op.unit_id == one.op.unit_id:
            units[-1].append(one)
        else:
            units.append([one])
    return units
