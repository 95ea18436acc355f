"""The entries of a centre's log that judging a batch needs: which, and how they are handed over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from mediation_desk.domain.records import Case, RoleGrant, Signing
from mediation_desk.journal.op import VOID, Op
from mediation_desk.sync.merge.groups import SIGNED_CONTENT
from mediation_desk.sync.merge.record import Written


class Log(Protocol):
    """One centre's log, as far as it is stored. All lists are in the order of the revisions."""

    def of_record(self, record_id: str) -> Sequence[Written]:
        """The entries about a record."""

    def of_case(self, case_id: str) -> Sequence[Written]:
        """The entries whose op names the case: those about the case itself and about all records in it."""

    def of_kind(self, kind: str) -> Sequence[Written]:
        """The entries about records of a kind."""


@dataclass(frozen=True, slots=True)
class Needed:
    """What judging some ops reads of the log: entries about these records, in these cases, of these kinds."""

    records: frozenset[str]
    cases: frozenset[str]
    kinds: frozenset[str]


def needed(ops: Iterable[Op]) -> Needed:
    """What must be in a ``HeldLog`` before these ops are judged."""
    records: set[str] = set()
    cases: set[str] = set()
    for op in ops:
        records.add(op.record_id)
        if op.case_id is not None:
            records.add(op.case_id)
            if reads_case(op):
                cases.add(op.case_id)
    return Needed(frozenset(records), frozenset(cases), frozenset({RoleGrant.kind}))


def reads_case(op: Op) -> bool:
    """Whether all of its case must be known to judge an op: what is signed, and a whole case taken out."""
    return op.kind in SIGNED_CONTENT or op.kind == Signing.kind or (op.kind == Case.kind and op.action == VOID)


class HeldLog:
    """A log in memory: the whole of it, or what ``needed`` asks for."""

    def __init__(self, entries: Iterable[Written] = ()) -> None:
        self._record: dict[str, list[Written]] = defaultdict(list)
        self._case: dict[str, list[Written]] = defaultdict(list)
        self._kind: dict[str, list[Written]] = defaultdict(list)
        for entry in entries:
            self.add(entry)

    def add(self, entry: Written) -> None:
        """Add the next entry, in the order of the revisions."""
        self._record[entry.op.record_id].append(entry)
        self._kind[entry.op.kind].append(entry)
        if entry.op.case_id is not None:
            self._case[entry.op.case_id].append(entry)

    def of_record(self, record_id: str) -> Sequence[Written]:
        """The entries about a record."""
        return self._record.get(record_id, ())

    def of_case(self, case_id: str) -> Sequence[Written]:
        """The entries in a case."""
        return self._case.get(case_id, ())

    def of_kind(self, kind: str) -> Sequence[Written]:
        """The entries about records of a kind."""
        return self._kind.get(kind, ())
