"""The case as it would be with what stands on a page, for the paper at its side."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.domain.fields import Record
from mediation_desk.domain.records import Case, Party, Subject

_LISTS = {
    "claim": "claims",
    "inquiry": "inquiries",
    "evidence": "evidence",
    "meeting": "meetings",
    "performance": "performances",
    "mandate": "mandates",
    "service_address": "service_addresses",
    "undisputed": "undisputed",
    "disclosure": "disclosures",
    "non_acceptance": "non_acceptances",
    "termination": "terminations",
    "referral": "referrals",
    "follow_up": "follow_ups",
    "confirmation": "confirmations",
    "volume": "volumes",
}
"""The kinds of records a page writes, and the lists of ``CaseFile`` they stand in."""


def as_typed(file: CaseFile, records: Iterable[Record]) -> CaseFile:
    """The case with these records in the place of those of the same identity; new ones come last."""
    for record in records:
        file = _with(file, record)
    return file


def _with(file: CaseFile, record: Record) -> CaseFile:
    match record:
        case Case():
            return dataclasses.replace(file, case=record)
        case Party() | Subject():
            return dataclasses.replace(file, parties=tuple(_entry(entry, record) for entry in file.parties))
    name = _LISTS.get(record.kind)
    if name is None:
        return file
    held: tuple[Any, ...] = getattr(file, name)
    known = any(one.id == record.id for one in held)
    now = tuple(record if one.id == record.id else one for one in held)
    changed: dict[str, Any] = {name: now if known else (*now, record)}
    return dataclasses.replace(file, **changed)


def _entry(entry: Any, record: Party | Subject) -> Any:
    if entry.party.id == record.id:
        return dataclasses.replace(entry, party=record)
    return dataclasses.replace(entry, subject=record) if entry.subject.id == record.id else entry
