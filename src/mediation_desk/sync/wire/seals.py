"""The desk's seal on the head of its chain, and central's on the head of a log: each signs all that stands before it."""

from __future__ import annotations

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from mediation_desk.sync.wire.keys import ED25519, holds, sign


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """A desk's word for its chain up to an op: which chain, its number and digest there, and whose key.

    ``signer`` is the desk that sealed; it differs from ``desk_id`` when a desk brings along a chain that it wrote
    under an earlier identity. A seal proves the desk, not the person.
    """

    desk_id: str
    centre_id: str
    desk_seq: int
    digest: str
    signer: str
    signature: bytes
    algorithm: str = ED25519


def seal(key: Ed25519PrivateKey, *, signer: str, desk_id: str, centre_id: str, desk_seq: int, digest: str) -> Seal:
    """Seal a chain's head. ``centre_id`` is the centre whose log the chain belongs to."""
    signature = sign(key, "seal", signer, desk_id, centre_id, desk_seq, digest)
    return Seal(
        desk_id=desk_id, centre_id=centre_id, desk_seq=desk_seq, digest=digest, signer=signer, signature=signature
    )


def seal_holds(given: Seal, public: str) -> bool:
    """Whether the desk with that public key gave this seal."""
    parts = given.signer, given.desk_id, given.centre_id, given.desk_seq, given.digest
    return given.algorithm == ED25519 and holds(public, given.signature, "seal", *parts)


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """A place in a centre's log: the revision of an entry and the digest of the log up to it."""

    revision: int = 0
    digest: str = ""


START = Mark()
"""The beginning of every log, before its first entry."""


class SignedHead(msgspec.Struct, frozen=True, kw_only=True):
    """Central's word for a centre's log up to an entry."""

    centre_id: str
    mark: Mark
    signature: bytes
    algorithm: str = ED25519


def sign_head(key: Ed25519PrivateKey, centre_id: str, mark: Mark) -> SignedHead:
    """Sign a place in a log as central."""
    return SignedHead(
        centre_id=centre_id, mark=mark, signature=sign(key, "head", centre_id, mark.revision, mark.digest)
    )


def head_holds(head: SignedHead, public: str) -> bool:
    """Whether central signed this place."""
    parts = head.centre_id, head.mark.revision, head.mark.digest
    return head.algorithm == ED25519 and holds(public, head.signature, "head", *parts)
