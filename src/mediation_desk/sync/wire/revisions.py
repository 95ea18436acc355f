"""Revisions of a centre's log: a number that counts on without a gap, and the epoch it was given in, as one integer.

An epoch begins when central was restored from a backup and goes on. Entries of the old epoch that nobody could give
back may still lie on a desk that comes late; as epoch and number are one value, what such a desk had seen is never
mistaken for what central has given since.
"""

from __future__ import annotations

from typing import Final

_NUMBER_BITS: Final = 40
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


def next_epoch(newest: int) -> int:
    """What stands for ``newest`` (the log's last revision) when a new epoch begins: the next revision follows it."""
    return revision(epoch_of(newest) + 1, number_of(newest))


def follows(earlier: int, later: int) -> bool:
    """Whether ``later`` may be the revision right after ``earlier``: the next number, in the same epoch or a newer."""
    return number_of(later) == number_of(earlier) + 1 and epoch_of(later) >= epoch_of(earlier)
