"""Where the list of cases takes its rows from: what the filter means, sorted by a column."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from mediation_desk.actions import lists
from mediation_desk.actions.lists import CaseQuery, CaseRow, Sort
from mediation_desk.actions.seat import Seat


class CaseSource:
    """A ``table_model.Source`` over one query."""

    def __init__(self, seat: Seat, query: CaseQuery, count: int | None = None) -> None:
        self._seat, self.query = seat, query
        self._count = count

    def count(self) -> int:
        """How many rows; counted once."""
        if self._count is None:
            self._count = lists.count(self._seat, self.query)
        return self._count

    def fetch(self, offset: int, limit: int, sort: str, descending: bool) -> Sequence[CaseRow]:
        """A page of rows. Without a column chosen: latest acceptance first.

        What lies beyond the middle is read from the other end: a jump to the last row need not pass all before it.
        """
        query = self.query
        if sort:
            query = dataclasses.replace(query, sort=Sort(sort), descending=descending)
        count = self.count()
        limit = min(limit, count - offset)
        if limit <= 0:
            return ()
        if offset <= count // 2:
            return lists.page(self._seat, query, offset, limit, self.count())
        back = dataclasses.replace(query, descending=not query.descending)
        return lists.page(self._seat, back, count - offset - limit, limit)[::-1]


class NoCases:
    """Nothing has been read yet."""

    def count(self) -> int:
        """None."""
        return 0

    def fetch(self, offset: int, limit: int, sort: str, descending: bool) -> Sequence[CaseRow]:
        """None."""
        return ()
