"""A simulated desk: plans with the real planner, speaks the real wire, stores all or nothing at each commit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any
from uuid import UUID

from tests.simulation.central import CENTRAL_ID, Request
from tests.simulation.disk import Disk, Own

from mediation_desk.sync.plan.answers import renewed, signed_in
from mediation_desk.sync.plan.effects import Absorb, CutLog, Effect, NoteAnswers, Reaction, TakeIdentity
from mediation_desk.sync.plan.next import begin, next_step
from mediation_desk.sync.plan.react import given_back, pulled, pushed
from mediation_desk.sync.plan.state import DeskState
from mediation_desk.sync.plan.steps import GiveBackLog, PullPage, PushUnits, Renew, Rest, SignIn, Step, Wait
from mediation_desk.sync.plan.waiting import failed
from mediation_desk.sync.wire.batch import Batch, batch_of
from mediation_desk.sync.wire.conversation import GiveBack, GiveBackAnswer, Pull, PullAnswer, Push, PushAnswer
from mediation_desk.sync.wire.enrolment import (
    EnrolAnswer,
    Enrolled,
    RenewAsk,
    TokenAnswer,
    assertion,
    readmit_ask,
    renew_ask,
)
from mediation_desk.sync.wire.keys import exchange_key, public_text, signing_key
from mediation_desk.sync.wire.log import Kept
from mediation_desk.sync.wire.malformed import Malformed
from mediation_desk.sync.wire.packing import pack, unpack
from mediation_desk.sync.wire.revisions import number_of
from mediation_desk.sync.wire.seals import Mark, seal

NONCE = "nonce"


class Lost(Exception):
    """A request or its answer did not arrive."""


Line = Callable[[Request], bytes]


@dataclass
class Desk:
    """One machine. ``skew``: how wrong its clock is, in seconds; ``full``: its disk takes nothing; ``gone``: dead.
    ``pulled``: all ops that central ever signed before this desk, by centre; the simulation's knowledge, not the desk's."""

    name: str
    disk: Disk
    central_key: str
    random: Random
    skew: float = 0.0
    full: bool = False
    gone: bool = False
    pulled: dict[str, set[str]] = field(default_factory=dict)

    def commit(self, disk: Disk) -> bool:
        """Store all of a changed disk, or nothing when it is full."""
        if self.full:
            return False
        self.disk = disk
        for centre_id, register in disk.registers.items():
            self.pulled.setdefault(centre_id, set()).update(p.entry.digest for p in register.log)
        return True

    def crash(self) -> None:
        """The process ends; what was only in memory is gone."""
        self.disk.planner = replace(self.disk.planner, signed_in=False)

    def begin_round(self) -> None:
        """Look at everything again."""
        self.disk.planner = begin(self.disk.planned())

    def step(self, line: Line, now: float, crash: str = "") -> Step:
        """Do one step. ``crash``: "before" or "after" the commit of what it brought."""
        now += self.skew
        state = self.disk.planned()
        step = next_step(state, now)
        if isinstance(step, Wait | Rest):
            return step
        luck = self.random.random()
        try:
            reaction = self._done(state, step, line, now, luck)
        except (Lost, Malformed):
            reaction = Reaction(failed(state, now, luck))
        if crash != "before":
            self.commit(self._stored(reaction))
        if crash:
            self.crash()
        return step

    def _done(self, state: DeskState, step: Step, line: Line, now: float, luck: float) -> Reaction:
        own = Own(self.disk, self.central_key)
        desk_id = self.disk.desk_id
        if isinstance(step, SignIn):
            key = signing_key(self.disk.seeds[desk_id])
            asked: object = (
                readmit_ask(key, self.disk.certificates[desk_id])
                if step.readmit
                else assertion(key, desk_id, CENTRAL_ID, NONCE)
            )
            return Reaction(signed_in(state, self._ask(line, asked, TokenAnswer), now, luck))
        if isinstance(step, Renew):
            return self._renew(state, line, now, luck)
        if isinstance(step, PushUnits):
            batch = self.batch(step.centre_id, step.desk_id, step.first, step.last)
            push_answer: PushAnswer = self._ask(line, Push(batch=batch, cursor=step.cursor), PushAnswer)
            return pushed(state, step, push_answer, own, now, luck)
        if isinstance(step, PullPage):
            pull = Pull(centre_id=step.centre_id, cursor=step.cursor, whole=step.whole)
            pull_answer: PullAnswer = self._ask(line, pull, PullAnswer)
            return pulled(state, step, pull_answer, own, now, luck)
        assert isinstance(step, GiveBackLog)
        kept = self.kept(step.centre_id, step.start)
        answer: GiveBackAnswer = self._ask(line, GiveBack(kept=kept), GiveBackAnswer)
        return given_back(state, step, kept.head.mark, answer, own, now, luck)

    def _renew(self, state: DeskState, line: Line, now: float, luck: float) -> Reaction:
        key, desk_id = self.disk.seeds[self.disk.desk_id], self.disk.desk_id
        old = next(d for d in reversed(list(self.disk.seeds)) if d in self.disk.certificates)
        asked = RenewAsk(
            certificate=self.disk.certificates[old],
            desk_id=desk_id,
            signing_key=public_text(signing_key(key)),
            exchange_key=public_text(exchange_key(key)),
            signature=b"",
        )
        answer: EnrolAnswer = self._ask(line, renew_ask(signing_key(self.disk.seeds[old]), asked), EnrolAnswer)
        if isinstance(answer, Enrolled):
            self.disk.certificates[desk_id] = answer.certificate
        return Reaction(renewed(state, answer, now, luck))

    def _ask(self, line: Line, message: object, kind: Any) -> Any:
        request = Request(self.disk.desk_id, self.disk.planner.signed_in, type(message), pack(message))
        return unpack(line(request), kind)

    def batch(self, centre_id: str, desk_id: str, first: int, last: int) -> Batch:
        """A sealed batch of a chain."""
        frames = self.disk.registers[centre_id].chains[desk_id]
        chosen = frames[first - 1 : last]
        given = seal(
            signing_key(self.disk.seeds[self.disk.desk_id]),
            signer=self.disk.desk_id,
            desk_id=desk_id,
            centre_id=centre_id,
            desk_seq=last,
            digest=chosen[-1].digest,
        )
        return batch_of([f.body for f in chosen], chosen[0].op.prev, given)

    def kept(self, centre_id: str, start: Mark) -> Kept:
        """Entries after a place of the log, up to the furthest place that central signed."""
        register = self.disk.registers[centre_id]
        log = register.log[number_of(start.revision) :]
        head = next(h for h in reversed(register.heads) if any(h.mark == p.mark for p in log))
        upto = [p.entry for p in log if number_of(p.mark.revision) <= number_of(head.mark.revision)]
        return Kept(start=start, entries=upto, head=head)

    def apply(self, reaction: Reaction) -> None:
        """Store what an answer brought that came by hand."""
        self.commit(self._stored(reaction))

    def _stored(self, reaction: Reaction) -> Disk:
        disk = self.disk.fork()
        disk.planner = reaction.desk
        for effect in reaction.effects:
            self._store(disk, effect)
        return disk

    def _store(self, disk: Disk, effect: Effect) -> None:
        if isinstance(effect, Absorb):
            register = disk.registers[effect.centre_id]
            register.log += effect.entries
            register.heads.append(effect.end)
            register.project({p.op.record_id for p in effect.entries})
        elif isinstance(effect, CutLog):
            register = disk.registers[effect.centre_id]
            register.log = register.log[: number_of(effect.kept_to.revision)]
            register.heads = [h for h in register.heads if number_of(h.mark.revision) <= len(register.log)]
            register.tables = {}
            register.project(register.every_record())
        elif isinstance(effect, TakeIdentity):
            disk.take_identity(*self.new_identity())
        else:
            assert isinstance(effect, NoteAnswers)

    def new_identity(self) -> tuple[str, bytes]:
        """A desk id and a key seed that no other machine has."""
        return str(UUID(int=self.random.getrandbits(128), version=4)), self.random.randbytes(32)
