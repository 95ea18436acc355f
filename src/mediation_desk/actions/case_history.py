"""修改记录: what was changed in a case, in words: when, who, which field, from what, to what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile, load_by_number
from mediation_desk.actions.case_words import names_in, words_of
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.undoing import KINDS
from mediation_desk.domain.records import Account
from mediation_desk.domain.roles import HISTORY, PURPOSES
from mediation_desk.journal.op import CREATE
from mediation_desk.records.history import Entry, of_case, of_record
from mediation_desk.records.reading import Reader

_PARTS_OF_NUMBER = frozenset(("number_year", "number_infix", "number_serial"))
_PEOPLE = frozenset(("subject", "party"))
_OF_A_NEW_ENTRY = frozenset(("position", "agreement_id", "paper_id"))


@dataclass(frozen=True, slots=True)
class Change:
    """One change. ``record`` and ``field`` are labels to be translated; ``field`` is empty for an entry that was made or
    taken out as a whole. ``old`` is ``None`` for what was filled for the first time. ``about`` is the name of the party it
    is about, if it is one's; ``record_id`` and ``name`` say which field of which record it is."""

    record: str
    field: str
    old: str | None
    new: str
    about: str
    record_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """What one person changed at one time. ``purpose`` is a label to be translated."""

    at: datetime
    by: str
    purpose: str
    changes: tuple[Change, ...]


def history(seat: Seat, number: str) -> list[Occasion]:
    """All changes of the case of that number and of its parties' particulars, oldest first.

    Personal data are in words, for whoever may read the history may read the case; secret fields show dots.
    """
    return history_of(seat, load_by_number(seat, number))


def history_of(seat: Seat, file: CaseFile) -> list[Occasion]:
    """All changes of a case that was read already, as ``history`` tells them."""
    seat.require(HISTORY, file.case.centre_id)
    with seat.read() as reader:
        entries = of_case(reader.connection, file.case.id)
        for entry in file.parties:
            entries += of_record(reader.connection, entry.subject.id)
        names = names_in(reader, file.case.centre_id, file.case.id)
        people = _people(reader, {e.by for e in entries})
    # A unit is one moment; sorting is stable, so what was read in the order of the journal stays in it.
    entries.sort(key=lambda e: (e.at, e.unit_id.int))
    return [_occasion(list(unit), names, people) for _, unit in groupby(entries, key=lambda e: e.unit_id)]


def _people(reader: Reader, accounts: set[UUID]) -> dict[UUID, str]:
    return {a.id: a.person for a in reader.many(Account, accounts).values()}


def _occasion(entries: list[Entry], names: dict[UUID, str], people: dict[UUID, str]) -> Occasion:
    first = entries[0]
    changes = tuple(_change(entry, names) for entry in entries if not _follows(entry))
    return Occasion(first.at, people.get(first.by, "—"), PURPOSES.get(first.purpose, first.purpose), changes)


def _follows(entry: Entry) -> bool:
    """Whether the entry says nothing of its own: the place of a new entry, and the parts of a number that is told whole."""
    if entry.field is None:
        return False
    return entry.field.name in _PARTS_OF_NUMBER or (entry.action == CREATE and entry.field.name in _OF_A_NEW_ENTRY)


def _change(entry: Entry, names: dict[UUID, str]) -> Change:
    record = KINDS.get(entry.kind, entry.kind)
    about = names.get(entry.record_id, "") if entry.kind in _PEOPLE else ""
    if entry.field is None:
        old = None if entry.action == CREATE else record
        return Change(record, "", old, "", about, entry.record_id, "")
    old = None if entry.action == CREATE else words_of(entry.field, entry.old, names)
    new = words_of(entry.field, entry.new, names)
    return Change(record, entry.field.facet.label, old, new, about, entry.record_id, entry.field.name)
