"""What a field of a record is, said once: everything else (tables, masks, search, labels, merging) derives from it."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Facet:
    """The facts about one field.

    ``group``: its merge group; fields of one group are judged together when two people change them apart.
    ``label``: English source text of its label. ``personal``: masked in lists, never logged. ``secret``: never
    shown, never exported. ``searched``: its text is found by the search box. ``codes``: the code table its value
    comes from.
    """

    group: str
    label: str
    personal: bool = False
    secret: bool = False
    searched: bool = False
    codes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has: who it is (UUIDv7) and whose register it belongs to."""

    kind: ClassVar[str]
    id: UUID
    centre_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRecord(Record):
    """A record that is part of one case."""

    case_id: UUID


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field as the rest of the program needs it: its plain type without annotations, and its facet."""

    name: str
    type: Any
    facet: Facet

    @property
    def optional(self) -> bool:
        """May be ``None``."""
        return type(None) in typing.get_args(self.type)

    @property
    def plain(self) -> Any:
        """The type without ``None``."""
        if not self.optional:
            return self.type
        rest = [t for t in typing.get_args(self.type) if t is not type(None)]
        return rest[0]


@dataclass(frozen=True, slots=True)
class RecordSpec:
    """A kind of record: its name, its class and its own fields (without ``id``, ``centre_id``, ``case_id``)."""

    kind: str
    type: type[Record]
    fields: tuple[FieldSpec, ...]
    of_case: bool

    def __iter__(self) -> Iterator[FieldSpec]:
        return iter(self.fields)

    def field(self, name: str) -> FieldSpec:
        """The field of that name; ``KeyError`` when there is none."""
        for spec in self.fields:
            if spec.name == name:
                return spec
        raise KeyError(name)

    def group(self, name: str) -> tuple[str, ...]:
        """The names of all fields in a merge group."""
        return tuple(f.name for f in self.fields if f.facet.group == name)


_specs: dict[type[Record], RecordSpec] = {}


def spec_of(record: type[Record]) -> RecordSpec:
    """The facets of a record class. A field without one is our mistake and raises ``TypeError``."""
    if record not in _specs:
        _specs[record] = _read(record)
    return _specs[record]


def _read(record: type[Record]) -> RecordSpec:
    hints = typing.get_type_hints(record, include_extras=True)
    fields = []
    for field in dataclasses.fields(record):
        if field.name in ("id", "centre_id", "case_id"):
            continue
        hint = hints[field.name]
        facet = next((m for m in getattr(hint, "__metadata__", ()) if isinstance(m, Facet)), None)
        if facet is None:
            raise TypeError(f"{record.__name__}.{field.name} has no facet")
        fields.append(FieldSpec(field.name, _plain(hint), facet))
    return RecordSpec(record.kind, record, tuple(fields), issubclass(record, CaseRecord))


def _plain(hint: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin is typing.Annotated:
        return _plain(typing.get_args(hint)[0])
    if origin in (typing.Union, types.UnionType):
        return typing.Union[tuple(_plain(a) for a in typing.get_args(hint))]  # noqa: UP007 - built at run time
    return hint
