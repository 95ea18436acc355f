"""Keys and signatures. Each signature names its algorithm and says for what it was given, so that none serves twice."""

from __future__ import annotations

from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from mediation_desk.sync.wire.malformed import Malformed

ED25519: Final = "ed25519"
X25519: Final = "x25519"


def signing_key(seed: bytes) -> Ed25519PrivateKey:
    """The signing key of 32 random bytes."""
    return Ed25519PrivateKey.from_private_bytes(seed)


def exchange_key(seed: bytes) -> X25519PrivateKey:
    """The key to which secrets are encrypted, of 32 random bytes."""
    return X25519PrivateKey.from_private_bytes(seed)


def public_text(key: Ed25519PrivateKey | X25519PrivateKey) -> str:
    """The public half as text, with the name of its algorithm: ``ed25519:`` or ``x25519:`` and 64 hexadecimal digits."""
    name = ED25519 if isinstance(key, Ed25519PrivateKey) else X25519
    return f"{name}:{key.public_key().public_bytes_raw().hex()}"


def signing_public(text: str) -> Ed25519PublicKey:
    """The public signing key of such a text; ``Malformed`` when it is none."""
    return Ed25519PublicKey.from_public_bytes(_raw(text, ED25519))


def exchange_public(text: str) -> X25519PublicKey:
    """The public exchange key of such a text; ``Malformed`` when it is none."""
    return X25519PublicKey.from_public_bytes(_raw(text, X25519))


def sign(key: Ed25519PrivateKey, use: str, *parts: object) -> bytes:
    """Sign ``parts`` (texts without line breaks, and numbers) for one use."""
    return key.sign(_signed(use, parts))


def holds(public: str, signature: bytes, use: str, *parts: object) -> bool:
    """Whether the owner of the public key signed these parts for this use. ``Malformed`` when it is no such key."""
    try:
        signing_public(public).verify(signature, _signed(use, parts))
    except InvalidSignature:
        return False
    return True


def _signed(use: str, parts: tuple[object, ...]) -> bytes:
    lines = ["mediation-desk", use, *map(str, parts)]
    if any("\n" in line for line in lines):
        raise Malformed("a line break in what is signed")
    return "\n".join(lines).encode()


def _raw(text: str, name: str) -> bytes:
    algorithm, _, digits = text.partition(":")
    if algorithm != name or len(digits) != 64:
        raise Malformed("not a key of the algorithm it names")
    try:
        return bytes.fromhex(digits)
    except ValueError as error:
        raise Malformed("not a key of the algorithm it names") from error
