"""A field's value in words: codes by name, people by name, amounts in yuan, moments in China's time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.domain.dates import CHINA
from mediation_desk.domain.effect import FACT_LABELS
from mediation_desk.domain.fields import FieldSpec
from mediation_desk.domain.money import format_amount
from mediation_desk.domain.records import Agent, Instalment, Mediator, Party, Point, Subject
from mediation_desk.domain.records.agreement import ACT, PAY, STATEMENT
from mediation_desk.domain.records.party import ORGANISATION, PERSON
from mediation_desk.domain.records.referral import IN, OUT
from mediation_desk.domain.stages import STAGE_LABELS, Stage
from mediation_desk.domain.words import N_
from mediation_desk.records.reading import Reader
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, chosen

Names = Mapping[UUID, str]

SUBJECT_KINDS = {PERSON: N_("Natural person"), ORGANISATION: N_("Organisation")}
TERM_KINDS = {ACT: N_("Act to be done"), PAY: N_("Payment"), STATEMENT: N_("Statement")}
DIRECTIONS = {IN: N_("From elsewhere"), OUT: N_("To elsewhere")}
_OWN_WORDS: dict[str, Mapping[str, str]] = {
    "stage": {stage.value: label for stage, label in STAGE_LABELS.items()},
    "fact": {fact.value: label for fact, label in FACT_LABELS.items()},
    "subject_kind": SUBJECT_KINDS,
    "term_kind": TERM_KINDS,
    "direction": DIRECTIONS,
}
_TABLES = {"form": "agreement_form", "authority": "authority", "paper_kind": "paper_kind"}


def names_in(reader: Reader, centre_id: UUID, case_id: UUID) -> dict[UUID, str]:
    """The names of all who and what a case's records may name, those taken out meanwhile as well."""
    names = {m.id: m.name for m in reader.find(Mediator, voided=True, centre_id=centre_id)}
    names |= {p.id: p.name for p in reader.find(Point, voided=True, centre_id=centre_id)}
    parties = reader.find(Party, voided=True, case_id=case_id)
    subjects = reader.many(Subject, [p.subject_id for p in parties])
    names |= {s.id: s.name for s in subjects.values()}
    return names | {p.id: subjects[p.subject_id].name for p in parties if p.subject_id in subjects}


def names_of(file: CaseFile) -> dict[UUID, str]:
    """The names in a case that was read already."""
    names = {m.id: m.name for m in file.mediators.values()}
    for entry in file.parties:
        names |= {entry.party.id: entry.name, entry.subject.id: entry.name}
    return names | ({file.point.id: file.point.name} if file.point else {})


def words_of(field: FieldSpec, value: Any, names: Names) -> str:
    """The value in words; empty for an empty one."""
    if value is None or value == "" or value == ():
        return ""
    if isinstance(value, tuple):
        return "、".join(_one(field, part, names) for part in value)
    return _one(field, value, names)


def stage_words(stage: Stage) -> str:
    """The name of a stage."""
    return _(STAGE_LABELS[stage])


def _one(field: FieldSpec, value: Any, names: Names) -> str:
    match value:
        case bool():
            return _("Yes") if value else _("No")
        case datetime():
            return f"{value.astimezone(CHINA):%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case UUID():
            return names.get(value, "—")
        case Agent():
            return _agent(value)
        case Instalment():
            return f"{value.due} {format_amount(value.amount)}"
        case int():
            return format_amount(value) if field.name == "amount" else str(value)
    return _text(field, str(value))


def _text(field: FieldSpec, value: str) -> str:
    own = _OWN_WORDS.get(field.name)
    if own is not None:
        return _(own[value]) if value in own else value
    codes = field.facet.codes or _TABLES.get(field.name)
    return _code(codes, value) if codes else value


def _code(codes: str, value: str) -> str:
    known = table(codes)
    return known[value].name(chosen()) if value in known else value


def _agent(agent: Agent) -> str:
    about = (_code("authority", agent.authority), agent.relation, agent.phone, agent.document_number)
    return f"{agent.name}（{'，'.join(part for part in about if part)}）"
