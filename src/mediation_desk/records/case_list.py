"""The list of cases: counted and read a page at a time from the summary, quick at 100,000 rows from end to end."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, text

from mediation_desk.domain.stages import Stage
from mediation_desk.records import search
from mediation_desk.records.tables import NOT_YET


class Sort(StrEnum):
    """What a list is sorted by."""

    ACCEPTED = "accepted_on"
    NUMBER = "number"
    TITLE = "title"
    APPLICANTS = "applicants"
    STAGE = "stage"
    DISPUTE_CLASS = "dispute_class"
    MEDIATORS = "mediators"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseQuery:
    """Which cases a list shows, and in which order. ``mediator``: a name in the register. ``from_date`` and ``to_date``:
    days of acceptance, both included. ``text``: as typed into the search box."""

    centre_id: UUID | None = None
    stage: Stage | None = None
    mediator: str = ""
    from_date: date | None = None
    to_date: date | None = None
    text: str = ""
    sort: Sort = Sort.ACCEPTED
    descending: bool = True


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One row of a list. A case that has no stage yet is registered."""

    case_id: UUID
    centre_id: UUID
    number: str
    title: str
    dispute_class: str
    accepted_on: date | None
    stage: Stage
    stage_on: date | None
    applicants: str
    respondents: str
    mediators: str


_ACCEPTED = f"coalesce(accepted_on, '{NOT_YET}')"
_ORDERS: dict[Sort, tuple[str, ...]] = {
    Sort.ACCEPTED: (_ACCEPTED, "case_id"),
    Sort.NUMBER: ("number", "case_id"),
    Sort.TITLE: ("title", "case_id"),
    Sort.APPLICANTS: ("applicants", "case_id"),
    Sort.STAGE: ("stage", _ACCEPTED, "case_id"),
    Sort.DISPUTE_CLASS: ("dispute_class", _ACCEPTED, "case_id"),
    Sort.MEDIATORS: ("mediators", _ACCEPTED, "case_id"),
}
_COVERED = frozenset((Sort.NUMBER, Sort.TITLE, Sort.APPLICANTS))
_AT_ONCE = 1_000
_COLUMNS = (
    "case_id, centre_id, number, title, dispute_class, accepted_on, stage, stage_on, applicants, respondents, mediators"
)


def count(connection: Connection, query: CaseQuery, centres: Collection[UUID]) -> int:
    """How many cases of ``centres`` the query means."""
    where, values = _where(connection, query, centres)
    return int(connection.execute(text(f"SELECT count(*) FROM case_summary {where}"), values).scalar_one())


def page(
    connection: Connection,
    query: CaseQuery,
    centres: Collection[UUID],
    offset: int,
    limit: int,
    total: int | None = None,
) -> list[CaseRow]:
    """The rows from ``offset`` on, at most ``limit``. With ``total``, as counted, the second half is read from its end,
    so that the last page is as quick as the first."""
    where, values = _where(connection, query, centres)
    backwards = total is not None and offset > total // 2
    descending = query.descending
    if total is not None and backwards:
        limit = min(limit, total - offset)
        offset = total - offset - limit
        descending = not descending
    if limit <= 0:
        return []
    order = ", ".join(f"{key} {'DESC' if descending else 'ASC'}" for key in _ORDERS[query.sort])
    statement = text(f"SELECT case_id FROM case_summary {where} ORDER BY {order} LIMIT :limit OFFSET :offset")
    found = connection.execute(statement, values | {"limit": limit, "offset": offset}).scalars()
    ids = [UUID(bytes=i) for i in found]
    return rows_of(connection, ids[::-1] if backwards else ids)


def rows_of(connection: Connection, case_ids: Sequence[UUID]) -> list[CaseRow]:
    """The rows of these cases, in their order; those without one are left out."""
    found: dict[UUID, CaseRow] = {}
    for start in range(0, len(case_ids), _AT_ONCE):
        wanted = ", ".join(_literal(i) for i in case_ids[start : start + _AT_ONCE])
        rows = connection.execute(text(f"SELECT {_COLUMNS} FROM case_summary WHERE case_id IN ({wanted})"))
        found |= {row.case_id: row for row in map(row_of, rows)}
    return [found[i] for i in case_ids if i in found]


def row_of(row: Any) -> CaseRow:
    """A row from the summary's columns."""
    case_id, centre_id, number, title, kind, accepted_on, stage, stage_on, *people = row
    return CaseRow(
        UUID(bytes=case_id),
        UUID(bytes=centre_id),
        number,
        title,
        kind,
        accepted_on and date.fromisoformat(accepted_on),
        Stage(stage or Stage.REGISTERED),
        stage_on and date.fromisoformat(stage_on),
        *people,
    )


def _where(connection: Connection, query: CaseQuery, centres: Collection[UUID]) -> tuple[str, dict[str, Any]]:
    tests: list[str] = []
    values: dict[str, Any] = {}
    # A plus keeps an index of this column out of it: the index of the order holds the column too, and needs no sorting.
    plus = "+" if query.sort in _COVERED else ""
    wanted = set(centres) if query.centre_id is None else {query.centre_id} & set(centres)
    if not _all_centres(connection) <= wanted:
        tests.append(f"+centre_id IN ({', '.join(_literal(c) for c in sorted(wanted))})")
    if query.stage is not None:
        stages = [query.stage.value] if query.stage is not Stage.REGISTERED else [query.stage.value, ""]
        tests.append(f"{plus}stage IN ({', '.join(_bound(values, s) for s in stages)})")
    if query.mediator:
        whose = [m for m in _mediator_lists(connection) if query.mediator in m.split("、")]
        tests.append(f"{plus}mediators IN ({', '.join(_bound(values, m) for m in whose)})")
    if query.from_date is not None:
        tests.append(f"{plus}{_ACCEPTED} >= {_bound(values, query.from_date.isoformat())}")
    if query.to_date is not None or query.from_date is not None:
        last = query.to_date or date.max - timedelta(days=1)
        tests.append(f"{plus}{_ACCEPTED} <= {_bound(values, last.isoformat())}")
    found = search.matching(connection, query.text)
    if found is not None:
        tests.append(f"case_id IN ({found[0]})")
        values |= found[1]
    return (f"WHERE {' AND '.join(tests)}" if tests else ""), values


def _literal(identity: UUID) -> str:
    return f"x'{identity.hex}'"


def _bound(values: dict[str, Any], value: str) -> str:
    name = f"v{len(values)}"
    values[name] = value
    return f":{name}"


def _all_centres(connection: Connection) -> set[UUID]:
    return {UUID(bytes=row[0]) for row in connection.exec_driver_sql("SELECT id FROM centre")}


def _mediator_lists(connection: Connection) -> list[str]:
    """Each different list of mediators once, by leaps over the index: there are few of them, however many cases."""
    leaps = """WITH RECURSIVE leap(who) AS (
        SELECT min(mediators) FROM case_summary
        UNION ALL SELECT (SELECT min(mediators) FROM case_summary WHERE mediators > who) FROM leap WHERE who IS NOT NULL)
        SELECT who FROM leap WHERE who IS NOT NULL"""
    return [row[0] for row in connection.exec_driver_sql(leaps)]
