"""One signal naming the records that changed; whoever shows one of them refreshes itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal


class Named(NamedTuple):
    """A record by kind (``"Case"``) and identity."""

    kind: str
    identity: str


class Changed(QObject):
    """``records`` carries a ``frozenset[Named]``, always in the window's own thread."""

    records = Signal(object)

    def tell(self, records: Iterable[Named]) -> None:
        """Say which records changed. Nothing is said about none."""
        named = frozenset(records)
        if named:
            self.records.emit(named)

    def on(self, owner: QObject, refresh: Callable[[frozenset[Named]], None], *kinds: str) -> None:
        """Call ``refresh`` with the changed records of these kinds (all, when none is given) while ``owner`` lives."""

        def heard(named: frozenset[Named]) -> None:
            mine = frozenset(n for n in named if n.kind in kinds) if kinds else named
            if mine:
                refresh(mine)

        link = self.records.connect(heard)
        owner.destroyed.connect(lambda: self.records.disconnect(link))


@lru_cache(maxsize=1)
def changed() -> Changed:
    """The process's one."""
    return Changed()
