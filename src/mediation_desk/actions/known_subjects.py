"""Who has been here before: subjects offered while a name or a document number is typed, so that one person stays one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.names import clean_name
from mediation_desk.domain.records import Party, Subject
from mediation_desk.records.search import holders
from mediation_desk.records.tables import table_of

MOST = 8
_LEAST_FOR_NAME = 2
_LEAST_FOR_NUMBER = 15


@dataclass(frozen=True, slots=True)
class Known:
    """A subject with how many cases it has a part in."""

    subject: Subject
    cases: int


def known_subjects(seat: Seat, centre_id: UUID, typed: str) -> list[Known]:
    """Subjects of a centre whose name begins with what was typed (two characters at least), or that hold this document
    number or credit code, whole; at most eight, the latest first. A person is never joined by name alone: this offers."""
    wanted = clean_name(typed)
    if len(wanted) < _LEAST_FOR_NAME or centre_id not in seat.readable():
        return []
    table = table_of(Subject)
    with seat.read() as reader:
        if len(wanted) >= _LEAST_FOR_NUMBER:
            ids = holders(reader.connection, wanted)
        else:
            end = wanted + "\U0010ffff"
            beginning = (
                select(table.c.id)
                .where(table.c.centre_id == centre_id, table.c.voided.is_(False))
                .where(table.c.name >= wanted, table.c.name < end)
                .order_by(table.c.id.desc())
                .limit(MOST)
            )
            ids = list(reader.connection.execute(beginning).scalars())
        found = reader.many(Subject, ids)
        parties = table_of(Party)
        query = (
            select(parties.c.subject_id, func.count())
            .where(parties.c.subject_id.in_(ids), parties.c.voided.is_(False))
            .group_by(parties.c.subject_id)
        )
        counts: dict[UUID, int] = {row[0]: row[1] for row in reader.connection.execute(query)}
    mine = [found[i] for i in ids if i in found and found[i].centre_id == centre_id]
    return [Known(subject, counts.get(subject.id, 0)) for subject in mine[:MOST]]


def subject_known(seat: Seat, subject_id: UUID) -> Subject | None:
    """A subject by identity, if it is of a centre one may read."""
    with seat.read() as reader:
        subject = reader.get(Subject, subject_id)
    return subject if subject is not None and subject.centre_id in seat.readable() else None
