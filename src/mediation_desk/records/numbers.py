"""The next number of a case: counted in the same transaction that takes it, never given twice."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select

from mediation_desk.records.door import Unit
from mediation_desk.records.tables import RECORD_TABLES


def next_serial(unit: Unit, centre_id: UUID, year: int, infix: str) -> int:
    """One more than the highest serial of the centre's year and infix; cases that were taken out keep theirs."""
    case = RECORD_TABLES["case"]
    query = select(func.max(case.c.number_serial)).where(
        case.c.centre_id == centre_id, case.c.number_year == year, case.c.number_infix == infix
    )
    highest = unit.read.connection.execute(query).scalar()
    return (highest or 0) + 1
