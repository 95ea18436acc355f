"""Field values as plain JSON values and back: the form they have inside an op and in a case document."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import msgspec


def plain(value: Any) -> Any:
    """A field's value as JSON can hold it: identities, days and instants as text, tuples as lists, parts as objects."""
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    if dataclasses.is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    raise TypeError(f"{type(value).__name__} cannot stand in an op")


def revive(value: Any, kind: Any) -> Any:
    """The field's value from its plain form; ``msgspec.ValidationError`` (a ``ValueError``) when it does not fit."""
    return msgspec.convert(value, kind)
