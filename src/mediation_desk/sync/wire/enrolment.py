"""How a desk becomes one of central's, proves itself, and takes a new identity."""

from __future__ import annotations

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from mediation_desk.sync.wire.conversation import Denied
from mediation_desk.sync.wire.keys import ED25519, holds, sign
from mediation_desk.sync.wire.limits import PROTOCOL, TOKEN_SECONDS


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What central says of itself to anyone: its identity and keys, and the versions it speaks.

    ``schema``: the newest shape of records it knows; a newer desk's ops are kept as they are.
    """

    central_id: str
    signing_key: str
    exchange_key: str
    schema: int
    protocol_from: int = PROTOCOL
    protocol_to: int = PROTOCOL


class Register(msgspec.Struct, frozen=True, array_like=True):
    """A centre's register that a desk brings along: the id it has there, and its name."""

    centre_id: str
    name: str


class EnrolAsk(msgspec.Struct, frozen=True, kw_only=True):
    """A desk asks to be taken in, with a one-time code. ``registers``: of centres it worked for before.

    ``signature``: by the key it names, so that nobody enrols another's key.
    """

    code: str
    desk_id: str
    signing_key: str
    exchange_key: str
    schema: int
    registers: list[Register]
    signature: bytes
    protocol: int = PROTOCOL


class Served(msgspec.Struct, frozen=True, kw_only=True):
    """A centre that a desk serves: the id of its log, its name, the ids under which its ops may have been written
    (its own among them), and the desk's two digits in its numbers."""

    centre_id: str
    name: str
    aliases: list[str]
    infix: str


class Alias(msgspec.Struct, frozen=True, array_like=True):
    """A centre's id, and another under which ops of its log were written before it had that one."""

    centre_id: str
    written_as: str


class Certificate(msgspec.Struct, frozen=True, kw_only=True):
    """Central's word that it took a desk in: a central restored from an older backup knows its desks by it.

    ``former``: the desk's earlier identities, whose chains it may seal.
    """

    central_id: str
    desk_id: str
    signing_key: str
    exchange_key: str
    centres: list[str]
    aliases: list[Alias]
    former: list[str]
    signature: bytes
    algorithm: str = ED25519


class Enrolled(msgspec.Struct, frozen=True, kw_only=True, tag="enrolled"):
    """The desk is taken in."""

    about: About
    centres: list[Served]
    certificate: Certificate


EnrolAnswer = Enrolled | Denied


class RenewAsk(msgspec.Struct, frozen=True, kw_only=True):
    """A desk takes a new identity and new keys, after it was restored or copied. Signed with the key of the old one,
    which may still bring what it wrote; ``certificate`` is the old one's."""

    certificate: Certificate
    desk_id: str
    signing_key: str
    exchange_key: str
    signature: bytes


class Readmit(msgspec.Struct, frozen=True, kw_only=True):
    """A desk that central, restored from a backup, no longer knows shows the certificate it has from it."""

    certificate: Certificate
    signature: bytes


class Challenge(msgspec.Struct, frozen=True, kw_only=True, tag="challenge"):
    """A text to sign; so that no clock of a desk matters."""

    nonce: str


class Assertion(msgspec.Struct, frozen=True, kw_only=True):
    """A desk proves itself: it signs central's challenge."""

    desk_id: str
    nonce: str
    signature: bytes


class Token(msgspec.Struct, frozen=True, kw_only=True, tag="token"):
    """Lets a desk in for ``seconds``."""

    text: str
    seconds: int = TOKEN_SECONDS


TokenAnswer = Token | Denied


def enrol_ask(key: Ed25519PrivateKey, ask: EnrolAsk) -> EnrolAsk:
    """The request under its signature."""
    return msgspec.structs.replace(ask, signature=sign(key, "enrol", *_enrol_parts(ask)))


def enrol_holds(ask: EnrolAsk) -> bool:
    """Whether the request was signed with the key it names."""
    return holds(ask.signing_key, ask.signature, "enrol", *_enrol_parts(ask))


def certify(key: Ed25519PrivateKey, certificate: Certificate) -> Certificate:
    """The certificate under central's signature."""
    return msgspec.structs.replace(certificate, signature=sign(key, "certificate", *_certificate_parts(certificate)))


def certificate_holds(certificate: Certificate, public: str) -> bool:
    """Whether central, whose public key is given, signed it."""
    return certificate.algorithm == ED25519 and holds(
        public, certificate.signature, "certificate", *_certificate_parts(certificate)
    )


def renew_ask(old: Ed25519PrivateKey, ask: RenewAsk) -> RenewAsk:
    """The request under the signature of the identity that is given up."""
    return msgspec.structs.replace(ask, signature=sign(old, "renew", *_renew_parts(ask)))


def renew_holds(ask: RenewAsk, old_public: str) -> bool:
    """Whether the identity that is given up, whose public key central has, asked for it."""
    return holds(old_public, ask.signature, "renew", *_renew_parts(ask))


def readmit_ask(key: Ed25519PrivateKey, certificate: Certificate) -> Readmit:
    """The certificate, shown by the desk it names."""
    return Readmit(certificate=certificate, signature=sign(key, "readmit", certificate.central_id, certificate.desk_id))


def readmit_holds(ask: Readmit, central_public: str) -> bool:
    """Whether central once took this desk in, and it is that desk that asks."""
    shown = ask.certificate
    return certificate_holds(shown, central_public) and holds(
        shown.signing_key, ask.signature, "readmit", shown.central_id, shown.desk_id
    )


def assertion(key: Ed25519PrivateKey, desk_id: str, central_id: str, nonce: str) -> Assertion:
    """Sign central's challenge. ``central_id`` keeps it from being shown to another central."""
    return Assertion(desk_id=desk_id, nonce=nonce, signature=sign(key, "token", desk_id, central_id, nonce))


def assertion_holds(given: Assertion, central_id: str, public: str) -> bool:
    """Whether the desk with that public key signed the challenge."""
    return holds(public, given.signature, "token", given.desk_id, central_id, given.nonce)


def _enrol_parts(ask: EnrolAsk) -> tuple[object, ...]:
    registers = [part for r in ask.registers for part in (r.centre_id, r.name)]
    return ask.code, ask.desk_id, ask.signing_key, ask.exchange_key, ask.schema, ask.protocol, *registers


def _certificate_parts(certificate: Certificate) -> tuple[object, ...]:
    keys = certificate.signing_key, certificate.exchange_key
    aliases = [part for a in certificate.aliases for part in (a.centre_id, a.written_as)]
    # Each list behind its length, so that no item can be taken for one of the next list.
    lists = [part for one in (certificate.centres, aliases, certificate.former) for part in (len(one), *one)]
    return certificate.central_id, certificate.desk_id, *keys, *lists


def _renew_parts(ask: RenewAsk) -> tuple[object, ...]:
    return ask.certificate.desk_id, ask.desk_id, ask.signing_key, ask.exchange_key
