"""From bytes to case documents: every fault of shape found in one reading, each with its path."""

from __future__ import annotations

import types
import typing
from datetime import date, datetime
from enum import Enum
from typing import Any, Final
from uuid import UUID

import msgspec

from mediation_desk.actions.case_document.problems import Faults
from mediation_desk.actions.case_document.shape import CaseDocument
from mediation_desk.actions.case_document.shape_base import Amount
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_, Say

NOT_JSON = N_("This file is not JSON (or not in UTF-8). Nothing was recorded.")
BAD: Final = msgspec.UNSET
"""Stands for a value that could not be read; its faults are noted."""

_RULES: dict[Any, str] = {
    str: N_("text belongs here"),
    int: N_("a whole number belongs here, not below zero and not above a thousand million"),
    bool: N_("true or false belongs here"),
    date: N_('a day belongs here, like "2026-09-05"'),
    datetime: N_('a moment with its offset belongs here, like "2026-09-05T09:30:00+08:00"'),
    UUID: N_("an id belongs here, as “show --json” gives it; leave it out for a new entry"),
}
_AMOUNT = N_('an amount in yuan belongs here, as text with two decimals, like "6007.14"')


def read_documents(data: bytes, faults: Faults) -> list[tuple[str, CaseDocument]]:
    """The documents of a file, each with its path: ``$`` for a single one, ``$[0]`` … for an array.

    Those with a fault of shape are left out, their faults noted. ``KnownProblem`` when it is no JSON at all.
    """
    try:
        raw = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise KnownProblem(NOT_JSON) from error
    several = isinstance(raw, list)
    read = []
    for place, one in enumerate(raw if several else [raw]):
        path = f"$[{place}]" if several else "$"
        try:
            read.append((path, msgspec.convert(one, CaseDocument)))
        except msgspec.ValidationError:
            # The library stops at the first fault; whoever mends the file wants all of them.
            _value(one, CaseDocument, path, faults)
    return read


def _value(raw: Any, kind: Any, path: str, faults: Faults) -> Any:
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        if raw is None:
            return None
        kind = next(a for a in typing.get_args(kind) if a is not type(None))
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _object(raw, kind, path, faults)
    if typing.get_origin(kind) is list:
        return _array(raw, typing.get_args(kind)[0], path, faults)
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError:
        faults.add(path, _rule(kind))
        return BAD


def _object(raw: Any, kind: type[msgspec.Struct], path: str, faults: Faults) -> Any:
    if not isinstance(raw, dict):
        faults.add(path, Say(N_("an object belongs here")))
        return BAD
    fields = {f.name: f for f in msgspec.structs.fields(kind)}
    for name in raw:
        if name not in fields:
            faults.add(f"{path}.{name}", Say(N_("there is no such field here")))
    values = {}
    for name, field in fields.items():
        if name in raw:
            values[name] = _value(raw[name], field.type, f"{path}.{name}", faults)
        elif field.required:
            faults.add(f"{path}.{name}", Say(N_("this field is needed")))
            values[name] = BAD
    return BAD if any(v is BAD for v in values.values()) else kind(**values)


def _array(raw: Any, kind: Any, path: str, faults: Faults) -> Any:
    if not isinstance(raw, list):
        faults.add(path, Say(N_("a list belongs here")))
        return BAD
    values = [_value(one, kind, f"{path}[{place}]", faults) for place, one in enumerate(raw)]
    return BAD if any(v is BAD for v in values) else values


def _rule(kind: Any) -> Say:
    if kind == Amount:
        return Say(_AMOUNT)
    if typing.get_origin(kind) is typing.Annotated:
        return _rule(typing.get_args(kind)[0])
    if typing.get_origin(kind) is typing.Literal:
        return _one_of(typing.get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _one_of([str(choice.value) for choice in kind])
    return Say(_RULES[kind])


def _one_of(choices: typing.Iterable[str]) -> Say:
    return Say(N_("one of these belongs here: {choices}"), {"choices": ", ".join(choices)})
