"""The chain of ops: each names the one before it, per desk and centre, so that a changed byte is found and named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from mediation_desk.domain.words import N_, Say
from mediation_desk.journal.op import digest, from_bytes


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold: the desk, the number of the op there, and what is wrong."""

    desk_id: str
    centre_id: str
    desk_seq: int
    what: Say


class Stored(NamedTuple):
    """An op as it is stored: its bytes, their digest, and beside them the place it has in a chain."""

    body: bytes
    digest: str
    desk_id: str
    centre_id: str
    desk_seq: int


def breaks(entries: Iterable[Stored]) -> Iterator[Break]:
    """Walk ops in their stored order and name every place where something is wrong, each once.

    An op whose bytes were changed is named by what stands beside it, as its own word no longer counts.
    """
    heads: dict[tuple[str, str], tuple[int, str]] = {}
    for entry in entries:
        chain = entry.desk_id, entry.centre_id
        seq, prev = heads.get(chain, (0, ""))
        what = _wrong(entry, seq + 1, prev)
        if what:
            yield Break(entry.desk_id, entry.centre_id, entry.desk_seq, Say(what))
        heads[chain] = (entry.desk_seq, entry.digest)


def _wrong(entry: Stored, seq: int, prev: str) -> str:
    """What is wrong with an entry that should be number ``seq`` and follow ``prev``; "" when nothing is."""
    if digest(entry.body) != entry.digest:
        return N_("its content was changed after it was written")
    try:
        op = from_bytes(entry.body)
    except msgspec.DecodeError:
        return N_("the entry can no longer be read")
    if (op.desk_id, op.centre_id, op.desk_seq) != (entry.desk_id, entry.centre_id, entry.desk_seq):
        return N_("it does not stand at its own place")
    if op.desk_seq != seq:
        return N_("an entry is missing before it")
    if op.prev != prev:
        return N_("it does not follow from the entry before it")
    return ""
