"""The desk's own two digits in case numbers: what keeps two desks without a line from giving one number twice."""

from __future__ import annotations

import re
from typing import Final

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_
from mediation_desk.records.store import Store

INFIX: Final = "infix"
_SPENT: Final = "infix_spent"
_SHAPE = re.compile(r"0[1-9]|[1-9][0-9]")

NEEDED = N_(
    "This desk was restored from a backup: numbers it gave after that day may be on paper already. "
    "Give it two new digits for its numbers first. Nothing was saved; what you typed is still here."
)


def infix_of(store: Store) -> str:
    """The digits for new numbers; empty where the desk has none.

    ``KnownProblem`` when the desk was restored and has not got new ones yet.
    """
    infix = store.fact(INFIX) or ""
    if infix in _spent(store):
        raise KnownProblem(NEEDED)
    return infix


def needs_infix(store: Store) -> bool:
    """Whether the desk must get new digits before it gives a number."""
    return (store.fact(INFIX) or "") in _spent(store)


def choose_infix(store: Store, infix: str) -> None:
    """Give the desk new digits, 01 to 99, that it has not used and no other desk of its centres uses (which only
    people know). ``KnownProblem`` for anything else."""
    if not _SHAPE.fullmatch(infix):
        raise KnownProblem(N_("The infix of a desk is two digits from 01 to 99."))
    if infix in _spent(store):
        raise KnownProblem(N_("This desk had these digits before it was restored. Choose others."))
    store.set_facts([(INFIX, infix)])


def spend_infix(store: Store) -> None:
    """The present digits are never used again here: another copy of this desk may still be giving numbers."""
    store.set_facts([(_SPENT, " ".join(sorted({*_spent(store), store.fact(INFIX) or "--"})))])


def _spent(store: Store) -> set[str]:
    return set((store.fact(_SPENT) or "").split())
