"""What somebody typed and did not save, with the case it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.actions.drafts import drafts_left
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.records import Case

NEW = "register"
_OF_CASE = re.compile(r"case:(?P<case>[0-9a-f-]{36})/(?P<page>.+)")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A draft: its page, when it was kept, and the case with its title (none: a new registration)."""

    page: str
    saved_at: datetime
    case_id: UUID | None
    title: str


def unfinished(seat: Seat) -> list[Unfinished]:
    """All that was left, latest first. Drafts of cases he may no longer read are left out."""
    found = []
    drafts = drafts_left(seat)
    with seat.read() as reader:
        for draft in drafts:
            of_case = _OF_CASE.fullmatch(draft.page)
            if of_case is None:
                if draft.page == NEW:
                    found.append(Unfinished(draft.page, draft.saved_at, None, ""))
                continue
            case = reader.get(Case, UUID(of_case["case"]))
            if case is not None and case.centre_id in seat.readable():
                found.append(Unfinished(draft.page, draft.saved_at, case.id, case.title or case.number))
    return found
