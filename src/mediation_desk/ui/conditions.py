"""Under which conditions a window works: the clock on its wall, the price of a try, whether there is a keyring to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediation_desk.journal.ids import Clock, system_clock

if TYPE_CHECKING:
    from mediation_desk.records.vault import Cost


@dataclass(frozen=True, slots=True)
class Conditions:
    """The usual ones, unless told otherwise. ``cost``: of a try of a new passphrase or password, ``None`` the usual one.
    Without ``keyring`` nothing is asked of this account's keyring and nothing is left in it."""

    clock: Clock = system_clock
    cost: Cost | None = None
    keyring: bool = True


USUAL = Conditions()
