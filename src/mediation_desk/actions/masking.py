"""What lists show of numbers that are nobody's business, until a key is held: derived from the fields' own facts."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from typing import Any, TypeVar

from mediation_desk.domain.bank_account import mask_account
from mediation_desk.domain.fields import FieldSpec, Record, spec_of
from mediation_desk.domain.identity import mask_identity
from mediation_desk.domain.phones import mask_phone
from mediation_desk.domain.records import Agent

R = TypeVar("R", bound=Record)

HIDDEN = "••••"

_BY_NAME: dict[str, Callable[[str], str]] = {
    "document_number": mask_identity,
    "account": mask_account,
    "phone": mask_phone,
}
_RUN = re.compile("[0-9０-９]{5,}")


def masked(field: FieldSpec, value: Any) -> Any:
    """The value of a field as a list shows it. Fields that are not personal are as they are; secret ones are dots."""
    if field.facet.secret:
        return HIDDEN if value else value
    return _masked(field.name, value) if field.facet.personal else value


def masked_record(record: R) -> R:
    """A record with every number masked, for showing only: never to be written."""
    hidden = {f.name: masked(f, getattr(record, f.name)) for f in spec_of(type(record))}
    return dataclasses.replace(record, **hidden)


def _masked(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return _BY_NAME.get(name, _masked_text)(value)
    if isinstance(value, tuple):
        return tuple(_masked(name, part) for part in value)
    if isinstance(value, Agent):
        return dataclasses.replace(
            value, phone=mask_phone(value.phone), document_number=mask_identity(value.document_number)
        )
    return value


def _masked_text(text: str) -> str:
    """Any other personal text: a telephone number in an address does not slip through, a name stays as it is."""
    return _RUN.sub(lambda run: mask_phone(run.group()), text)
