"""What a desk stores when an answer has come, and what it is asked about its own journal meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from mediation_desk.sync.plan.state import DeskState
from mediation_desk.sync.wire.conversation import Answered
from mediation_desk.sync.wire.log import Pulled
from mediation_desk.sync.wire.seals import Mark, SignedHead


@dataclass(frozen=True, slots=True)
class NoteAnswers:
    """Keep beside the ops ``first`` … of a chain what central answered; they stay on top of the tables until pulled."""

    centre_id: str
    desk_id: str
    first: int
    answers: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class Absorb:
    """Add entries to the pulled log, with central's word for its new end; project them, the outbox on top again."""

    centre_id: str
    entries: tuple[Pulled, ...]
    end: SignedHead


@dataclass(frozen=True, slots=True)
class CutLog:
    """Take the entries after ``kept_to`` out of the pulled log. This desk's own are in the outbox again; what others
    wrote was given back to central before. Project anew."""

    centre_id: str
    kept_to: Mark


@dataclass(frozen=True, slots=True)
class TakeIdentity:
    """Write under a new desk id and with new keys from here on, the first op of each chain after the last of the old
    one; keep the old keys, for what was written under them. Central is told next (``steps.Renew``)."""


Effect = NoteAnswers | Absorb | CutLog | TakeIdentity


@dataclass(frozen=True, slots=True)
class Reaction:
    """The new state, and what is to be stored together with it, in this order."""

    desk: DeskState
    effects: tuple[Effect, ...] = ()


class Own(Protocol):
    """A desk's own journal, and the log it has pulled, as they are stored."""

    @property
    def desk_id(self) -> str:
        """The desk's present identity."""

    @property
    def central_key(self) -> str:
        """Central's public signing key, from the enrolment."""

    def body(self, digest: str) -> bytes | None:
        """The bytes of an op in the journal, by its digest."""

    def op_at(self, centre_id: str, desk_id: str, desk_seq: int) -> str | None:
        """The digest of an op of a chain that this desk writes or brings along."""

    def logged(self, centre_id: str, desk_id: str) -> int:
        """How far such a chain stands in the pulled log without a gap: the number of its last op there, 0 for none."""

    def log_at(self, centre_id: str, revision: int) -> str | None:
        """The digest of the pulled log at a revision, "" at 0; None when the log has no such entry."""
