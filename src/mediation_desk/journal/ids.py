"""UUIDv7 identities (RFC 9562): ordered by time, made from a clock and a source of randomness given from outside."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def _system_randbits(count: int) -> int:
    """The same as ``secrets.randbits``, without what that module takes to load before the window shows."""
    size = (count + 7) // 8
    return int.from_bytes(os.urandom(size)) >> size * 8 - count


class Identities:
    """Makes UUIDv7 values that never go backwards within this maker, even when the clock does."""

    def __init__(self, clock: Clock = system_clock, randbits: Callable[[int], int] | None = None) -> None:
        self._clock = clock
        self._randbits = randbits or _system_randbits
        self._last = 0
        self._lock = threading.Lock()

    def new(self) -> UUID:
        """The next identity."""
        with self._lock:
            # 48 bits of milliseconds and 12 more that count on within one, so that order of making is order of value.
            tick = int(self._clock().timestamp() * 1000) << 12
            self._last = tick = max(tick, self._last + 1)
        value = (tick >> 12 & (1 << 48) - 1) << 80 | 0x7 << 76 | (tick & 0xFFF) << 64 | 0b10 << 62 | self._randbits(62)
        return UUID(int=value)
