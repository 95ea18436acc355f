"""The slots of a vault: each one way to the same key, naming the algorithms it uses."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

Kind = Literal["keyring", "passphrase", "recovery"]

_TITLE = "mediation-desk vault 1"
_NONCE = 12


class Argon2(msgspec.Struct, frozen=True, tag_field="name", tag="argon2id"):
    """RFC 9106's second recommended set by default: about 0.2 s and 64 MiB a try."""

    salt: bytes
    memory_kib: int = 65536
    iterations: int = 3
    lanes: int = 4

    def stretch(self, secret: bytes) -> bytes:
        return Argon2id(
            salt=self.salt, length=32, iterations=self.iterations, lanes=self.lanes, memory_cost=self.memory_kib
        ).derive(secret)


class Hkdf(msgspec.Struct, frozen=True, tag_field="name", tag="hkdf-sha256"):
    """For secrets that are random enough by themselves: the keyring's 32 bytes, the recovery code's 135 bits."""

    salt: bytes

    def stretch(self, secret: bytes) -> bytes:
        return HKDF(SHA256(), 32, self.salt, b"mediation-desk slot").derive(secret)


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """The vault's key, wrapped: ``derivation`` makes the wrapping key of the secret, ``wrapping`` names its cipher."""

    kind: Kind
    vault_id: UUID
    derivation: Argon2 | Hkdf
    wrapping: Literal["aes-256-gcm"] = "aes-256-gcm"
    nonce: bytes
    wrapped: bytes

    def unwrap(self, secret: bytes) -> bytes | None:
        """The vault's key, or None when ``secret`` is not the one it was wrapped with."""
        try:
            return AESGCM(self.derivation.stretch(secret)).decrypt(
                self.nonce, self.wrapped, _bound(self.kind, self.vault_id)
            )
        except InvalidTag:
            return None


def wrap(kind: Kind, vault_id: UUID, key: bytes, secret: bytes, derivation: Argon2 | Hkdf, nonce: bytes) -> Slot:
    """``key`` wrapped for ``secret``; ``nonce``: 12 random bytes."""
    wrapped = AESGCM(derivation.stretch(secret)).encrypt(nonce, key, _bound(kind, vault_id))
    return Slot(kind=kind, vault_id=vault_id, derivation=derivation, nonce=nonce, wrapped=wrapped)


def _bound(kind: Kind, vault_id: UUID) -> bytes:
    # A slot moved to another vault, or passed off as another kind, does not unwrap.
    return f"{_TITLE}/{kind}/{vault_id.hex}".encode()
