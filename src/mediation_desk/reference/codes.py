"""The code tables that ship with the program.

``resources/codes/<name>.toml`` is the newest version of a table; versions it replaced stay beside it as
``<name>.<version>.toml``, so that an old case is read with the words it was made under.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mediation_desk.domain.codes import Code, CodeTable, in_force
from mediation_desk.reference.place import resources

_OWN = ("code", "name", "name_en")


@cache
def table(name: str, on: date | None = None) -> CodeTable:
    """The table of that name as in effect on a day (None: the newest); ``KeyError`` when there is none.

    A damaged installation (a file that is no table) is our fault and raises ``ValueError`` with the file's name.
    """
    return in_force(versions(resources() / "codes", name), on)


def table_names() -> tuple[str, ...]:
    """The names of all tables, sorted."""
    return tuple(sorted({_name(path) for path in (resources() / "codes").glob("*.toml")}))


def versions(folder: Path, name: str) -> tuple[CodeTable, ...]:
    """Every version of a table in a folder; ``KeyError`` when there is none."""
    paths = [path for path in sorted(folder.glob(f"{name}.*toml")) if _name(path) == name]
    if not paths:
        raise KeyError(name)
    return tuple(_read(path) for path in paths)


def _name(path: Path) -> str:
    return path.name.partition(".")[0]


def _read(path: Path) -> CodeTable:
    with path.open("rb") as file:
        data = tomllib.load(file)
    entries = tuple(_entry(row) for row in data["entries"])
    if len({entry.code for entry in entries}) != len(entries):
        raise ValueError(f"{path.name} has a code twice")
    return CodeTable(_name(path), data["version"], data["effective"], data["source"], entries)


def _entry(row: dict[str, Any]) -> Code:
    attributes = {key: str(value) for key, value in row.items() if key not in _OWN}
    return Code(row["code"], row["name"], row.get("name_en", ""), MappingProxyType(attributes))
