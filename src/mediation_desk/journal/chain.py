"""The chain of ops: each names the one before it, per desk and centre, so that a changed byte is found and named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from mediation_desk.domain.words import N_, Say
from mediation_desk.journal.op import Op, digest, from_bytes


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold: the desk, the number of the op there, and what is wrong."""

    desk_id: str
    centre_id: str
    desk_seq: int
    what: Say


class Heads:
    """The head of every chain while ops are walked in order."""

    def __init__(self) -> None:
        self._heads: dict[tuple[str, str], tuple[int, str]] = {}

    def next(self, desk_id: str, centre_id: str) -> tuple[int, str]:
        """The ``desk_seq`` and ``prev`` that the next op of that chain must carry."""
        seq, head = self._heads.get((desk_id, centre_id), (0, ""))
        return seq + 1, head

    def add(self, op: Op, op_digest: str) -> None:
        """The op is now the head of its chain."""
        self._heads[op.desk_id, op.centre_id] = (op.desk_seq, op_digest)

    def set(self, desk_id: str, centre_id: str, seq: int, head: str) -> None:
        """Start from a known head."""
        self._heads[desk_id, centre_id] = (seq, head)


def breaks(entries: Iterable[tuple[bytes, str]]) -> Iterator[Break]:
    """Walk ops (bytes, digest as stored) in their stored order and name every place where something is wrong."""
    heads = Heads()
    for place, (body, stored) in enumerate(entries, start=1):
        try:
            op = from_bytes(body)
        except msgspec.MsgspecError:
            yield Break("", "", place, Say(N_("the entry can no longer be read")))
            continue
        actual = digest(body)
        seq, prev = heads.next(op.desk_id, op.centre_id)
        if actual != stored:
            yield _at(op, N_("its content was changed after it was written"))
        elif op.desk_seq != seq:
            yield _at(op, N_("an entry is missing before it"))
        elif op.prev != prev:
            yield _at(op, N_("it does not follow from the entry before it"))
        heads.add(op, stored)


def _at(op: Op, what: str) -> Break:
    return Break(op.desk_id, op.centre_id, op.desk_seq, Say(what))
