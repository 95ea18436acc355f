"""The list of cases and the search box, within the centres whose cases one may read."""

from __future__ import annotations

from mediation_desk.actions.seat import Seat
from mediation_desk.records import case_list, search
from mediation_desk.records.case_list import CaseQuery, CaseRow, Sort

FOUND_AT_MOST = 50


def count(seat: Seat, query: CaseQuery) -> int:
    """How many cases the query means."""
    with seat.read() as reader:
        return case_list.count(reader.connection, query, seat.readable())


def page(seat: Seat, query: CaseQuery, offset: int, limit: int, total: int | None = None) -> list[CaseRow]:
    """The rows from ``offset`` on, at most ``limit``. Given ``total`` (from ``count``), the last page is as quick as the
    first."""
    with seat.read() as reader:
        return case_list.page(reader.connection, query, seat.readable(), offset, limit, total)


def find(seat: Seat, typed: str, limit: int | None = FOUND_AT_MOST) -> list[CaseRow]:
    """The cases that hold every word typed, newest first, at most ``limit`` (``None``: all). Ask for one more to
    know of more."""
    with seat.read() as reader:
        ids = search.cases_with(reader.connection, typed, limit, seat.readable())
        return case_list.rows_of(reader.connection, ids)


__all__ = ["FOUND_AT_MOST", "CaseQuery", "CaseRow", "Sort", "count", "find", "page"]
