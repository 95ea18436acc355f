"""What must hold in a world after quiet; each function returns what is wrong, in words, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from tests.simulation.central_log import CentreLog
from tests.simulation.desk import Desk
from tests.simulation.disk import Register
from tests.simulation.world import World, troubled

from mediation_desk.journal.op import AMEND, CREATE, VOID, Op, digest, from_bytes
from mediation_desk.sync.merge.groups import COUNTS, SIGNED_CONTENT, groups_of, is_fact
from mediation_desk.sync.merge.lines import author
from mediation_desk.sync.merge.matters import WHOLE, Matter, Matters
from mediation_desk.sync.merge.record import RecordState, Stamp, Written, fold
from mediation_desk.sync.wire.revisions import follows
from mediation_desk.sync.wire.seals import head_holds


def wrong(world: World) -> list[str]:
    """All that does not hold."""
    found: list[str] = []
    for log in world.central.state.logs.values():
        found += _log(log)
        found += _kept(world, log)
        found += _unseen(world, log)
        found += _signed(log)
    for desk in world.alive():
        for centre_id, register in desk.disk.registers.items():
            found += [f"{desk.name}: {w}" for w in _desk(world, desk, register, world.central.state.logs[centre_id])]
    return found


def _log(log: CentreLog) -> Iterator[str]:
    """Gapless revisions, every op once, unchanged, and every chain whole."""
    revision = 0
    digests: set[str] = set()
    for entry in log.entries:
        if not follows(revision, entry.revision):
            yield f"a gap at revision {entry.revision}"
        revision = entry.revision
        if entry.digest in digests:
            yield "an op twice"
        digests.add(entry.digest)
        op = from_bytes(entry.body)
        if digest(entry.body) != entry.digest:
            yield "the bytes of an op changed"
        if op.prev and op.prev not in digests:
            yield f"a chain with a hole before {op.op_id}"
    if log.held:
        yield f"{len(log.held)} batches held for ever"


def _kept(world: World, log: CentreLog) -> Iterator[str]:
    """Every op that a machine wrote and still has is at central; with no disk put back, every op ever written."""
    there = {e.digest for e in log.entries}
    for desk in world.alive():
        register = desk.disk.registers.get(log.centre_id)
        if register is None or troubled(desk.disk.planner, log.centre_id) or not desk.disk.certificates:
            continue
        for f in [f for chain in register.chains.values() for f in chain]:
            if f.digest not in there:
                yield f"{desk.name}: an op that central has not: {f.op.op_id}"
        if lost := desk.pulled.get(log.centre_id, set()) - there:
            yield f"{desk.name}: {len(lost)} ops that central had signed and lost"
        if len(log.ends(desk.disk.desk_id)) > 1:
            yield f"{desk.name} writes on under an identity that was forked"
    ids = {w.op.op_id for w in log.written}
    explained = {
        op_id
        for d in world.alive()
        for c, r in d.disk.registers.items()
        if troubled(d.disk.planner, c)
        for op_id in (*(f.op.op_id for f in r.outbox()), *(p.op.op_id for p in r.log))
    }
    if not world.rolled_back:
        for op in world.truth.made.values():
            if op.centre_id in log.aliases and op.op_id not in ids and op.op_id not in explained:
                yield f"an op lost: {op.op_id}"


def _saw(world: World, log: CentreLog, later: Written, earlier: str, by_id: dict[str, Written]) -> bool:
    """Whether the author of one op had another's value before him, or built on his own op whose author had."""
    who = author(later.at.line, None, log)
    pending, seen = [later.op.op_id], set()
    while pending:
        op_id = pending.pop()
        if op_id in seen:
            continue
        seen.add(op_id)
        for shown in world.truth.saw.get(op_id, ()):
            if shown == earlier:
                return True
            if shown in by_id and who.wrote(by_id[shown].at):
                pending.append(shown)
    return False


