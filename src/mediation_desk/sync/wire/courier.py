"""The courier: what a desk without a line sends as a file through anyone's hands, and what comes back the same way.

Content is encrypted to the one it is for (HPKE, RFC 9180: X25519, HKDF-SHA256, ChaCha20-Poly1305) and signed by the one
it comes from; whoever carries it can read neither names nor ops, only whose file it is.
"""

from __future__ import annotations

from typing import Final, TypeVar

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from mediation_desk.journal.op import digest
from mediation_desk.sync.wire import limits
from mediation_desk.sync.wire.batch import Batch
from mediation_desk.sync.wire.conversation import BlobPart, Deferred, Denied, LeaseAsk, Leased, Pull, Stored, Taken
from mediation_desk.sync.wire.enrolment import EnrolAsk, Enrolled
from mediation_desk.sync.wire.keys import exchange_public, holds, sign
from mediation_desk.sync.wire.log import Differs, Kept, Page
from mediation_desk.sync.wire.malformed import Malformed
from mediation_desk.sync.wire.packing import pack, unpack

T = TypeVar("T")

MAGIC: Final = b"mediation-courier-1\n"
TO_CENTRAL: Final = "bundle"
TO_DESK: Final = "receipt"
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_MOST_HEADER: Final = 4 << 10


class Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """What a desk says in a courier file: the same batches as by the line, and what it would ask for."""

    batches: list[Batch]
    pulls: list[Pull]
    parts: list[BlobPart] = []
    leases: list[LeaseAsk] = []
    given_back: list[Kept] = []
    enrol: EnrolAsk | None = None


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """Central's answers to a bundle: one a batch, in their order; for each pull all the pages to the end of the log; one
    for each stretch that was given back. ``blobs``: by digest, how many bytes central has."""

    batches: list[Stored | Deferred | Denied]
    pages: list[Page | Differs | Denied]
    given_back: list[Taken | Denied] = []
    leases: list[Leased | Denied] = []
    blobs: dict[str, int] = {}
    enrolled: Enrolled | Denied | None = None


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What anyone may read of a courier file: what it is, from whom, for whom, and by which number it is answered.

    ``bundle_id``: chosen by the desk; a receipt carries that of its bundle. ``digest``: of the encrypted content.
    """

    what: str
    bundle_id: str
    central_id: str
    desk_id: str
    signing_key: str
    digest: str
    signature: bytes


def write_courier(
    content: Bundle | Receipt,
    *,
    bundle_id: str,
    central_id: str,
    desk_id: str,
    key: Ed25519PrivateKey,
    public_key: str,
    to: str,
) -> bytes:
    """A courier file. ``key``, ``public_key``: of the one it comes from; ``to``: the exchange key of whom it is for."""
    what = TO_CENTRAL if isinstance(content, Bundle) else TO_DESK
    sealed = _SUITE.encrypt(pack(content), exchange_public(to), _info(what, bundle_id, central_id, desk_id))
    parts = what, bundle_id, central_id, desk_id, public_key, digest(sealed)
    header = Header(
        what=what,
        bundle_id=bundle_id,
        central_id=central_id,
        desk_id=desk_id,
        signing_key=public_key,
        digest=parts[-1],
        signature=sign(key, "courier", *parts),
    )
    shown = msgspec.json.encode(header)
    return MAGIC + len(shown).to_bytes(2) + shown + sealed


def read_header(file: bytes) -> Header:
    """Who sent a courier file and for whom it is, proved by its signature; whether that key is the sender's, the reader
    knows. ``Malformed`` when it is none, or was changed on its way."""
    shown, sealed = _split(file)
    try:
        header = msgspec.json.decode(shown, type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Malformed("not a courier file") from error
    parts = header.what, header.bundle_id, header.central_id, header.desk_id, header.signing_key, header.digest
    if digest(sealed) != header.digest or not holds(header.signing_key, header.signature, "courier", *parts):
        raise Malformed("the courier file was damaged or changed")
    return header


def open_courier(file: bytes, key: X25519PrivateKey, kind: type[T]) -> T:
    """The content of a courier file whose header was read, and whose sender is known. ``Malformed`` when it is not for
    this key, or too large."""
    header = read_header(file)
    if header.what != (TO_CENTRAL if kind is Bundle else TO_DESK):
        raise Malformed("a courier file of the other direction")
    info = _info(header.what, header.bundle_id, header.central_id, header.desk_id)
    try:
        packed = _SUITE.decrypt(_split(file)[1], key, info)
    except InvalidTag as error:
        raise Malformed("the courier file is for another") from error
    return unpack(packed, kind, limits.MOST_COURIER, limits.MOST_COURIER_UNPACKED)


def _split(file: bytes) -> tuple[bytes, bytes]:
    if len(file) > limits.MOST_COURIER or not file.startswith(MAGIC):
        raise Malformed("not a courier file")
    at = len(MAGIC) + 2
    length = int.from_bytes(file[at - 2 : at])
    if length > _MOST_HEADER or len(file) < at + length:
        raise Malformed("not a courier file")
    return file[at : at + length], file[at + length :]


def _info(*parts: str) -> bytes:
    return "\n".join(("mediation-courier", *parts)).encode()
