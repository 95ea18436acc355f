"""Identities: UUIDv7, in the order they were made, even when the clock goes backwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from mediation_desk.journal.ids import Identities


class Clock:
    """A clock that does as it is told."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def test_their_order_is_the_order_of_making() -> None:
    """Lists are read in the order of their ids: within a millisecond, and after the clock was set back."""
    clock = Clock()
    ids = Identities(clock, Random(1).getrandbits)
    made = [ids.new() for _ in range(5_000)]
    clock.now -= timedelta(days=400)
    made += [ids.new() for _ in range(100)]
    clock.now += timedelta(days=800)
    made.append(ids.new())
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_they_are_of_version_7_and_tell_their_time() -> None:
    """RFC 9562: 48 bits of milliseconds, version and variant in their places."""
    clock = Clock()
    made = Identities(clock, Random(1).getrandbits).new()
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == int(clock.now.timestamp() * 1000)
