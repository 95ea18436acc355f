"""The next number of a case: counted in the same transaction that takes it, never given twice."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select

from mediation_desk.domain.records import BlankForm, Case
from mediation_desk.records.door import Unit
from mediation_desk.records.tables import RECORD_TABLES


def next_serial(unit: Unit, centre_id: UUID, year: int, infix: str) -> int:
    """One more than the highest serial of the centre's year and infix; cases that were taken out keep theirs, and so do
    blank forms that were printed with a number."""
    highest = 0
    for kind in (Case.kind, BlankForm.kind):
        taken = RECORD_TABLES[kind].c
        query = select(func.max(taken.number_serial)).where(
            taken.centre_id == centre_id, taken.number_year == year, taken.number_infix == infix
        )
        highest = max(highest, unit.read.connection.execute(query).scalar() or 0)
    return highest + 1
