"""A small world: desks, one central, an unreliable line between them, and a clock; driven by a script of actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple
from uuid import UUID

from tests.simulation.central import Central, CentralState, Request
from tests.simulation.central_log import CentreLog
from tests.simulation.desk import Desk, Lost
from tests.simulation.disk import Disk, Register
from tests.simulation.screen import Door, Truth

from mediation_desk.sync.plan.state import DeskState
from mediation_desk.sync.plan.steps import Rest, Wait
from mediation_desk.sync.wire.keys import exchange_key, public_text, signing_key


class Action(NamedTuple):
    """One line of a script: what happens, and numbers that choose among whatever is there then."""

    what: str
    a: int = 0
    b: int = 0
    c: int = 0


@dataclass
class Weather:
    """How often, of a hundred, something goes wrong with a request."""

    lost: int = 0
    answer_lost: int = 0
    late: int = 0
    twice: int = 0
    cut: int = 0
    answer_cut: int = 0
    crash_before: int = 0
    crash_after: int = 0
    token_gone: int = 0

    @classmethod
    def bad(cls) -> Weather:
        """Everything happens now and then."""
        return cls(5, 5, 4, 4, 3, 3, 3, 3, 2)


@dataclass
class World:
    """All there is. ``centres``: ids of the logs at central. ``rolled_back``: a disk was put back to an earlier state,
    so that what only it held may be gone. ``crowding``: among how many records people choose what they change."""

    seed: int
    centres: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    desks: list[Desk] = field(default_factory=list)
    backups: list[Disk] = field(default_factory=list)
    central_backup: CentralState | None = None
    late: list[Request] = field(default_factory=list)
    bundles: list[bytes] = field(default_factory=list)
    receipts: list[bytes] = field(default_factory=list)
    forms: list[tuple[str, str, str, str, int, str | None]] = field(default_factory=list)
    weather: Weather = field(default_factory=Weather)
    now: float = 1_000_000.0
    rolled_back: bool = False
    crowding: int = 20
    trace: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = Random(f"world {self.seed}")
        self.net = Random(f"net {self.seed}")
        self.central = Central()
        self.truth = Truth()
        self.door = Door(self.truth, self.new_id)

    def new_id(self) -> str:
        """An identity."""
        return str(UUID(int=self.random.getrandbits(128), version=4))

    def note(self, *words: object) -> None:
        """A line of the trace."""
        self.trace.append(" ".join(map(str, words)))

    def alive(self) -> list[Desk]:
        """The machines that are still there."""
        return [d for d in self.desks if not d.gone]

    def add_centre(self) -> str:
        """A centre that central keeps a log for."""
        centre_id = self.new_id()
        self.centres.append(centre_id)
        self.central.state.logs[centre_id] = CentreLog(centre_id, {centre_id})
        return centre_id

    def add_desk(self, centres: Sequence[str], *, worked_before: bool = False) -> Desk:
        """A new machine. One that worked before central existed has registers under ids of its own."""
        name = f"desk{len(self.desks)}"
        random = self.add_random()
        desk_id = self.new_id()
        disk = Disk(desk_id, {desk_id: random.randbytes(32)})
        for centre_id in centres:
            writes_as = self.new_id() if worked_before else centre_id
            disk.registers[centre_id] = Register(centre_id, writes_as, {desk_id: []})
        desk = Desk(name, disk, self.central.public, random)
        self.desks.append(desk)
        return desk

    def enrol(self, desk: Desk) -> None:
        """Take a desk in, with what it brings."""
        disk = desk.disk
        if disk.desk_id in disk.certificates:
            return
        state = self.central.state
        for centre_id, register in disk.registers.items():
            state.logs[centre_id].aliases.add(register.writes_as)
        seed = disk.seeds[disk.desk_id]
        keys = public_text(signing_key(seed)), public_text(exchange_key(seed))
        former = frozenset(d for r in disk.registers.values() for d in r.chains) - {disk.desk_id}
        answer = self.central.admit(state, disk.desk_id, *keys, frozenset(disk.registers), former)
        disk.certificates[disk.desk_id] = answer.certificate

    def add_random(self) -> Random:
        """A new machine's own luck."""
        return Random(f"{self.seed} {len(self.desks)}")

    def line(self, request: Request) -> bytes:
        """Carry a request to central and the answer back, as the weather lets it."""
        w = self.weather
        if self._happens(w.lost):
            raise Lost
        if self._happens(w.late):
            self.late.append(request)
            raise Lost
        if self._happens(w.twice):
            self.late.append(request)
        token = request.token and not self._happens(w.token_gone)
        cut = self._happens(w.cut)
        body = request.body[: self.net.randrange(len(request.body))] if cut else request.body
        self.central.now = self.now
        state, answer = self.central.serve(Request(request.desk_id, token, request.kind, body))
        if cut or self._happens(w.crash_before):
            raise Lost
        self.central.state = state
        if self._happens(w.crash_after) or self._happens(w.answer_lost):
            raise Lost
        return answer[: self.net.randrange(len(answer))] if self._happens(w.answer_cut) else answer

    def deliver_late(self, which: int) -> None:
        """A request that was on its way for long arrives; nobody hears the answer."""
        if self.late:
            request = self.late.pop(which % len(self.late))
            self.central.state, _ = self.central.serve(request)

    def round(self, desk: Desk, steps: int = 200) -> None:
        """A desk's whole round, waiting where it must."""
        desk.begin_round()
        for _ in range(steps):
            step = desk.step(self.line, self.now)
            self.note(desk.name, type(step).__name__)
            if isinstance(step, Rest):
                return
            if isinstance(step, Wait):
                self.now += max(0.0, step.until - self.now - desk.skew)
        raise AssertionError(f"{desk.name} does not come to rest")

    def _happens(self, percent: int) -> bool:
        return self.net.randrange(100) < percent


def quiet(world: World) -> None:
    """Good weather, until everybody has everything: all that is late arrives, and every desk does its rounds."""
    world.weather = Weather()
    world.central.full = False
    while world.late:
        world.deliver_late(0)
    for desk in world.alive():
        desk.full = False
        if not desk.disk.certificates:
            world.enrol(desk)
    for turn in range(40):
        for desk in world.alive():
            world.round(desk)
        if turn == 5:
            for log in world.central.state.logs.values():
                world.now += 60
                world.central.now = world.now
                world.central.go_on(world.central.state, log, by_hand=True)
        if turn > 6 and _settled(world):
            return
    raise AssertionError("never quiet")


def _settled(world: World) -> bool:
    logs = world.central.state.logs
    return all(
        troubled(desk.disk.planner, c)
        or ((r.log[-1].mark if r.log else None) == (logs[c].marks[-1] if logs[c].marks else None) and not r.outbox())
        for desk in world.alive()
        for c, r in desk.disk.registers.items()
    )


def troubled(planner: DeskState, centre_id: str) -> str:
    """Why a desk cannot be served in a centre; "" when it can."""
    return planner.trouble or next((c.trouble for c in planner.centres if c.centre_id == centre_id), "")
