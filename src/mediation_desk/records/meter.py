"""How far a long piece of work has come, and the digest of what has passed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Protocol

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in all; raising in it stops the work and leaves nothing behind."""


class Meter:
    """Adds up what passes and tells ``progress``, if there is one."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def add(self, size: int) -> None:
        self._done = min(self._done + size, self._total)
        if self._progress is not None:
            self._progress(self._done, self._total)


class Source(Protocol):
    """Whatever bytes are read from."""

    def read(self, size: int, /) -> bytes: ...


class Sink(Protocol):
    """Whatever bytes are written to."""

    def write(self, data: bytes, /) -> int: ...


class MeteredSource:
    """A source whose bytes are counted and digested on their way."""

    def __init__(self, source: Source, meter: Meter) -> None:
        self._source = source
        self._meter = meter
        self._hash = hashlib.sha256()

    def read(self, size: int, /) -> bytes:
        data = self._source.read(size)
        self._hash.update(data)
        self._meter.add(len(data))
        return data

    def digest(self) -> str:
        return self._hash.hexdigest()


class MeteredSink:
    """A sink whose bytes are counted and digested on their way."""

    def __init__(self, sink: Sink, meter: Meter) -> None:
        self._sink = sink
        self._meter = meter
        self._hash = hashlib.sha256()

    def write(self, data: bytes, /) -> int:
        self._hash.update(data)
        self._meter.add(len(data))
        return self._sink.write(data)

    def digest(self) -> str:
        return self._hash.hexdigest()
