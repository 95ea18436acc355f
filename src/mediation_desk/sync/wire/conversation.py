"""What a desk and central say to each other about ops, pages, numbers and blobs, once the desk is let in."""

from __future__ import annotations

from typing import Final

import msgspec

from mediation_desk.sync.wire.batch import Batch
from mediation_desk.sync.wire.log import Differs, Kept, Page
from mediation_desk.sync.wire.seals import START, Mark

# Why central denies a request. None of them costs work: the desk keeps its outbox.
UNAUTHENTICATED: Final = "unauthenticated"
"""No token, or one that ran out: sign in again."""
UNKNOWN_DESK: Final = "unknown_desk"
REVOKED: Final = "revoked"
SCOPE: Final = "scope"
"""The desk does not serve this centre, or no longer."""
TOO_OLD: Final = "too_old"
TOO_NEW: Final = "too_new"
BUSY: Final = "busy"
"""Come again after ``retry_after``."""
RESTORING: Final = "restoring"
"""Central was restored from a backup and takes back from its desks what it had signed, before it takes anything new."""
MALFORMED: Final = "malformed"
"""What came cannot be right; it is not applied, nor kept."""
FULL: Final = "full"
"""Central's disk."""
DENIALS: Final = (
    UNAUTHENTICATED, UNKNOWN_DESK, REVOKED, SCOPE, TOO_OLD, TOO_NEW, BUSY, RESTORING, MALFORMED, FULL
)  # fmt: skip


class Denied(msgspec.Struct, frozen=True, kw_only=True, tag="denied"):
    """A request was not served. ``retry_after`` in seconds, 0 when that would not help. ``detail``: a few words for a
    log, without any content."""

    reason: str
    retry_after: int = 0
    detail: str = ""


class Push(msgspec.Struct, frozen=True, kw_only=True):
    """A batch for central. ``cursor``: where the desk stands in the log; it also asks for the page after it."""

    batch: Batch
    cursor: Mark


class Answered(msgspec.Struct, frozen=True, array_like=True):
    """What became of an op of a batch: its revision, and the bytes of the answer."""

    revision: int
    answer: bytes


class Stored(msgspec.Struct, frozen=True, kw_only=True, tag="stored"):
    """A batch is stored durably, with an answer to each of its ops in their order. ``forked``: more than one disk has
    written under the desk's identity; it must take a new one before it writes again. ``page``: what came since."""

    answers: list[Answered]
    forked: bool = False
    page: Page | None = None


class ChainEnd(msgspec.Struct, frozen=True, array_like=True):
    """How far central has one branch of a desk's chain: the number and digest of its last op."""

    desk_id: str
    branch: int
    desk_seq: int
    digest: str


class Deferred(msgspec.Struct, frozen=True, kw_only=True, tag="deferred"):
    """A batch is kept whole, until the op ``waits_for`` (a digest) is there. ``known``: how far central has the
    chain; the desk sends again from there."""

    waits_for: str
    known: list[ChainEnd]


PushAnswer = Stored | Deferred | Differs | Denied


class Pull(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for the page of a centre's log after ``cursor``. ``whole``: with the bytes of the desk's own ops too."""

    centre_id: str
    cursor: Mark = START
    whole: bool = False


PullAnswer = Page | Differs | Denied


class GiveBack(msgspec.Struct, frozen=True, kw_only=True):
    """Entries that central signed once and does not have: in the answer to ``Differs``."""

    kept: Kept


class Taken(msgspec.Struct, frozen=True, kw_only=True, tag="taken"):
    """What was given back is kept at central: in its log as before, or judged anew, or held until it can be."""


GiveBackAnswer = Taken | Differs | Denied


class Lease(msgspec.Struct, frozen=True, array_like=True):
    """A block of serial numbers of a centre's year for one desk: ``first`` to ``last``, both included."""

    centre_id: str
    year: int
    first: int
    last: int


class LeaseAsk(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for a block. ``used_to``: the highest number of that year the desk knows of, which no new block may hold."""

    centre_id: str
    year: int
    count: int
    used_to: int = 0


class Leased(msgspec.Struct, frozen=True, kw_only=True, tag="leased"):
    """A block, the desk's own from now on. Numbers of it that are never used are left out for good."""

    lease: Lease


LeaseAnswer = Leased | Denied


class BlobHave(msgspec.Struct, frozen=True, kw_only=True, tag="have"):
    """How many bytes of a blob central has, from its beginning. ``size`` in bytes; 0 as long as nobody has said it."""

    digest: str
    size: int
    have: int


class BlobPart(msgspec.Struct, frozen=True, kw_only=True, tag="part"):
    """A part of a blob, of at most ``limits.PART`` bytes, from ``offset``. ``digest``: of the whole blob's plain bytes."""

    centre_id: str
    digest: str
    size: int
    offset: int
    data: bytes


BlobAnswer = BlobHave | BlobPart | Denied
