"""The fixed wording of papers: ``resources/papers/<name>.toml``, every version of it.

A version may stand on one of another file (``labels = "2011.1"``: words many papers share); its own phrases come first.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from mediation_desk.reference.place import resources


@dataclass(frozen=True)
class Wording:
    """One version of a paper's fixed sentences, labels and titles, and where they come from."""

    paper: str
    version: str
    effective: date
    source: str
    phrases: Mapping[str, str]

    def __call__(self, phrase: str, /, **values: object) -> str:
        """The phrase with its places filled in; ``KeyError`` when this version has none of that name."""
        text = self.phrases[phrase]
        return text.format(**values) if values else text


@cache
def wordings(paper: str) -> tuple[Wording, ...]:
    """All versions of a paper's wording, oldest first; ``KeyError`` when there is no such paper."""
    path = resources() / "papers" / f"{paper}.toml"
    if not path.is_file():
        raise KeyError(paper)
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["wording"]
    found = [
        Wording(paper, row["version"], row["effective"], row["source"], MappingProxyType(_phrases(row))) for row in rows
    ]
    return tuple(sorted(found, key=lambda wording: wording.effective))


def _phrases(row: dict[str, Any]) -> dict[str, str]:
    shared = wording("labels", row["labels"]).phrases if "labels" in row else {}
    return {**shared, **row.get("phrases", {})}


def wording(paper: str, version: str) -> Wording:
    """The version a paper was made under; ``KeyError`` when it never shipped."""
    for candidate in wordings(paper):
        if candidate.version == version:
            return candidate
    raise KeyError(f"{paper} {version}")


def wording_on(paper: str, day: date) -> Wording:
    """The version in effect on a day; before the first, the first."""
    versions = wordings(paper)
    return next((one for one in reversed(versions) if one.effective <= day), versions[0])
