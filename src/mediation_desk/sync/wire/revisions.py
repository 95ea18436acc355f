"""Revisions of a centre's log: a number that counts on without a gap, and the epoch it was given in, as one integer.

An epoch begins when central was restored from a backup and goes on. Entries of an old epoch that nobody could give
back may still lie on a desk that comes late; as epoch and number are one value, what such a desk had seen is never
mistaken for what central has given since. No epoch is ever used twice, also by a central that was restored to before
it began one: it is the minute in which it began.
"""

from __future__ import annotations

from typing import Final

_NUMBER_BITS: Final = 26  # 67 million ops of one centre; 27 bits are left for the epoch, minutes for 255 years
NONE: Final = 0
"""Nothing seen, nothing pulled."""
MOST: Final = (1 << 53) - 1
"""The largest revision that JSON carries everywhere."""


def revision(epoch: int, number: int) -> int:
    """The revision of the ``number``-th entry of a log (from 1), given in ``epoch`` (from 0)."""
    return epoch << _NUMBER_BITS | number


def epoch_of(of: int) -> int:
    """The epoch in which it was given."""
    return of >> _NUMBER_BITS


def number_of(of: int) -> int:
    """The place of the entry in the log, from 1."""
    return of & (1 << _NUMBER_BITS) - 1


def in_epoch(newest: int, minute: int) -> int:
    """What stands for ``newest``, the log's last revision, when a new epoch begins: the next revision follows it.

    ``minute``: whole minutes since the beginning of 2026 by central's clock.
    """
    return revision(max(epoch_of(newest) + 1, minute), number_of(newest))


def follows(earlier: int, later: int) -> bool:
    """Whether ``later`` may be the revision right after ``earlier``: the next number, in the same epoch or a newer."""
    return number_of(later) == number_of(earlier) + 1 and epoch_of(later) >= epoch_of(earlier)
