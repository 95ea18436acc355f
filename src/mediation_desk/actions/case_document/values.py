"""A field of a record as the document writes it, and back: the one place that knows both forms."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from mediation_desk.actions.case_document.directory import Directory, Names, place_of
from mediation_desk.actions.case_document.problems import Faults
from mediation_desk.actions.case_document.shape import AgentPart, InstalmentPart
from mediation_desk.actions.case_document.shape_base import Part
from mediation_desk.domain.dates import CHINA
from mediation_desk.domain.fields import FieldSpec, Record, spec_of
from mediation_desk.domain.money import MOST_FEN, format_amount
from mediation_desk.domain.records import Agent, Instalment
from mediation_desk.domain.words import N_, Say
from mediation_desk.reference.codes import table

CALLED = {
    "mediator_ids": "mediators",
    "mediator_id": "mediator",
    "point_id": "point",
    "party_id": "party",
    "party_ids": "parties",
    "present_ids": "present",
    "obligor_ids": "obligors",
    "obligee_ids": "obligees",
    "paper_id": "paper",
    "term_id": "term",
}
"""Fields that hold identities, and what the document calls the names that stand for them."""

NOT_WRITTEN = frozenset(("position", "number_year", "number_infix", "number_serial", "subject_id", "agreement_id"))
"""Fields that the document does not show: they follow from where an entry stands."""

FIRST_YEAR = 1850
LAST_YEAR = 2199
_LINE_MARKS = "\n\t"


def written_fields(record: type[Record]) -> tuple[FieldSpec, ...]:
    """The fields of a kind of record that a document shows."""
    return tuple(f for f in spec_of(record) if f.name not in NOT_WRITTEN)


def called(field: FieldSpec) -> str:
    """The name of a field in the document."""
    return CALLED.get(field.name, field.name)


def written(field: FieldSpec, value: Any, names: Names) -> Any:
    """The value as it stands in a document."""
    if value is None:
        return None
    directory = _directory(field, names)
    if directory is not None:
        return directory.name_of(value) if isinstance(value, UUID) else [directory.name_of(v) for v in value]
    places = _places(field, names)
    if places is not None:
        return place_of(places, value)
    match field.name:
        case "amount":
            return yuan(value)
        case "agents":
            return [_agent_part(agent, names.parties) for agent in value]
        case "schedule":
            return [InstalmentPart(due=p.due, amount=yuan(p.amount)) for p in value]
    if isinstance(value, datetime):
        return value.astimezone(CHINA)
    return list(value) if isinstance(value, tuple) else value


def read(field: FieldSpec, value: Any, names: Names, path: str, faults: Faults) -> Any:
    """The value of a field from what a document says; a fault, and ``None``, where it breaks a rule."""
    if value is None:
        return None
    directory = _directory(field, names)
    if directory is not None:
        if isinstance(value, str):
            return _who(directory, value, path, faults)
        return tuple(_who(directory, v, p, faults) for v, p in _placed(value, path))
    places = _places(field, names)
    if places is not None:
        return _at(places, value, path, faults)
    match field.name:
        case "amount":
            return fen(value, path, faults)
        case "agents":
            return tuple(_agent(part, names.parties, p, faults) for part, p in _placed(value, path))
        case "schedule":
            return tuple(_instalment(part, p, faults) for part, p in _placed(value, path))
    if isinstance(value, list):
        return tuple(_text(field.facet.codes, v, p, faults) for v, p in _placed(value, path))
    if isinstance(value, date):
        return _in_calendar(value, path, faults)
    return _text(field.facet.codes, value, path, faults) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Reading:
    """How a document is read: what its names meant when it was shown, what they mean in it, and where faults go."""

    shown: Names
    names: Names
    faults: Faults


def values_of(record: type[Record], part: Part, was: Record | None, path: str, reading: Reading) -> dict[str, Any]:
    """The fields of a record as a document's part says. What reads as it was stays as it was, whatever its form."""
    values = {}
    for field in written_fields(record):
        said = getattr(part, called(field))
        if was is not None:
            old = getattr(was, field.name)
            if said == written(field, old, reading.shown) and _stays(field, old, reading):
                continue
        values[field.name] = read(field, said, reading.names, f"{path}.{called(field)}", reading.faults)
    return values


