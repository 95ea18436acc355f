"""The subject a party of a document stands for: the one the desk knows already, or a new one."""

from __future__ import annotations

import dataclasses
from datetime import date
from uuid import UUID

from mediation_desk.actions.case_document.shape import PartyPart
from mediation_desk.actions.case_document.values import Reading, values_of
from mediation_desk.domain.credit_code import normalise_credit_code
from mediation_desk.domain.identity import read_identity
from mediation_desk.domain.names import clean_name
from mediation_desk.domain.phones import read_phone
from mediation_desk.domain.records import Subject
from mediation_desk.domain.records.party import PERSON
from mediation_desk.records import search
from mediation_desk.records.door import Unit
from mediation_desk.reference.codes import table

_RESIDENT_CARD = "111"
_NOBODY = UUID(int=0)


class Subjects:
    """Finds or makes the subjects of new parties in one unit; those made in it are found again."""

    def __init__(self, unit: Unit, centre_id: UUID, today: date) -> None:
        self._unit = unit
        self._centre_id = centre_id
        self._today = today
        self._made: dict[str, list[Subject]] = {}

    def of(self, part: PartyPart, was: Subject | None, path: str, reading: Reading) -> Subject:
        """The subject as the party's part says: the known one amended, one that says the very same, or a new one."""
        values = values_of(Subject, part, was, path, reading)
        if was is not None:
            return self._tidied(dataclasses.replace(was, **values), was)
        said = self._tidied(Subject(id=_NOBODY, centre_id=self._centre_id, **values), None)
        number = said.document_number or said.credit_code
        for known in self._known(number) if number else ():
            if dataclasses.replace(known, id=_NOBODY) == said:
                return known
        made = dataclasses.replace(said, id=self._unit.new_id())
        self._made.setdefault(number, []).append(made)
        return made

    def _known(self, number: str) -> list[Subject]:
        stored = self._unit.read.many(Subject, search.holders(self._unit.connection, number)).values()
        return [*self._made.get(number, ()), *(s for s in stored if s.centre_id == self._centre_id)]

    def _tidied(self, new: Subject, was: Subject | None) -> Subject:
        """What was newly written, in the form it is kept in; sex and birth filled from an identity number."""

        def moved(field: str) -> bool:
            return was is None or getattr(new, field) != getattr(was, field)

        changes: dict[str, object] = {}
        if moved("name"):
            changes["name"] = clean_name(new.name)
        if moved("phone"):
            changes["phone"] = read_phone(new.phone).text
        if moved("credit_code"):
            changes["credit_code"] = normalise_credit_code(new.credit_code)
        if moved("document_number") and new.document_number and _is_identity(new):
            changes |= _from_number(new, self._today)
        return dataclasses.replace(new, **changes)  # type: ignore[arg-type]


def _is_identity(subject: Subject) -> bool:
    kinds = table("document_type")
    kind = subject.document_type or (_RESIDENT_CARD if subject.subject_kind == PERSON else "")
    return kind in kinds and kinds[kind].attributes.get("identity") == "yes"


def _from_number(subject: Subject, today: date) -> dict[str, object]:
    reading = read_identity(subject.document_number, today)
    sex = table("sex").find(reading.sex or "")
    return {
        "document_type": subject.document_type or _RESIDENT_CARD,
        "document_number": reading.text,
        "sex": subject.sex or (sex.code if sex else ""),
        "born_on": subject.born_on or reading.born,
    }
