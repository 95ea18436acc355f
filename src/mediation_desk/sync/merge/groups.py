"""The merge groups of an op, and its kind's facts that judging needs."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from mediation_desk.domain.fields import RecordSpec, spec_of
from mediation_desk.domain.records import BY_KIND, Agreement, Meeting, Paper, Printing, Signing, Term
from mediation_desk.journal.difference import default_values
from mediation_desk.journal.op import CREATE, RESTORE, VOID, Op
from mediation_desk.journal.values import plain

COUNTS: Final = "(counts)"
"""The group of whether a record counts: written when it is made, taken out, or restored. No field has it."""
ALL: Final = "*"
"""In an op's ``seen``: the revision of the log its author had pulled, for every group that is not named."""

FACT: Final = "fact"
"""The one group of a signing."""

WRITTEN_ONCE: Final = frozenset({Signing.kind, Paper.kind, Printing.kind})
SIGNED_CONTENT: Final = frozenset({Agreement.kind, Term.kind})


def groups_of(op: Op) -> dict[str, tuple[str, ...]]:
    """The merge groups an op touches, each with all the fields that are judged with it.

    A field this version does not know is a group of its own.
    """
    if op.action in (VOID, RESTORE):
        return {COUNTS: (COUNTS,)}
    group = _group_of(op.kind)
    fields = _fields_of(op.kind)
    known = sorted({group[f] for f in op.changes if f in group})
    touched = {g: fields[g] for g in known} | {unknown(f): (f,) for f in sorted(op.changes) if f not in group}
    return {COUNTS: (COUNTS,), **touched} if op.action == CREATE else touched


def group_of(kind: str, field: str) -> str:
    """The merge group of a field."""
    return _group_of(kind).get(field, unknown(field))


def unknown(field: str) -> str:
    """The group under which a field is judged by a version that does not know it."""
    return "?" + field


def default_of(kind: str, field: str) -> Any:
    """A field's value, in plain form, when its record was made without naming it; None where there is none."""
    return _defaults(kind).get(field)


def seen(op: Op, group: str) -> int:
    """The central revision that the author of an op had before him when he read a group.

    For a field this version does not know it cannot tell which of the groups in ``seen`` is meant: the oldest.
    """
    if group.startswith("?"):
        known = _fields_of(op.kind)
        return min((at for name, at in op.seen.items() if name not in known), default=0)
    return op.seen.get(group, op.seen.get(ALL, 0))


def is_fact(op: Op) -> bool:
    """Whether an op records what has happened in the world: a signature, a paper, a printing, a meeting that was held."""
    if op.kind in WRITTEN_ONCE:
        return op.action == CREATE
    return op.kind == Meeting.kind and bool(op.changes.get("result", ("", ""))[1])


def _spec(kind: str) -> RecordSpec | None:
    record = BY_KIND.get(kind)
    return None if record is None else spec_of(record)


@cache
def _group_of(kind: str) -> dict[str, str]:
    return {f.name: f.facet.group for f in _spec(kind) or ()}


@cache
def _fields_of(kind: str) -> dict[str, tuple[str, ...]]:
    spec = _spec(kind)
    return {} if spec is None else {f.facet.group: spec.group(f.facet.group) for f in spec}


@cache
def _defaults(kind: str) -> dict[str, Any]:
    record = BY_KIND.get(kind)
    return {} if record is None else {name: plain(value) for name, value in default_values(record).items()}