def yuan(amount: int) -> str:
    """``6007.14`` for 600714 fen."""
    return format_amount(amount).replace(",", "")


def fen(text: str, path: str, faults: Faults) -> int:
    """600714 for ``6007.14``."""
    amount = int(text.replace(".", ""))
    if amount > MOST_FEN:
        faults.add(path, Say(N_("an amount is at most {most} yuan"), {"most": format_amount(MOST_FEN)}))
    return amount


def _stays(field: FieldSpec, old: Any, reading: Reading) -> bool:
    """Whether the same words still mean the same: a place or a party's name depends on the lists of this document."""
    shown, names = reading.shown, reading.names
    if field.name == "agents":
        who = [agent.party_id for agent in old if agent.party_id is not None]
        return all(names.parties.id_of(shown.parties.name_of(identity)) == identity for identity in who)
    if field.name in ("party_id", "party_ids", "present_ids", "obligor_ids", "obligee_ids"):
        who = [] if old is None else [old] if isinstance(old, UUID) else list(old)
        return all(names.parties.id_of(shown.parties.name_of(identity)) == identity for identity in who)
    then, now = _places(field, shown), _places(field, names)
    return then is None or place_of(then, old) in (None, place_of(now, old))


def _in_calendar(value: date, path: str, faults: Faults) -> date:
    """The day or moment, when it lies where periods can be counted from it."""
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        faults.add(
            path, Say(N_("a day lies between the years {first} and {last}"), {"first": FIRST_YEAR, "last": LAST_YEAR})
        )
    return value


def _instalment(part: InstalmentPart, path: str, faults: Faults) -> Instalment:
    return Instalment(_in_calendar(part.due, f"{path}.due", faults), fen(part.amount, f"{path}.amount", faults))


def _directory(field: FieldSpec, names: Names) -> Directory | None:
    match field.name:
        case "mediator_ids" | "mediator_id":
            return names.register.mediators
        case "point_id":
            return names.register.points
        case "party_id" | "party_ids" | "present_ids" | "obligor_ids" | "obligee_ids":
            return names.parties
        case "paper_id":
            return names.papers
    return None


def _places(field: FieldSpec, names: Names) -> Any:
    return {"term_id": names.terms, "retracts": names.signings}.get(field.name)


def _placed(values: Iterable[Any], path: str) -> list[tuple[Any, str]]:
    return [(value, f"{path}[{place}]") for place, value in enumerate(values)]


def _who(directory: Directory, text: str, path: str, faults: Faults) -> UUID | None:
    identity = directory.id_of(text)
    if identity is None:
        faults.add(path, Say(N_("nobody and nothing of this name is known here, or more than one")))
    return identity


def _at(places: Any, place: int, path: str, faults: Faults) -> UUID | None:
    if place > len(places):
        faults.add(path, Say(N_("the list has no entry at this place")))
        return None
    identity: UUID = places[place - 1]
    return identity


def _text(codes: str | None, value: Any, path: str, faults: Faults) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    text = unicodedata.normalize("NFC", value).replace("\r\n", "\n")
    if codes and text:
        code = table(codes).find(text)
        if code is None:
            faults.add(path, Say(N_("the table {table} has no such code or name"), {"table": codes}))
            return text
        return code.code
    if any(unicodedata.category(mark) == "Cc" and mark not in _LINE_MARKS for mark in text):
        faults.add(path, Say(N_("there is a control character in the text, which no paper can print")))
    return text


def _agent_part(agent: Agent, parties: Directory) -> AgentPart:
    return AgentPart(
        name=agent.name,
        authority=agent.authority,
        relation=agent.relation,
        phone=agent.phone,
        document_number=agent.document_number,
        party=None if agent.party_id is None else parties.name_of(agent.party_id),
    )


def _agent(part: AgentPart, parties: Directory, path: str, faults: Faults) -> Agent:
    def text(name: str, codes: str | None = None) -> str:
        return _text(codes, getattr(part, name), f"{path}.{name}", faults)

    return Agent(
        name=text("name"),
        authority=text("authority", "authority"),
        relation=text("relation"),
        phone=text("phone"),
        document_number=text("document_number"),
        party_id=None if part.party is None else _who(parties, part.party, f"{path}.party", faults),
    )
