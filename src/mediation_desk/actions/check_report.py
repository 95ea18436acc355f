"""What a check of the desk has found: how many of each, and every fault as a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mediation_desk.domain.words import N_, Say


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of what were looked at."""

    pages: int = 0
    ops: int = 0
    records: int = 0
    cases: int = 0
    tables: int = 0
    papers: int = 0
    signings: int = 0
    blobs: int = 0
    orphans: int = 0


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The report. ``mendable``: only tables differ from a journal that holds, so that ``mend`` sets them right."""

    cipher: str
    counted: Counted
    faults: tuple[Say, ...]
    mendable: bool = False

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    def lines(self) -> Iterator[Say]:
        """What was looked at, a line each."""
        n = self.counted
        yield Say(N_("Encrypted pages: {count} ({cipher})"), {"count": n.pages, "cipher": self.cipher})
        yield Say(N_("Changes in the journal: {count}"), {"count": n.ops})
        yield Say(
            N_("Records made anew from the journal: {records} in {tables} tables, of them {cases} cases"),
            {"records": n.records, "tables": n.tables, "cases": n.cases},
        )
        yield Say(
            N_("Issued papers: {papers}; facts of signing: {signings}"), {"papers": n.papers, "signings": n.signings}
        )
        yield Say(N_("Papers and scans on the disk: {count}"), {"count": n.blobs})
        if n.orphans:
            yield Say(N_("Files that no record names, left by work that was broken off: {count}"), {"count": n.orphans})
