"""Packing: small on the way, never larger than allowed on arrival."""

from __future__ import annotations

import zlib

import msgspec
import pytest

from mediation_desk.sync.wire.conversation import Denied, Pull, PullAnswer
from mediation_desk.sync.wire.malformed import Malformed
from mediation_desk.sync.wire.packing import DEFLATE, pack, unpack, unpacked

PULL = Pull(centre_id="x")


def test_what_is_packed_is_unpacked() -> None:
    """As the type that is expected."""
    assert unpack(pack(PULL), Pull) == PULL
    assert unpack(pack(Denied(reason="busy")), PullAnswer) == Denied(reason="busy")


def test_a_bomb_is_not_unpacked() -> None:
    """A hundred million zeros in a hundred kilobytes: no more of them are made than are allowed."""
    bomb = DEFLATE + zlib.compress(bytes(100 << 20), 9)
    with pytest.raises(Malformed, match="too large when unpacked"):
        unpacked(bomb, most_unpacked=1 << 20)
    exact = DEFLATE + zlib.compress(bytes(1000), 9)
    assert len(unpacked(exact, most_unpacked=1000)) == 1000
    with pytest.raises(Malformed, match="too large when unpacked"):
        unpacked(exact, most_unpacked=999)


def test_too_much_is_not_even_begun() -> None:
    """By what has arrived."""
    packed = pack(PULL)
    assert unpack(packed, Pull, most=len(packed)) == PULL
    with pytest.raises(Malformed, match="too large"):
        unpack(packed, Pull, most=len(packed) - 1)


@pytest.mark.parametrize(
    ("packed", "reason"),
    [
        (b"", "unknown way"),
        (b"\x07abc", "unknown way"),
        (DEFLATE + b"nonsense", "damaged"),
        (pack(PULL)[:-3], "damaged"),
        (pack(PULL) + b"x", "damaged"),
        (DEFLATE + zlib.compress(b"\xc1"), "not a message"),
        (pack({"centre_id": 3}), "not a message"),
        (DEFLATE + zlib.compress(msgspec.msgpack.encode("x").replace(b"x", b"\xff")), "not a message"),
        (DEFLATE + zlib.compress(b"\x81\xa1x" + b"\x91" * 200_000 + b"\xc0"), "deep|not a message"),
    ],
)
def test_what_is_cut_foreign_or_wrong_is_refused(packed: bytes, reason: str) -> None:
    """A body that was cut in the middle is never read in part."""
    with pytest.raises(Malformed, match=reason):
        unpack(packed, Pull)
