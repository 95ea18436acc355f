"""Column types for STRICT tables: each domain value as one of SQLite's own TEXT, INTEGER or BLOB."""

# ruff: noqa: ARG002 - every method has the signature that SQLAlchemy calls

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Dialect, Integer, LargeBinary, Text
from sqlalchemy.types import TypeDecorator


class Identity(TypeDecorator[UUID]):
    """A UUID as BLOB of 16 bytes; UUIDv7 sorts by the time it was made."""

    impl = LargeBinary(16)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[UUID | None], bytes | None]:
        # Not process_bind_param: a case has sixty identities, and each would be wrapped three times over.
        return lambda value: None if value is None else value.bytes

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> UUID | None:
        return None if value is None else UUID(bytes=value)


class Day(TypeDecorator[date]):
    """A calendar date as TEXT ``2026-11-24``: a date is a date, whatever the hour."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        if isinstance(value, datetime):
            raise TypeError("a column of days takes a date, not an instant")
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Instant(TypeDecorator[datetime]):
    """An aware instant as TEXT in UTC, always ``2026-11-24T04:18:51.000000Z``, so that text order is time order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else instant_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else instant_of(value)


def instant_text(value: datetime) -> str:
    """``2026-11-24T04:18:51.000000Z`` for an aware instant; ``TypeError`` for one without a zone."""
    if value.tzinfo is None:
        raise TypeError("an instant without a zone cannot be stored")
    utc = value.astimezone(UTC)
    return utc.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def instant_of(text: str) -> datetime:
    """The aware UTC instant that ``instant_text`` wrote."""
    return datetime.fromisoformat(text)


class Flag(TypeDecorator[bool]):
    """Yes or no as INTEGER 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Packed(TypeDecorator[Any]):
    """A tuple, mapping or frozen dataclass as JSON in TEXT, read back as the type it was declared with.

    ``Packed(tuple[str, ...])``, ``Packed(Schedule)``: any type that msgspec can decode.
    """

    impl = Text
    cache_ok = True

    def __init__(self, shape: Any = Any) -> None:
        super().__init__()
        self.shape = shape
        self._decoder = msgspec.json.Decoder(shape)

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else self._decoder.decode(value)
