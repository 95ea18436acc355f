"""The entries of a list in a document, each matched with the one the desk has, in a place of its own."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from mediation_desk.actions.case_document.problems import Faults
from mediation_desk.actions.case_document.shape_base import Entry
from mediation_desk.actions.case_document.values import Reading, values_of
from mediation_desk.domain.fields import CaseRecord
from mediation_desk.domain.records import Case
from mediation_desk.domain.words import N_, Say

R = TypeVar("R", bound=CaseRecord)

NO_ENTRY = N_("this case has no such entry here, or it stands here twice")


@dataclass(frozen=True, slots=True)
class Slot(Generic[R]):
    """An entry of the document: where it stands, what it says, its identity, and what it was (``None``: new)."""

    path: str
    part: Any
    id: UUID
    was: R | None


@dataclass(frozen=True, slots=True)
class Step:
    """One write that the document asks for; ``new`` is ``None`` for an entry that was left out."""

    path: str
    new: Any
    was: Any

    @property
    def changes(self) -> bool:
        """Whether it changes anything."""
        return bool(self.new != self.was)


def matched(
    parts: Sequence[Entry], stored: Sequence[R], path: str, faults: Faults, new_id: Callable[[], UUID]
) -> list[Slot[R]]:
    """The entries with what they were. An id that the case does not have, or that stands twice, is a fault."""
    known = {record.id: record for record in stored}
    slots = []
    for place, part in enumerate(parts):
        at = f"{path}[{place}]"
        was = known.pop(part.id, None) if part.id is not None else None
        if part.id is not None and was is None:
            faults.add(f"{at}.id", Say(NO_ENTRY))
        slots.append(Slot(at, part, new_id() if was is None else was.id, was))
    return slots


def left_out(slots: Sequence[Slot[R]], stored: Sequence[R], path: str) -> list[Step]:
    """The entries that the document no longer has."""
    kept = {slot.id for slot in slots}
    return [Step(path, None, record) for record in stored if record.id not in kept]


def entry(kind: type[R], slot: Slot[R], case: Case, reading: Reading, **more: Any) -> R:
    """The record that an entry makes."""
    values = values_of(kind, slot.part, slot.was, slot.path, reading) | more
    if slot.was is not None:
        return dataclasses.replace(slot.was, **values)
    return kind(id=slot.id, centre_id=case.centre_id, case_id=case.id, **values)


def positions(slots: Sequence[Slot[Any]]) -> list[int]:
    """A position for each entry, in order; one that is still in order keeps its own, so that nothing moves needlessly."""
    given: list[int] = []
    last = (-1, UUID(int=0))
    for slot in slots:
        own = (slot.was.position, slot.id) if slot.was is not None else None
        last = own if own is not None and own > last else (last[0] + 1, slot.id)
        given.append(last[0])
    return given


def steps_of(
    kind: type[R], slots: Sequence[Slot[R]], case: Case, reading: Reading, *, ordered: bool, **more: Any
) -> list[Step]:
    """The writes of a list; ``ordered`` lists hold their order in ``position``. ``more``: fields of every entry."""
    if not ordered:
        return [Step(s.path, entry(kind, s, case, reading, **more), s.was) for s in slots]
    placed = zip(slots, positions(slots), strict=True)
    return [Step(s.path, entry(kind, s, case, reading, position=p, **more), s.was) for s, p in placed]
