"""Lines: the branches of a desk's chain, and whose ops its author had before him when he wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from mediation_desk.sync.wire.frames import Frame
from mediation_desk.sync.wire.malformed import Malformed


class Line(NamedTuple):
    """One branch of a desk's chain. ``branch`` is 0 until the chain forks, and central's label: no op says it."""

    desk_id: str
    branch: int


class Placed(NamedTuple):
    """Where an op stands: its line, and its number there."""

    line: Line
    desk_seq: int


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote, for judging: his line, and the lines it grew from, each up to the op where it left.

    A desk that was restored or renewed goes on from what it had written under its earlier identity; so does each copy
    of a cloned disk up to the op where they part. What stands on these lines is its own; all else is another desk's.
    """

    line: Line
    earlier: tuple[Placed, ...] = ()

    def wrote(self, op: Placed) -> bool:
        """Whether an op is his own."""
        return op.line == self.line or any(op.line == p.line and op.desk_seq <= p.desk_seq for p in self.earlier)


class Chains(Protocol):
    """What is known of the chains in one centre's log."""

    def find(self, digest: str) -> Placed | None:
        """Where the op of that digest stands."""

    def has_id(self, op_id: str) -> bool:
        """Whether an op of that identity is there."""

    def ends(self, desk_id: str) -> Sequence[tuple[Placed, str]]:
        """The last op, with its digest, of every line of a desk, in the order of their branches."""

    def parent(self, line: Line) -> Placed | None:
        """The op that the first op of a line names before it, when that stands on another line."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a batch belongs: its line, the op on another line that it goes on from when it begins one, and the ops that
    are new. ``forked``: more than one disk has written under the desk's identity, and each must take a new one."""

    line: Line
    parent: Placed | None
    new: tuple[Frame, ...]
    begins: bool
    forked: bool


@dataclass(frozen=True, slots=True)
class Unplaced:
    """The op before the batch is not known. Hold the batch whole until it is; ``digest`` is what it waits for."""

    digest: str


def place(frames: Sequence[Frame], chains: Chains) -> Place | Unplaced:
    """Find where a batch belongs. What is known already, by digest, is not new. ``Malformed``: it belongs nowhere."""
    known = [chains.find(f.digest) for f in frames]
    fresh = [f for f, at in zip(frames, known, strict=True) if at is None]
    stored = [at for at in known if at is not None]
    desk_id = frames[0].op.desk_id
    ends = chains.ends(desk_id)
    if not fresh:
        return Place(stored[-1].line, None, (), begins=False, forked=len(ends) > 1)
    first = fresh[0].op
    ids = {f.op.op_id for f in fresh}
    if len(ids) < len(fresh) or any(map(chains.has_id, ids)):
        raise Malformed("an identity twice")
    before = chains.find(first.prev)
    if before is None and first.prev:
        return Unplaced(first.prev)
    expected = before.desk_seq + 1 if before is not None and before.line.desk_id == desk_id else 1
    if first.desk_seq != expected:
        raise Malformed("the chain is broken")
    if before is not None and any(end == before for end, _ in ends):
        return Place(before.line, None, tuple(fresh), begins=False, forked=len(ends) > 1)
    return Place(Line(desk_id, len(ends)), before, tuple(fresh), begins=True, forked=bool(ends))


def author(line: Line, parent: Placed | None, chains: Chains) -> Author:
    """The author of a line; ``parent``: what its first op goes on from, while the line is not yet known to ``chains``."""
    earlier: list[Placed] = []
    at = parent or chains.parent(line)
    while at is not None:
        earlier.append(at)
        at = chains.parent(at.line)
    return Author(line, tuple(earlier))
