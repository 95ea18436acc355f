"""The one error of reading what came from outside."""

from __future__ import annotations


class Malformed(ValueError):
    """What came is not what it says it is. ``reason`` is one of a few words without any content, fit for a log."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)
