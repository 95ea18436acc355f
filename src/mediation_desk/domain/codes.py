"""Tables of codes as data: what a record keeps is the code; words and attributes stay in the table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Code:
    """One entry. ``attributes`` are the table's own (a dispute class names its statistical class)."""

    code: str
    name_zh: str
    name_en: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)

    def name(self, language: str) -> str:
        """The name in ``zh_CN`` or ``en``; Chinese where there is no English one."""
        return self.name_en or self.name_zh if language == "en" else self.name_zh


@dataclass(frozen=True, slots=True)
class CodeTable:
    """A table with the day it takes effect and the standard or statute it is from; entries in printed order.

    ``version`` is what a record notes beside its codes, so that an old case keeps the words it was made under.
    """

    name: str
    version: str
    effective: date
    source: str
    entries: tuple[Code, ...]

    def __iter__(self) -> Iterator[Code]:
        return iter(self.entries)

    def __contains__(self, code: object) -> bool:
        return any(entry.code == code for entry in self.entries)

    def __getitem__(self, code: str) -> Code:
        """The entry of a code; ``KeyError`` when the table has none."""
        for entry in self.entries:
            if entry.code == code:
                return entry
        raise KeyError(f"{self.name}: {code}")

    def find(self, text: str) -> Code | None:
        """The entry whose code or Chinese name was typed, or None."""
        wanted = text.strip()
        return next((entry for entry in self.entries if wanted in (entry.code, entry.name_zh)), None)

    def name_zh(self, code: str) -> str:
        """The printed name; a code that the table does not know (from a newer one) is shown as it is."""
        return self[code].name_zh if code in self else code

    def where(self, attribute: str, value: str) -> tuple[Code, ...]:
        """The entries with an attribute of that value: ``where("parent", "410823")``."""
        return tuple(entry for entry in self.entries if entry.attributes.get(attribute) == value)


def in_force(versions: Sequence[CodeTable], on: date | None) -> CodeTable:
    """Of the versions of one table, the latest in effect on a day; the latest of all for None.

    A day before the first version has the first: older records were entered with it. ``versions`` is not empty.
    """
    by_effect = sorted(versions, key=lambda table: table.effective)
    if on is None:
        return by_effect[-1]
    begun = [table for table in by_effect if table.effective <= on]
    return begun[-1] if begun else by_effect[0]
