"""The difference between a record as read and as it is to be: exactly what goes into the op and into the tables."""

from __future__ import annotations

import dataclasses
from typing import Any

from mediation_desk.domain.fields import FieldSpec, Record, RecordSpec, spec_of
from mediation_desk.journal.values import plain

Changes = dict[str, list[Any]]


def created(record: Record) -> Changes:
    """All fields of a new record that differ from their defaults, each as ``[None, new]``."""
    defaults = default_values(type(record))
    out: Changes = {}
    for spec in spec_of(type(record)):
        value = getattr(record, spec.name)
        if spec.name not in defaults or value != defaults[spec.name]:
            out[spec.name] = [None, plain(value)]
    return out


def amended(was: Record, new: Record) -> Changes:
    """The fields that differ, each as ``[old, new]``; empty when nothing does. Both must be the same record."""
    if type(was) is not type(new) or was.id != new.id or was.centre_id != new.centre_id:
        raise TypeError("two different records have no difference")
    out: Changes = {}
    for spec in spec_of(type(new)):
        old, now = getattr(was, spec.name), getattr(new, spec.name)
        if old != now:
            out[spec.name] = [plain(old), plain(now)]
    return out


def groups_of(spec: RecordSpec, changes: Changes) -> dict[str, tuple[FieldSpec, ...]]:
    """The merge groups a difference touches, each with all its fields."""
    touched = {f.facet.group for f in spec if f.name in changes}
    return {g: tuple(f for f in spec if f.facet.group == g) for g in sorted(touched)}


def default_values(record: type[Record]) -> dict[str, Any]:
    """The defaults of a record's fields; a field without one is left out."""
    return {f.name: f.default for f in dataclasses.fields(record) if f.default is not dataclasses.MISSING}
