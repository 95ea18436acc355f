"""A file that is fetched when it is read and let go when another is: hundreds are open at once in the memory of two."""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Callable


class Shelf:
    """Holds the bytes of the files read last."""

    def __init__(self, hold: int = 2) -> None:
        self._hold = hold
        self._held: OrderedDict[int, bytes] = OrderedDict()

    def bytes_of(self, key: int, fetch: Callable[[], bytes]) -> bytes:
        """The bytes under a key, fetched when they are not held."""
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]
        content = fetch()
        self._held[key] = content
        while len(self._held) > self._hold:
            self._held.popitem(last=False)
        return content


class LazyFile(io.RawIOBase):
    """A file of bytes for reading that keeps nothing itself."""

    def __init__(self, shelf: Shelf, key: int, fetch: Callable[[], bytes]) -> None:
        super().__init__()
        self._shelf, self._key, self._fetch = shelf, key, fetch
        self._at = 0

    def _content(self) -> bytes:
        return self._shelf.bytes_of(self._key, self._fetch)

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """Where the next byte is read."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Read on from there."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: len(self._content())}[whence]
        self._at = max(0, start + offset)
        return self._at

    def readinto(self, buffer: object) -> int:
        """Fill the buffer from here."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type] # whatever the reader hands over
        part = self._content()[self._at : self._at + len(view)]
        view[: len(part)] = part
        self._at += len(part)
        return len(part)
