"""What waits for someone, as it is shown: what stands, and who wrote otherwise; and the op that decides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mediation_desk.journal.op import AMEND, CREATE, RESTORE, VOID, Op
from mediation_desk.sync.merge.groups import COUNTS, groups_of, seen
from mediation_desk.sync.merge.matters import WHOLE, Matter
from mediation_desk.sync.merge.record import RecordState, Written, applied, fold

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Side:
    """What one op wrote of a group: the values of all its fields as its author had them before him."""

    by: Written
    values: Values


@dataclass(frozen=True, slots=True)
class Difference:
    """A group of a record of which more than one value waits for a decision.

    ``standing``: the values in the tables, and ``standing_by`` the ops that wrote them, the newest last; ``others``: one
    side for each desk's line, its last word. ``resolves``: all ops that the decision settles.
    """

    record_id: str
    kind: str
    case_id: str | None
    group: str
    standing: Values
    standing_by: tuple[Written, ...]
    others: tuple[Side, ...]
    resolves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What the op that decides is to say; written like any other, with ``seen`` at the pulled log."""

    action: str
    changes: dict[str, list[Any]]
    resolves: tuple[str, ...]


def differences(open_matters: Mapping[Matter, Written], history: Sequence[Written]) -> list[Difference]:
    """The differences of one record. ``open_matters``: those about it; ``history``: all entries about it, in order.

    What waits as a whole (unauthorised, refused, marked) is no difference between two values and is left out.
    """
    state = fold(history)
    groups: dict[str, list[Written]] = {}
    for matter, entry in open_matters.items():
        if matter.group != WHOLE:
            groups.setdefault(matter.group, []).append(entry)
    return [_difference(group, entries, state, history) for group, entries in groups.items()]


def keep(difference: Difference) -> Draft:
    """Decide for what stands."""
    if difference.group == COUNTS:
        counts = difference.standing[COUNTS]
        return Draft(RESTORE if counts else VOID, {}, difference.resolves)
    return Draft(AMEND, {f: [v, v] for f, v in difference.standing.items()}, difference.resolves)


def take(difference: Difference, values: Values) -> Draft:
    """Decide for the values of one of the sides, or for new ones. For a record's making: its fields in plain form."""
    if difference.group != COUNTS:
        changes = {f: [difference.standing[f], new] for f, new in values.items()}
        return Draft(AMEND, changes, difference.resolves)
    if values.get(COUNTS) is False:
        return Draft(VOID, {}, difference.resolves)
    fields = {f: [None, new] for f, new in values.items() if f != COUNTS}
    return Draft(CREATE if fields else RESTORE, fields, difference.resolves)


def dismiss(op_ids: Sequence[str]) -> Draft:
    """Take note of what waits as a whole, and leave everything as it stands."""
    return Draft(AMEND, {}, tuple(op_ids))


def allow(entry: Written, state: RecordState) -> Draft:
    """Let an op that waits as a whole (unauthorised) stand after all."""
    changes = {f: [state.values.get(f), new] for f, (_, new) in entry.op.changes.items()}
    return Draft(entry.op.action, changes, (entry.op.op_id,))


def _difference(group: str, entries: Sequence[Written], state: RecordState, history: Sequence[Written]) -> Difference:
    fields = sorted({f for e in entries for f in _fields(e.op, group)})
    sides = {e.at.line: Side(e, _as_written(e, group, fields, history)) for e in entries}
    op = entries[0].op
    return Difference(
        record_id=op.record_id,
        kind=op.kind,
        case_id=op.case_id,
        group=group,
        standing={f: _value(state, f) for f in fields},
        standing_by=tuple(e for e in history if any(_wrote(e, f) for f in fields)),
        others=tuple(sides.values()),
        resolves=tuple(e.op.op_id for e in entries),
    )


def _fields(op: Op, group: str) -> tuple[str, ...]:
    """The fields of a group; for the making of a record, all that was said of it."""
    fields = groups_of(op).get(group) or tuple(f for f in op.changes if group == "?" + f)
    return (*fields, *op.changes) if group == COUNTS else fields


def _as_written(entry: Written, group: str, fields: Sequence[str], history: Sequence[Written]) -> Values:
    """The values that an author had before him when he had written: what he had seen, and his own since then."""
    before = seen(entry.op, group)
    state = fold(e for e in history if e.revision <= before)
    values = {f: _value(state, f) for f in fields}
    for own in (e for e in history if before < e.revision <= entry.revision and e.at.line == entry.at.line):
        values |= {f: new for f, (_, new) in own.op.changes.items() if f in values}
        if COUNTS in values and own.op.action != AMEND:
            values[COUNTS] = own.op.action != VOID
    return values


def _value(state: RecordState, field: str) -> Any:
    return state.counts if field == COUNTS else state.value(field)


def _wrote(entry: Written, field: str) -> bool:
    if field == COUNTS:
        return entry.op.action in (CREATE, VOID, RESTORE) and entry.answer.stands(COUNTS)
    return field in applied(entry.op, entry.answer)
