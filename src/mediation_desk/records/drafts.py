"""What is being typed: kept on this desk within seconds, encrypted with the rest, outside the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from mediation_desk.records.engine import reading, writing
from mediation_desk.records.store import Store
from mediation_desk.records.tables import DRAFT


@dataclass(frozen=True, slots=True)
class Draft:
    """The content of a page as it was typed: plain JSON values, and when it was kept."""

    page: str
    content: Any
    saved_at: datetime


def keep(store: Store, account_id: UUID, page: str, content: Any) -> datetime:
    """Keep the content of a page for its author; the former draft of that page is replaced. Returns the instant."""
    now = store.clock()
    body = {"content": msgspec.json.encode(content).decode(), "saved_at": now}
    with writing(store.engine) as connection:
        query = upsert(DRAFT).values(account_id=account_id, page=page, **body)
        connection.execute(query.on_conflict_do_update(index_elements=["account_id", "page"], set_=body))
    return now


def kept(store: Store, account_id: UUID, page: str) -> Draft | None:
    """The draft of a page, if there is one."""
    return next((d for d in all_of(store, account_id) if d.page == page), None)


def all_of(store: Store, account_id: UUID) -> list[Draft]:
    """All drafts of one person, latest first."""
    query = select(DRAFT.c.page, DRAFT.c.content, DRAFT.c.saved_at).where(DRAFT.c.account_id == account_id)
    with reading(store.engine) as connection:
        rows = connection.execute(query.order_by(DRAFT.c.saved_at.desc())).all()
    return [Draft(page, msgspec.json.decode(content), at) for page, content, at in rows]


def drop(store: Store, account_id: UUID, page: str) -> None:
    """Forget a draft: its content was saved, or its author gave it up."""
    with writing(store.engine) as connection:
        connection.execute(delete(DRAFT).where(DRAFT.c.account_id == account_id, DRAFT.c.page == page))
