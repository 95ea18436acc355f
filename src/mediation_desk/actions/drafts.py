"""What somebody is typing, kept beside the records: encrypted, on this desk only, never in the journal."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mediation_desk.actions.seat import Seat
from mediation_desk.records import drafts
from mediation_desk.records.drafts import Draft


def keep_draft(seat: Seat, page: str, content: Any) -> datetime:
    """Keep the content of a page (plain JSON values) for whoever is seated; the instant. ``KnownProblem`` when the disk
    refuses."""
    return drafts.keep(seat.desk.store, seat.account.id, page, content)


def kept_draft(seat: Seat, page: str) -> Draft | None:
    """What he left on that page, if it was neither saved nor given up."""
    return drafts.kept(seat.desk.store, seat.account.id, page)


def drop_draft(seat: Seat, page: str) -> None:
    """Forget it: it was saved, or given up."""
    drafts.drop(seat.desk.store, seat.account.id, page)


def drafts_left(seat: Seat) -> list[Draft]:
    """All that he left unfinished, latest first."""
    return drafts.all_of(seat.desk.store, seat.account.id)
