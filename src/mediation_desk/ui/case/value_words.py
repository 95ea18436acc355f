"""A field's value in words a person reads: for differences and for the history of changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.domain.dates import CHINA
from mediation_desk.domain.fields import FieldSpec
from mediation_desk.domain.money import format_amount
from mediation_desk.domain.records.agreement import Instalment
from mediation_desk.domain.records.party import Agent
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, chosen


def words_of(field: FieldSpec, value: Any, file: CaseFile) -> str:
    """``2026-09-08 09:30``, ``6,007.14``, ``邻里纠纷``, ``李国庆、王秀梅``; an empty value is said to be empty."""
    if value is None or value == "" or value == ():
        return _("(empty)")
    if isinstance(value, tuple):
        return "、".join(_one(field, v, file) for v in value)
    return _one(field, value, file)


def _one(field: FieldSpec, value: Any, file: CaseFile) -> str:
    if field.facet.codes and isinstance(value, str):
        return _code(field.facet.codes, value)
    for kind, words in _BY_TYPE:
        if isinstance(value, kind):
            return words(value, file)
    if isinstance(value, int) and field.name == "amount":
        return format_amount(value)
    return str(value)


def _code(name: str, value: str) -> str:
    known = table(name)
    return known[value].name(chosen()) if value in known else value


def _named(value: UUID, file: CaseFile) -> str:
    names: Iterable[tuple[UUID, str]] = [
        *((m.id, m.name) for m in file.mediators.values()),
        *((p.party.id, p.name) for p in file.parties),
        *((p.subject.id, p.name) for p in file.parties),
        *([(file.point.id, file.point.name)] if file.point else []),
    ]
    return dict(names).get(value, "—")


_BY_TYPE: tuple[tuple[type, Callable[[Any, CaseFile], str]], ...] = (
    (bool, lambda value, _file: _("Yes") if value else _("No")),
    (datetime, lambda value, _file: f"{value.astimezone(CHINA):%Y-%m-%d %H:%M}"),
    (date, lambda value, _file: value.isoformat()),
    (UUID, _named),
    (Agent, lambda value, _file: f"{value.name}（{_code('authority', value.authority)}）"),
    (Instalment, lambda value, _file: f"{value.due} {format_amount(value.amount)}"),
)
