"""What a volume is bound from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaf:
    """Sheets that come from one file. ``open`` gives its bytes (a PDF of ours, PDF/A-1b or ``on_sheet``) as often as it is
    called; only one or two are held at a time. ``caption`` is printed at the foot of its first sheet."""

    open: Callable[[], bytes]
    pages: int
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A paper of the volume with its leaves. ``numbered``: its sheets count; cover, contents and back do not."""

    title: str
    leaves: tuple[Leaf, ...]
    numbered: bool = True

    @property
    def pages(self) -> int:
        """Of all its leaves."""
        return sum(leaf.pages for leaf in self.leaves)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a part stands in the volume: its first and last page number, None where it is not numbered."""

    part: Part
    first: int | None
    last: int | None

    @property
    def span(self) -> str:
        """``3`` or ``3—5``, as 卷内目录 has it; empty without numbers."""
        if self.first is None:
            return ""
        return str(self.first) if self.first == self.last else f"{self.first}—{self.last}"


def placed(parts: Sequence[Part]) -> list[Placed]:
    """Each part with its page numbers, counted from 1 through all that are numbered."""
    found, last = [], 0
    for part in parts:
        if part.numbered and part.pages:
            found.append(Placed(part, last + 1, last + part.pages))
            last += part.pages
        else:
            found.append(Placed(part, None, None))
    return found
