"""What every part of the case document is made of."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

Amount = Annotated[str, Meta(pattern=r"^(0|[1-9][0-9]{0,13})\.[0-9]{2}$")]
Moment = Annotated[datetime, Meta(tz=True)]
Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An object of the document. A field that it does not know is refused."""


class Entry(Part, frozen=True, kw_only=True):
    """An entry of a list. ``id`` names an entry that the desk has already; a new one has none."""

    id: UUID | None = None
