"""Scripts: made from a seed, run in a world, and made short when they fail. The same seed is always the same trace."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from random import Random

from tests.simulation.happenings import HAPPENINGS, set_up
from tests.simulation.invariants import wrong
from tests.simulation.typing_people import PEOPLE, Typing
from tests.simulation.world import Action, World, quiet

# How often each thing happens, in parts of the whole.
ALWAYS = {
    "register": 3,
    "add": 7,
    "amend": 40,
    "open": 5,
    "save": 5,
    "settle": 12,
    "settle at once": 6,
    "talk": 45,
    "round": 8,
    "enrol": 2,
}
# What a world may be about. Each seed has one to three of these, and the others hardly or not at all.
THEMES: dict[str, dict[str, int]] = {
    "taking out": {"take out": 8, "put back": 5},
    "signing": {"sign": 14, "add": 6},
    "roles": {"grant": 6},
    "bad weather": {"weather": 5, "deliver": 8},
    "wrong clocks": {"jump": 6},
    "full disks": {"fill": 6},
    "restored desks": {"keep": 8, "restore": 6},
    "restored central": {"keep central": 5, "restore central": 5, "go on": 3},
    "changed scope": {"scope": 5},
    "couriers": {"pack": 9, "carry": 9, "receive": 9},
    "late joiners": {"join": 5},
}


def script_of(seed: int) -> list[Action]:
    """The actions of a seed."""
    random = Random(f"script {seed}")
    weights = dict(ALWAYS)
    for theme in random.sample(sorted(THEMES), random.randint(1, 3)):
        for what, often in THEMES[theme].items():
            weights[what] = weights.get(what, 0) + often
    for kinds in THEMES.values():
        for what in kinds:
            weights.setdefault(what, random.randrange(2))
    length = random.randint(20, 260)
    chosen = random.choices(list(weights), list(weights.values()), k=length)
    return [Action(w, random.randrange(1000), random.randrange(1000), random.randrange(1000)) for w in chosen]


def run(seed: int, script: Sequence[Action]) -> tuple[list[str], list[str]]:
    """Run a script to quiet: what is wrong then, and the trace."""
    world = beginning(seed)
    for action in script:
        do(world, action)
    try:
        quiet(world)
        found = wrong(world)
    except AssertionError as error:
        found = [str(error)]
    return found, world.trace


def beginning(seed: int) -> World:
    """Two to five desks, one or two centres; some have worked before central existed."""
    world = World(seed)
    random = Random(f"beginning {seed}")
    world.crowding = random.choice((1, 2, 3, 20))
    world.people = [world.new_id() for _ in range(4)]
    for _ in range(random.choice((1, 1, 1, 2))):
        world.add_centre()
    for number in range(random.randint(2, 5)):
        centres = world.centres[: random.randint(1, len(world.centres))] if number else world.centres
        before = random.random() < 0.3
        desk = world.add_desk(centres, worked_before=before)
        if number == 0 or before:
            for centre_id in desk.disk.registers:
                set_up(world, desk, centre_id)
        if not before or random.random() < 0.5:
            world.enrol(desk)
    if random.random() < 0.7:
        _share(world, random)
    return world


def _share(world: World, random: Random) -> None:
    """Some cases that every desk has had for long."""
    for what in ["register", *random.choices(["register", "add"], k=4)]:
        do(world, Action(what, 0, random.randrange(2), random.randrange(1000)))
    for _ in range(2):
        for desk in world.alive():
            if desk.disk.certificates:
                world.round(desk)


def do(world: World, action: Action) -> None:
    """One action, where there is something for it to act on."""
    world.note("--", *action)
    if action.what in PEOPLE:
        PEOPLE[action.what](Typing(world, action))
    else:
        HAPPENINGS[action.what](world, action)


def shortened(seed: int, script: list[Action]) -> list[Action]:
    """A script that still fails and cannot lose any one part: halves first, then ever smaller pieces."""
    size = max(1, len(script) // 2)
    while size:
        at = 0
        while at < len(script):
            shorter = script[:at] + script[at + size :]
            if fails(seed, shorter):
                script = shorter
            else:
                at += size
        size //= 2
    return script


def fails(seed: int, script: Sequence[Action]) -> bool:
    """Whether anything is wrong after a script."""
    try:
        return bool(run(seed, script)[0])
    except Exception:  # noqa: BLE001 - a script that breaks the code is a failing script
        return True


def printed(seed: int, script: Sequence[Action]) -> str:
    """A script as a fixture: put it into ``tests/simulation/fixtures`` and it is run for ever."""
    lines = "".join(f"{a.what}, {a.a}, {a.b}, {a.c}\n" for a in script)
    return f"seed {seed}\n{lines}"


def fingerprint(trace: Sequence[str]) -> str:
    """A trace in few characters."""
    return hashlib.sha256("\n".join(trace).encode()).hexdigest()[:16]


def read(text: str) -> tuple[int, list[Action]]:
    """Seed and script of a fixture; lines that begin with # are remarks."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    rows = [line.split(", ") for line in lines[1:]]
    return int(lines[0].removeprefix("seed ")), [Action(w, int(a), int(b), int(c)) for w, a, b, c in rows]
