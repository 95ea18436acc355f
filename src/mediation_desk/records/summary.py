"""One row a case for lists: derived in the same transaction as the change, so that a list never scans the records."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection

_PEOPLE = """(SELECT coalesce(group_concat(name, '、'), '') FROM (
    SELECT s.name AS name FROM party p JOIN subject s ON s.id = p.subject_id
    WHERE p.case_id = c.id AND p.side = '{side}' AND p.voided = 0 ORDER BY p.position, p.id))"""
# The latest step is the one of the latest day; of two on a day, the one entered later.
_STEP = """(SELECT {what} FROM stage_change g WHERE g.case_id = c.id AND g.voided = 0
    ORDER BY g."on" DESC, g.id DESC LIMIT 1)"""
_MAKE = f"""INSERT INTO case_summary
    (case_id, centre_id, number, title, dispute_class, accepted_on, stage, stage_on, applicants, respondents, mediators)
    SELECT c.id, c.centre_id, c.number, c.title, c.dispute_class, c.accepted_on,
    coalesce({_STEP.format(what="g.stage")}, ''), {_STEP.format(what='g."on"')},
    {_PEOPLE.format(side="applicant")}, {_PEOPLE.format(side="respondent")},
    (SELECT coalesce(group_concat(m.name, '、'), '') FROM json_each(c.mediator_ids) j
     JOIN mediator m ON m.id = unhex(replace(j.value, '-', '')))
    FROM "case" c WHERE c.voided = 0"""


def refresh(connection: Connection, case_ids: Iterable[UUID]) -> None:
    """Derive the rows of these cases anew."""
    ids = [(i.bytes,) for i in case_ids]
    if ids:
        connection.exec_driver_sql("DELETE FROM case_summary WHERE case_id = ?", ids)
        connection.exec_driver_sql(f"{_MAKE} AND c.id = ?", ids)


def refresh_all(connection: Connection) -> None:
    """Derive all rows anew."""
    connection.exec_driver_sql("DELETE FROM case_summary")
    connection.exec_driver_sql(_MAKE)


def cases_of_subject(connection: Connection, subject_id: UUID) -> list[UUID]:
    """The cases whose rows show this subject's name."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT case_id FROM party WHERE subject_id = ? AND voided = 0", (subject_id.bytes,)
    )
    return [UUID(bytes=r[0]) for r in rows]
