"""Reading records back, on whatever connection is at hand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import CompoundSelect, Connection, bindparam, exists, literal, select, union_all

from mediation_desk.domain.fields import CaseRecord, Record
from mediation_desk.records.projection import record_from
from mediation_desk.records.tables import table_of

R = TypeVar("R", bound=Record)


class Reader:
    """Reads records on one connection. Voided records are left out unless asked for."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def get(self, record: type[R], record_id: UUID, *, voided: bool = False) -> R | None:
        """The record of that id, or ``None``."""
        found = self.find(record, voided=voided, id=record_id)
        return found[0] if found else None

    def find(self, record: type[R], *, voided: bool = False, **equal: Any) -> list[R]:
        """All records whose fields equal the values given, in the order they were made (by ``position`` if any)."""
        table = table_of(record)
        query = select(table).where(*(table.c[name] == value for name, value in equal.items()))
        if not voided:
            query = query.where(table.c.voided.is_(False))
        order = (table.c.position, table.c.id) if "position" in table.c else (table.c.id,)
        rows = self.connection.execute(query.order_by(*order)).mappings()
        return [record_from(record, row) for row in rows]

    def of_case(self, record: type[R], case_id: UUID) -> list[R]:
        """The case's records of one kind."""
        assert issubclass(record, CaseRecord)
        return self.find(record, case_id=case_id)

    def kinds_of_case(self, records: tuple[type[Record], ...], case_id: UUID) -> frozenset[type[Record]]:
        """Those of the kinds of which the case has any, asked in one query: most cases have none of most."""
        found = set(self.connection.execute(_any_of(records), {"case": case_id}).scalars())
        return frozenset(record for record in records if record.kind in found)

    def many(self, record: type[R], ids: Iterable[UUID]) -> dict[UUID, R]:
        """Records by id; unknown ones are left out. At most a few hundred ids."""
        wanted = list(ids)
        if not wanted:
            return {}
        table = table_of(record)
        rows = self.connection.execute(select(table).where(table.c.id.in_(wanted))).mappings()
        return {row["id"]: record_from(record, row) for row in rows}


@lru_cache(maxsize=4)
def _any_of(records: tuple[type[Record], ...]) -> CompoundSelect[Any]:
    parts = []
    for record in records:
        table = table_of(record)
        own = table.c.case_id == bindparam("case", type_=table.c.case_id.type)
        parts.append(select(literal(record.kind)).where(exists().where(own, table.c.voided.is_(False))))
    return union_all(*parts)
