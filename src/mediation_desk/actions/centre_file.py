"""A centre as a TOML file, for ``init --centre FILE.toml``.

::

    name = "武陟县木城街道人民调解委员会"   # as it stands on the seal; needed
    short_name = "木城"                      # in case numbers; needed
    legal_kind = "street"                    # code or name of resources/codes/centre_kind.toml; needed
    mediation_kind = "PM"                    # resources/codes/mediation_kind.toml
    area = "410823"                          # resources/codes/area.toml
    address = "…"
    phone = "0391-…"
    court = "武陟县人民法院"                 # where confirmation is asked for
    lock_minutes = 10                        # cover the screen after so long without a hand on it, 1 to 240
    meeting_lock_minutes = 60                # the same while a meeting is held
    backup_days = 7                          # remind of a backup, 1 to 365

    [[points]]
    name = "木城街道调解点"                  # needed
    point_kind = "mediation"                 # resources/codes/point_kind.toml
    address = "…"

    [[mediators]]
    name = "李国庆"                          # needed
    standing = "member"                      # resources/codes/mediator_standing.toml
    full_time = true
    phone = "…"
    term_from = 2025-01-01
    term_to = 2027-12-31

Only these keys; docs/centre.example.toml is a whole one.
"""

from __future__ import annotations

import dataclasses
import tomllib
import typing
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from mediation_desk.actions.centre_plan import CentrePlan, MediatorPlan, PlanFault, PlanRefused, PointPlan, cleaned
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_, Say

P = TypeVar("P", CentrePlan, MediatorPlan, PointPlan)

_LISTS = ("points", "mediators")
_KINDS: dict[type, str] = {
    str: N_("a text in quotes"),
    int: N_("a whole number"),
    bool: N_("true or false"),
    date: N_("a date such as 2026-11-24"),
}


def read_centre_file(path: Path) -> CentrePlan:
    """The plan in a file, cleaned. ``KnownProblem`` names the file, the place in it and the rule."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise KnownProblem("There is no file {file}. Nothing was set up.", file=path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise KnownProblem("{file} cannot be read as a text in UTF-8. Nothing was set up.", file=path) from error
    except tomllib.TOMLDecodeError as error:
        raise KnownProblem("{file} is not valid TOML ({why}). Nothing was set up.", file=path, why=error) from error
    try:
        return cleaned(_plan(data))
    except PlanRefused as refused:
        fault = refused.fault
        raise KnownProblem(
            "{file}, {path}: {rule} Nothing was set up.", file=path, path=fault.path, rule=fault.rule
        ) from refused


def _plan(data: Mapping[str, Any]) -> CentrePlan:
    plain = {key: value for key, value in data.items() if key not in _LISTS}
    return dataclasses.replace(
        _part(CentrePlan, plain, ""),
        points=_parts(PointPlan, data.get("points", []), "points"),
        mediators=_parts(MediatorPlan, data.get("mediators", []), "mediators"),
    )


def _parts(shape: type[P], rows: object, name: str) -> tuple[P, ...]:
    if not isinstance(rows, list):
        raise _refused(name, N_("Write each one under [[{name}]]."), name=name)
    return tuple(_part(shape, row, f"{name}[{place}].") for place, row in enumerate(rows))


def _part(shape: type[P], row: object, prefix: str) -> P:
    if not isinstance(row, dict):
        raise _refused(prefix.rstrip("."), N_("Here belongs a table with keys."))
    types = dict(_fields(shape))
    for key, value in row.items():
        if key not in types:
            raise _refused(prefix + key, N_("There is no such key. Known here: {keys}."), keys=", ".join(types))
        if not _fits(value, types[key]):
            raise _refused(prefix + key, N_("Here belongs {kind}."), kind=Say(_KINDS[types[key]]))
    for field in dataclasses.fields(shape):
        if field.default is dataclasses.MISSING and field.name not in row:
            raise _refused(prefix + field.name, N_("This key is missing."))
    return shape(**row)


def _fields(shape: type[P]) -> Iterator[tuple[str, type]]:
    """The keys of a part and their plain types; the lists of parts are read apart."""
    for name, hint in typing.get_type_hints(shape).items():
        if name not in _LISTS:
            yield name, next((a for a in typing.get_args(hint) if a is not type(None)), hint)


def _fits(value: object, kind: type) -> bool:
    # bool is an int, and a moment is a date, in Python alone.
    if isinstance(value, bool) or kind is bool:
        return isinstance(value, bool) and kind is bool
    return isinstance(value, kind) and not isinstance(value, datetime)


def _refused(path: str, rule: str, **values: object) -> PlanRefused:
    return PlanRefused(PlanFault(path, Say(rule, values)))
