"""What a simulated desk keeps on its disk, and what it says of it to the planner. A copy of it is a backup or a clone."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from mediation_desk.journal.op import Op, to_bytes
from mediation_desk.sync.merge.answers import answer_from
from mediation_desk.sync.merge.matters import Matters
from mediation_desk.sync.merge.projection import on_top
from mediation_desk.sync.merge.record import RecordState, Written, written
from mediation_desk.sync.plan.state import CentreState, ChainState, DeskState, Waiting
from mediation_desk.sync.wire.enrolment import Certificate
from mediation_desk.sync.wire.frames import Frame, frame
from mediation_desk.sync.wire.log import Pulled
from mediation_desk.sync.wire.revisions import number_of
from mediation_desk.sync.wire.seals import SignedHead


@dataclass
class Register:
    """One centre on a desk: the chains it writes or brings along, the pulled log, and the tables made of both."""

    centre_id: str
    writes_as: str
    chains: dict[str, list[Frame]] = field(default_factory=dict)
    log: list[Pulled] = field(default_factory=list)
    heads: list[SignedHead] = field(default_factory=list)
    tables: dict[str, RecordState] = field(default_factory=dict)

    def fork(self) -> Register:
        """A copy to work on."""
        twin = copy.copy(self)
        twin.chains = {d: list(c) for d, c in self.chains.items()}
        twin.log, twin.heads, twin.tables = list(self.log), list(self.heads), dict(self.tables)
        return twin

    def entries(self) -> list[Written]:
        """The pulled log as the merge rules read it."""
        return [written(p.entry.revision, p.entry.branch, p.op, answer_from(p.entry.answer)) for p in self.log]

    def outbox(self) -> list[Frame]:
        """The desk's own ops that are not in the log it has pulled, in the order they were written."""
        there = {p.entry.digest for p in self.log}
        return [f for chain in self.chains.values() for f in chain if f.digest not in there]

    def waiting(self, record_id: str) -> list[Op]:
        """Those about one record."""
        return [f.op for f in self.outbox() if f.op.record_id == record_id]

    def project(self, record_ids: Iterable[str]) -> None:
        """Make the rows of some records anew."""
        entries, outbox = self.entries(), self.outbox()
        for record_id in record_ids:
            own = [f.op for f in outbox if f.op.record_id == record_id]
            self.tables[record_id] = on_top((e for e in entries if e.op.record_id == record_id), own)

    def every_record(self) -> set[str]:
        """All records that the log or the outbox is about."""
        return {p.op.record_id for p in self.log} | {f.op.record_id for f in self.outbox()}

    def matters(self) -> Matters:
        """What waits for someone, as far as the log was pulled."""
        return Matters(self.entries())

    def head(self, desk_id: str) -> tuple[int, str]:
        """The number and digest that the next op of a chain follows; the last of the chain before when it is new."""
        if self.chains.get(desk_id):
            last = self.chains[desk_id][-1]
            return last.op.desk_seq, last.digest
        before = [c[-1].digest for d, c in self.chains.items() if d != desk_id and c]
        return 0, before[-1] if before else ""


@dataclass
class Disk:
    """All of a desk. ``seeds``: its keys by identity; ``known``: the identities that central took in."""

    desk_id: str
    seeds: dict[str, bytes]
    registers: dict[str, Register] = field(default_factory=dict)
    certificates: dict[str, Certificate] = field(default_factory=dict)
    planner: DeskState = field(default_factory=DeskState)

    def fork(self) -> Disk:
        """A copy: to work on, to keep as a backup, or to start another machine from."""
        return Disk(
            self.desk_id,
            dict(self.seeds),
            {c: r.fork() for c, r in self.registers.items()},
            dict(self.certificates),
            self.planner,
        )

    def take_identity(self, desk_id: str, seed: bytes) -> None:
        """Write as another desk from here on."""
        self.desk_id = desk_id
        self.seeds[desk_id] = seed
        for register in self.registers.values():
            register.chains.setdefault(desk_id, [])

    def planned(self) -> DeskState:
        """What the planner is given: its own memory, with the units that wait as the journal has them."""
        known = {c.centre_id: c for c in self.planner.centres}
        centres = tuple(self._centre(known.get(c, CentreState(c)), r) for c, r in self.registers.items())
        return replace(self.planner, centres=centres)

    def _centre(self, centre: CentreState, register: Register) -> CentreState:
        known = {c.desk_id: c for c in centre.chains}
        chains = []
        for desk_id, frames in register.chains.items():
            chain = known.get(desk_id, ChainState(desk_id))
            units: list[Waiting] = []
            for f in frames[chain.confirmed :]:
                if units and frames[units[-1].last - 1].op.unit_id == f.op.unit_id:
                    units[-1] = replace(units[-1], last=f.op.desk_seq, size=units[-1].size + len(f.body))
                else:
                    units.append(Waiting(f.op.desk_seq, f.op.desk_seq, len(f.body)))
            chains.append(replace(chain, units=tuple(units)))
        return replace(centre, chains=tuple(chains))

    def write(self, centre_id: str, op: Op) -> Frame:
        """Add an op to the desk's own chain."""
        made = frame(to_bytes(op))
        self.registers[centre_id].chains[self.desk_id].append(made)
        return made


class Own:
    """A desk's answers about its journal, for the planner."""

    def __init__(self, disk: Disk, central_key: str) -> None:
        self._disk = disk
        self.central_key = central_key
        self.desk_id = disk.desk_id

    def body(self, digest: str) -> bytes | None:
        """The bytes of an op."""
        for register in self._disk.registers.values():
            for chain in register.chains.values():
                for f in chain:
                    if f.digest == digest:
                        return f.body
            for p in register.log:
                if p.entry.digest == digest:
                    return p.entry.body
        return None

    def op_at(self, centre_id: str, desk_id: str, desk_seq: int) -> str | None:
        """The digest of an own op."""
        chain = self._disk.registers[centre_id].chains.get(desk_id, [])
        return chain[desk_seq - 1].digest if 0 < desk_seq <= len(chain) else None

    def logged(self, centre_id: str, desk_id: str) -> int:
        """How far a chain stands in the pulled log."""
        register = self._disk.registers[centre_id]
        there = {p.entry.digest for p in register.log}
        return max((f.op.desk_seq for f in register.chains[desk_id] if f.digest in there), default=0)

    def log_at(self, centre_id: str, revision: int) -> str | None:
        """The digest of the pulled log at a revision."""
        register = self._disk.registers[centre_id]
        if revision == 0:
            return ""
        at = number_of(revision) - 1
        if at < len(register.log) and register.log[at].mark.revision == revision:
            return register.log[at].mark.digest
        return None
