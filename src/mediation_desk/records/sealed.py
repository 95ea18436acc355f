"""Sealed streams: how blobs and backups lie on the disk.

A head of 56 bytes (magic, version, algorithm, salt, a tag over these), then parts of 1 MiB, each encrypted and
authenticated by AES-256-GCM under a key of the stream's own. The nonce of a part is its number and whether it is the last,
so that a part that is changed, moved, missing, doubled or added is found, and its place said.
"""

from __future__ import annotations

import hmac
import io
from collections.abc import Callable, Iterator
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_
from mediation_desk.records.meter import Sink, Source

PART = 1 << 20
TAG = 16

_MAGIC = b"MDSEAL"
_VERSION = 1
_AES_256_GCM = 1
_FIXED = _MAGIC + bytes([_VERSION, _AES_256_GCM])
_SALT = 32
HEAD = len(_FIXED) + _SALT + TAG

Damage = Literal["foreign", "newer", "head", "part", "cut", "added"]

_SENTENCES: dict[Damage, str] = {
    "foreign": N_("it is not a file that this program wrote"),
    "newer": N_("it was written by a newer version of this program"),
    "head": N_("it is damaged at its beginning (byte {offset}), or it belongs to another desk"),
    "part": N_("it is damaged in the part that begins at byte {offset}"),
    "cut": N_("it is incomplete: it ends too early, after byte {offset}"),
    "added": N_("something was added to it or moved in it after byte {offset}"),
}


class SealDamaged(KnownProblem):
    """A sealed stream that is not as it was written; ``offset`` is the place, counted in bytes of the file."""

    def __init__(self, damage: Damage, offset: int) -> None:
        super().__init__(_SENTENCES[damage], offset=offset)
        self.damage = damage
        self.offset = offset


class SealWriter:
    """Encrypts what is written to it into ``sink``; ``close`` writes the last part and leaves ``sink`` open.

    ``key``: 32 bytes. ``context``: what the stream is and what it must stand with; a reader gives the same.
    """

    def __init__(self, sink: Sink, key: bytes, context: bytes, rng: Callable[[int], bytes]) -> None:
        salt = rng(_SALT)
        self._sink = sink
        self._cipher, tag = _keys(key, context, _FIXED, salt)
        self._waiting = bytearray()
        self._number = 0
        sink.write(_FIXED + salt + tag)

    def write(self, data: bytes, /) -> int:
        """Take ``data``; a whole part is written as soon as it is known not to be the last."""
        self._waiting += data
        while len(self._waiting) > PART:
            self._put(bytes(self._waiting[:PART]), last=False)
            del self._waiting[:PART]
        return len(data)

    def close(self) -> None:
        """Write the last part, which may be empty."""
        self._put(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _put(self, plain: bytes, *, last: bool) -> None:
        self._sink.write(self._cipher.encrypt(_nonce(self._number, last=last), plain, None))
        self._number += 1


class SealReader:
    """Gives back what a ``SealWriter`` took, in pieces, each proved before it is given.

    The stream is whole only when reading has come to its end: call ``drain`` where the content says its own end.
    ``base``: the place of the stream in its file, for the places named by ``SealDamaged``.
    """

    def __init__(self, source: Source, key: bytes, context: bytes, *, base: int = 0) -> None:
        self._source = source
        self._base = base
        self._cipher = _read_head(source, key, context, base)
        self._parts = self._open_parts()
        self._rest = b""

    def __iter__(self) -> Iterator[bytes]:
        return self._parts

    def read(self, size: int, /) -> bytes:
        """Up to ``size`` bytes, fewer only at the end."""
        gathered = [self._rest]
        length = len(self._rest)
        while length < size and (part := next(self._parts, None)) is not None:
            gathered.append(part)
            length += len(part)
        whole = b"".join(gathered)
        self._rest = whole[size:]
        return whole[:size]

    def drain(self) -> None:
        """Read on to the end, so that the last part is proved too."""
        self._rest = b""
        for _ in self._parts:
            pass

    def _open_parts(self) -> Iterator[bytes]:
        sealed = self._source.read(PART + TAG)
        number = 0
        while True:
            following = self._source.read(PART + TAG) if len(sealed) == PART + TAG else b""
            yield self._open(sealed, number, last=not following)
            if not following:
                return
            sealed = following
            number += 1

    def _open(self, sealed: bytes, number: int, *, last: bool) -> bytes:
        plain = self._try(sealed, number, last=last)
        if plain is not None:
            return plain
        start = self._base + HEAD + number * (PART + TAG)
        if self._try(sealed, number, last=not last) is not None:
            raise SealDamaged("cut" if last else "added", start + len(sealed))
        if last and len(sealed) < TAG:
            raise SealDamaged("cut", start + len(sealed))
        raise SealDamaged("part", start)

    def _try(self, sealed: bytes, number: int, *, last: bool) -> bytes | None:
        try:
            return self._cipher.decrypt(_nonce(number, last=last), sealed, None)
        except InvalidTag:
            return None


def seal(plain: bytes, key: bytes, context: bytes, rng: Callable[[int], bytes]) -> bytes:
    """``plain`` as one sealed stream."""
    sink = io.BytesIO()
    writer = SealWriter(sink, key, context, rng)
    writer.write(plain)
    writer.close()
    return sink.getvalue()


def unseal(sealed: bytes, key: bytes, context: bytes) -> bytes:
    """What ``seal`` was given; ``SealDamaged`` when it is not whole."""
    return b"".join(SealReader(io.BytesIO(sealed), key, context))


def _read_head(source: Source, key: bytes, context: bytes, base: int) -> AESGCM:
    head = source.read(HEAD)
    fixed, salt, tag = head[: len(_FIXED)], head[len(_FIXED) : -TAG], head[-TAG:]
    if not head.startswith(_MAGIC):
        raise SealDamaged("foreign", base)
    if len(head) < HEAD:
        raise SealDamaged("cut", base + len(head))
    cipher, expected = _keys(key, context, fixed, salt)
    if not hmac.compare_digest(tag, expected):
        raise SealDamaged("head", base)
    if fixed != _FIXED:  # a newer version's tag would hold as well, made in the same way
        raise SealDamaged("newer", base)
    return cipher


def _keys(key: bytes, context: bytes, fixed: bytes, salt: bytes) -> tuple[AESGCM, bytes]:
    """The cipher of this stream and the tag over its head."""
    derived = HKDF(SHA256(), 64, salt, b"mediation-desk sealed stream " + context).derive(key)
    return AESGCM(derived[:32]), hmac.digest(derived[32:], fixed + salt, "sha256")[:TAG]


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])
