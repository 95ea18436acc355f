"""What a desk can do next. Each is one request, or none; what is lost on the way is planned again."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.sync.wire.seals import Mark


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing before this instant (seconds)."""

    until: float


@dataclass(frozen=True, slots=True)
class Rest:
    """Nothing to do until something is written, or the next round. ``trouble``: why something remains undone."""

    trouble: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignIn:
    """Prove who this desk is, and get a token. ``readmit``: show the certificate first, as central has forgotten it."""

    readmit: bool = False


@dataclass(frozen=True, slots=True)
class Renew:
    """Tell central of the new identity that this desk took, under the signature of the old one."""


@dataclass(frozen=True, slots=True)
class PushUnits:
    """Send a chain's ops from ``first`` to ``last``, whole units, sealed; and ask for the page after ``cursor``."""

    centre_id: str
    desk_id: str
    first: int
    last: int
    cursor: Mark


@dataclass(frozen=True, slots=True)
class PullPage:
    """Ask for the page after ``cursor``."""

    centre_id: str
    cursor: Mark
    whole: bool


@dataclass(frozen=True, slots=True)
class GiveBackLog:
    """Give central the entries after ``start``, up to the last place of them that it signed."""

    centre_id: str
    start: Mark


@dataclass(frozen=True, slots=True)
class AskLease:
    """Ask for a block of numbers."""

    centre_id: str


@dataclass(frozen=True, slots=True)
class AskBlob:
    """Ask how much of a blob central has."""

    centre_id: str
    digest: str


@dataclass(frozen=True, slots=True)
class SendPart:
    """Send the part of a blob that begins at ``offset``."""

    centre_id: str
    digest: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class FetchPart:
    """Ask for the part of a blob that begins at ``offset``."""

    centre_id: str
    digest: str
    offset: int


Step = Wait | Rest | SignIn | Renew | PushUnits | PullPage | GiveBackLog | AskLease | AskBlob | SendPart | FetchPart