def _unseen(world: World, log: CentreLog) -> Iterator[str]:
    """No value is gone that its overwriter, or whoever decided, had not before him."""
    by_id = {w.op.op_id: w for w in log.written}
    standing: dict[tuple[str, str], Written] = {}
    records: dict[str, RecordState] = {}
    for w in log.written:
        state = records.setdefault(w.op.record_id, RecordState())
        if w.op.case_id and not is_fact(w.op) and w.op.action in (CREATE, AMEND) and w.op.record_id != w.op.case_id:
            shut = not records.setdefault(w.op.case_id, RecordState()).counts
            if shut and any(w.answer.stands(g) for g in groups_of(w.op)):
                yield f"{w.op.op_id[:8]} went into a case that was taken out"
        overwritten = [(w.op.record_id, g) for g in groups_of(w.op) if w.answer.stands(g) and _changes(state, w.op, g)]
        if w.op.action == VOID and w.answer.stands(COUNTS):
            was = standing.get((w.op.record_id, COUNTS))
            out = was is None or was.op.action == VOID
            overwritten = (
                [] if out else [k for k in standing if k[0] == w.op.record_id or _in_case(by_id, standing[k], w.op)]
            )
        for key in overwritten:
            before = standing.get(key)
            if before is None or _saw(world, log, w, before.op.op_id, by_id):
                continue
            yield f"{w.op.op_id[:8]} ({w.op.action} {w.op.kind}) wrote over {before.op.op_id[:8]} unseen: {key}"
        for group in groups_of(w.op):
            if w.answer.stands(group):
                standing[w.op.record_id, group] = w
        state.write(w.op, w.answer, Stamp(w.revision, w.at))
    waiting = Matters(log.written).open
    for w in log.written:
        groups = [g for g in groups_of(w.op) if not w.answer.stands(g)]
        for group in groups:
            matter = Matter(w.op.op_id, group if w.answer.status == "judged" else WHOLE)
            if matter in waiting:
                continue
            deciders = [d for d in log.written if w.op.op_id in d.op.resolves]
            if not any(_saw(world, log, d, w.op.op_id, by_id) for d in deciders):
                yield f"{w.op.op_id[:8]} ({group}) is gone from the list, and nobody decided"


def _in_case(by_id: dict[str, Written], before: Written, op: Op) -> bool:
    return op.kind == "case" and before.op.case_id == op.record_id


def _changes(state: RecordState, op: Op, group: str) -> bool:
    """Whether an op changes anything of a group."""
    if group == COUNTS:
        return state.counts != (op.action != VOID)
    return any(state.value(f) != op.changes[f][1] for f in groups_of(op)[group] if f in op.changes)


def _signed(log: CentreLog) -> Iterator[str]:
    """What carries a fact of signing that stands is changed by nothing."""
    facts: dict[str, tuple[str, str]] = {}
    records: dict[str, list[Written]] = {}
    for w in log.written:
        if w.op.kind == "signing" and w.op.action == CREATE and w.answer.stands(COUNTS):
            agreement = w.op.changes["agreement_id"][1]
            if w.op.changes["fact"][1] == "retracted":
                facts.pop(w.op.changes["retracts"][1], None)
            else:
                facts[w.op.record_id] = (agreement, w.op.op_id)
        before = fold(records.get(w.op.record_id, ()))
        records.setdefault(w.op.record_id, []).append(w)
        after = fold(records[w.op.record_id])
        if w.op.kind in SIGNED_CONTENT:
            agreement = w.op.record_id if w.op.kind == "agreement" else after.value("agreement_id")
            names = before.values.keys() | after.values.keys()
            changed = before.counts != after.counts or any(before.value(f) != after.value(f) for f in names)
            if changed and agreement in {a for a, _ in facts.values()}:
                yield f"{w.op.op_id[:8]} changed signed content"


def _desk(world: World, desk: Desk, register: Register, log: CentreLog) -> Iterator[str]:
    """Log, differences and tables as at central; outbox empty or explained."""
    if troubled(desk.disk.planner, register.centre_id) or not desk.disk.certificates:
        return
    if [p.entry for p in register.log] != log.entries:
        yield "another log than central's"
        return
    if register.outbox():
        yield f"{len(register.outbox())} ops in the outbox, and nothing explains it"
    if register.log and not (
        register.heads[-1].mark == log.tip.mark and head_holds(register.heads[-1], world.central.public)
    ):
        yield "the end of the log is not signed"
    if list(register.matters().open) != list(Matters(log.written).open):
        yield "another list of what waits"
    for record_id in register.every_record():
        whole = fold(w for w in log.written if w.op.record_id == record_id)
        kept = register.tables[record_id]
        if (whole.values, whole.counts, whole.kind) != (kept.values, kept.counts, kept.kind):
            yield f"the tables are not what the log makes of {record_id[:8]}"
