"""The code tables that ship with the program: ``resources/codes/<name>.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mediation_desk.domain.codes import Code, CodeTable
from mediation_desk.reference.place import resources

_OWN = ("code", "name", "name_en")


@cache
def table(name: str) -> CodeTable:
    """The table of that name, e.g. ``table("dispute_class")``; ``KeyError`` when there is none.

    A damaged installation (a file that is no table) is our fault and raises ``ValueError`` with the file's name.
    """
    path = _folder() / f"{name}.toml"
    if not path.is_file():
        raise KeyError(name)
    return _read(path)


def table_names() -> tuple[str, ...]:
    """The names of all tables, sorted."""
    return tuple(sorted(path.stem for path in _folder().glob("*.toml")))


def _folder() -> Path:
    return resources() / "codes"


def _read(path: Path) -> CodeTable:
    with path.open("rb") as file:
        data = tomllib.load(file)
    entries = tuple(_entry(row) for row in data["entries"])
    if len({entry.code for entry in entries}) != len(entries):
        raise ValueError(f"{path.name} has a code twice")
    return CodeTable(path.stem, data["version"], data["effective"], data["source"], entries)


def _entry(row: dict[str, Any]) -> Code:
    attributes = {key: str(value) for key, value in row.items() if key not in _OWN}
    return Code(row["code"], row["name"], row.get("name_en", ""), MappingProxyType(attributes))
