"""Bytes as they travel: a message in MessagePack, compressed as a whole, with the name of the way it is packed in front.

What is signed is never taken from here: each signature says itself over which bytes it stands.
"""

from __future__ import annotations

import zlib
from types import UnionType
from typing import Any, Final, TypeVar, overload

import msgspec

from mediation_desk.sync.wire.limits import MOST_BODY, MOST_UNPACKED
from mediation_desk.sync.wire.malformed import Malformed

T = TypeVar("T")

DEFLATE: Final = b"\x01"
LEVEL: Final = 5
"""Where more time buys hardly fewer bytes."""

_encoder = msgspec.msgpack.Encoder()


def pack(message: Any) -> bytes:
    """A message as it travels."""
    return DEFLATE + zlib.compress(_encoder.encode(message), LEVEL)


@overload
def unpack(packed: bytes, kind: type[T], most: int = ..., most_unpacked: int = ...) -> T: ...
@overload
def unpack(packed: bytes, kind: UnionType, most: int = ..., most_unpacked: int = ...) -> Any: ...
def unpack(packed: bytes, kind: Any, most: int = MOST_BODY, most_unpacked: int = MOST_UNPACKED) -> Any:
    """Read a message of the given type. ``Malformed``: too large, packed in no known way, or not of that type."""
    try:
        return msgspec.msgpack.decode(unpacked(packed, most, most_unpacked), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Malformed("not a message of this kind") from error
    except RecursionError as error:
        raise Malformed("nested too deep") from error


def unpacked(packed: bytes, most: int = MOST_BODY, most_unpacked: int = MOST_UNPACKED) -> bytes:
    """The bytes that were packed; never more than ``most_unpacked`` of them are made. ``Malformed`` as above."""
    if len(packed) > most:
        raise Malformed("too large")
    if packed[:1] != DEFLATE:
        raise Malformed("packed in an unknown way")
    reader = zlib.decompressobj()
    try:
        out = reader.decompress(packed[1:], most_unpacked)
    except zlib.error as error:
        raise Malformed("damaged") from error
    if reader.unconsumed_tail:
        raise Malformed("too large when unpacked")
    if not reader.eof or reader.unused_data:
        raise Malformed("damaged")
    return out
