"""States of a desk for the planner's tests, and what it says of its own journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.sync.builders import CENTRE, Log, uid

from mediation_desk.sync.plan.state import CentreState, ChainState, DeskState, Waiting
from mediation_desk.sync.wire.keys import public_text, signing_key
from mediation_desk.sync.wire.log import Entry, Page, marks, without_own
from mediation_desk.sync.wire.seals import START, Mark, sign_head

CENTRAL = signing_key(b"c" * 32)
DESK = uid("b")


def desk(*centres: CentreState, **more: object) -> DeskState:
    """A desk that is signed in."""
    return DeskState(centres=centres, **({"signed_in": True} | more))  # type: ignore[arg-type]


def centre(*chains: ChainState, name: str = CENTRE, **more: object) -> CentreState:
    """One centre."""
    return CentreState(name, chains=chains, **more)  # type: ignore[arg-type]


def chain(*sizes: int, confirmed: int = 0, desk_id: str = DESK, each: int = 1, stuck: str = "") -> ChainState:
    """A chain with units of ``each`` ops that wait, of these sizes in bytes."""
    units = []
    at = confirmed
    for size in sizes:
        units.append(Waiting(at + 1, at + each, size))
        at += each
    return ChainState(desk_id, confirmed, tuple(units), stuck)


@dataclass
class Journal:
    """A desk's own word for its journal: its chains by desk, and the log it pulled."""

    chains: dict[str, list[str]] = field(default_factory=dict)
    pulled: list[Mark] = field(default_factory=list)
    bodies: dict[str, bytes] = field(default_factory=dict)
    in_log: dict[str, int] = field(default_factory=dict)
    desk_id: str = DESK
    central_key: str = public_text(CENTRAL)

    def body(self, digest: str) -> bytes | None:
        """An op's bytes."""
        return self.bodies.get(digest)

    def op_at(self, centre_id: str, desk_id: str, desk_seq: int) -> str | None:
        """An op's digest."""
        own = self.chains.get(desk_id, [])
        return own[desk_seq - 1] if 0 < desk_seq <= len(own) else None

    def logged(self, centre_id: str, desk_id: str) -> int:
        """How far a chain is in the log."""
        return self.in_log.get(desk_id, 0)

    def log_at(self, centre_id: str, revision: int) -> str | None:
        """The log's digest."""
        return next((m.digest for m in (START, *self.pulled) if m.revision == revision), None)


def places(log: Log) -> list[Mark]:
    """The places of a log, its beginning first."""
    return [START, *marks(START, log.entries)]


def page(log: Log, start: int = 0, upto: int | None = None, own: Sequence[str] = ()) -> Page:
    """A page of a log, as it arrives."""
    entries: list[Entry] = log.entries[start:upto]
    return without_own(
        Page(
            centre_id=CENTRE,
            start=places(log)[start],
            entries=entries,
            end=sign_head(CENTRAL, CENTRE, places(log)[start + len(entries)]),
            newest=log.newest,
        ),
        own.__contains__,
    )
