"""What the planner remembers: kept by the desk in the same transactions as what it speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.sync.wire.seals import START, Mark


@dataclass(frozen=True, slots=True)
class Waiting:
    """A unit that central has not confirmed: its first and last number in its chain, and the bytes of its ops."""

    first: int
    last: int
    size: int


@dataclass(frozen=True, slots=True)
class ChainState:
    """One chain that this desk writes or brings along, in one centre.

    ``units``: what is to be sent, in order, without a gap, from number ``confirmed`` + 1 on; enough of them for a batch,
    or all there are. ``stuck``: central could not take the batch that begins there; why.
    """

    desk_id: str
    confirmed: int = 0
    units: tuple[Waiting, ...] = ()
    stuck: str = ""


@dataclass(frozen=True, slots=True)
class CentreState:
    """One centre that this desk serves.

    ``cursor``: how far its log was pulled, and stored. ``current``: in this round the end of the log was reached.
    ``whole``: ask for the bytes of own ops too, as the desk does not have them all. ``gave``: the last place that central's
    log shares with the pulled one, where they were found to differ; ``giving``: after which place of it central must
    still be given what it lost, None when it was given all.
    ``trouble``: why this centre cannot be served just now.
    """

    centre_id: str
    cursor: Mark = START
    chains: tuple[ChainState, ...] = ()
    current: bool = False
    whole: bool = False
    giving: Mark | None = None
    gave: Mark | None = None
    trouble: str = ""
    lease_wanted: bool = False


@dataclass(frozen=True, slots=True)
class BlobState:
    """A blob on its way. ``sent``: bytes that the other side has, None as long as that was not asked. Signed papers
    come first in a desk's list, then the oldest."""

    centre_id: str
    digest: str
    size: int
    sent: int | None = None
    coming: bool = False


@dataclass(frozen=True, slots=True)
class DeskState:
    """All of it. ``signed_in``: a token is held. ``renewal``: the desk took a new identity of which central
    was not told. ``unknown``: central, restored, does not know this desk.
    ``trouble``: why central does not serve this desk at all. ``failures`` in a row, and ``not_before``: the instant
    (seconds) until which to wait after them."""

    centres: tuple[CentreState, ...] = ()
    blobs: tuple[BlobState, ...] = ()
    signed_in: bool = False
    renewal: bool = False
    unknown: bool = False
    trouble: str = ""
    failures: int = 0
    not_before: float = 0.0
