"""Any interleaving of edits, pushes, pulls, repeats and losses, as Hypothesis thinks them up and then makes them short.

The worlds are those of ``tests/simulation``; what differs is who chooses what happens.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from tests.simulation.central import Central
from tests.simulation.invariants import wrong
from tests.simulation.script import beginning, do
from tests.simulation.world import Action, Weather, World, quiet

NUMBERS = st.integers(0, 999)
LOSSES = ["lost", "answer_lost", "late", "twice", "cut", "answer_cut", "crash_before", "crash_after", "token_gone"]


class Desks(RuleBasedStateMachine):
    """Two to five desks and a central."""

    world: World

    @initialize(seed=st.integers(0, 50), crowding=st.sampled_from([1, 2, 20]))
    def begin(self, seed: int, crowding: int) -> None:
        """Some have worked before central existed."""
        self.world = beginning(seed)
        self.world.crowding = crowding

    @rule(
        what=st.sampled_from(["register", "add", "sign", "grant", "take out", "put back"]),
        a=NUMBERS,
        b=NUMBERS,
        c=NUMBERS,
    )
    def write(self, what: str, a: int, b: int, c: int) -> None:
        """Somebody writes."""
        do(self.world, Action(what, a, b, c))

    @rule(a=NUMBERS, b=NUMBERS, c=NUMBERS)
    def amend(self, a: int, b: int, c: int) -> None:
        """Somebody changes what is there; the most common thing."""
        do(self.world, Action("amend", a, b, c))

    @rule(what=st.sampled_from(["open", "save", "settle", "settle at once"]), a=NUMBERS, b=NUMBERS, c=NUMBERS)
    def decide(self, what: str, a: int, b: int, c: int) -> None:
        """A form stays open, or somebody decides."""
        do(self.world, Action(what, a, b, c))

    @rule(a=NUMBERS, b=NUMBERS, loss=st.sampled_from(["", *LOSSES]), crash=st.sampled_from([0, 0, 3, 7]))
    def talk(self, a: int, b: int, loss: str, crash: int) -> None:
        """A step of a conversation; one thing may go wrong with it."""
        self.world.weather = Weather(**{loss: 100}) if loss else Weather()
        do(self.world, Action("talk", a, b, crash))
        self.world.weather = Weather()

    @rule(a=NUMBERS)
    def round(self, a: int) -> None:
        """A whole round."""
        do(self.world, Action("round", a))

    @precondition(lambda self: self.world.late)
    @rule(a=NUMBERS)
    def deliver(self, a: int) -> None:
        """What was sent long ago arrives, or arrives again."""
        do(self.world, Action("deliver", a))

    @rule(what=st.sampled_from(["enrol", "join", "keep", "restore", "pack", "carry", "receive"]), a=NUMBERS, b=NUMBERS)
    def happen(self, what: str, a: int, b: int) -> None:
        """Desks come, are restored, are copied, send files."""
        do(self.world, Action(what, a, b))

    @rule(what=st.sampled_from(["keep central", "restore central", "go on"]))
    def central(self, what: str) -> None:
        """Central is restored from its backup."""
        do(self.world, Action(what))

    def teardown(self) -> None:
        """After quiet everything holds."""
        if hasattr(self, "world"):
            assert isinstance(self.world.central, Central)
            quiet(self.world)
            assert wrong(self.world) == []


TestDesks = Desks.TestCase
TestDesks.settings = settings(
    max_examples=100,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
