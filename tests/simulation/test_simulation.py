"""Small worlds, run to quiet: nothing is lost, nothing wins unseen, all agree in the end. ``make simulate`` runs more."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.simulation.script import fingerprint, printed, read, run, script_of, shortened

SEEDS = range(100)
FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_world_comes_to_rest_with_everything_kept(seed: int) -> None:
    """Whatever happens on the way. A failing world prints a short script; put it into ``fixtures``."""
    script = script_of(seed)
    found, _ = run(seed, script)
    if found:
        pytest.fail(f"{found}\n\n{printed(seed, shortened(seed, script))}")


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda p: p.stem)
def test_what_went_wrong_once_stays_right(fixture: Path) -> None:
    """Scripts of worlds that failed before, and of disasters that few seeds reach."""
    seed, script = read(fixture.read_text(encoding="utf-8"))
    assert run(seed, script)[0] == []


def test_the_same_seed_is_the_same_world() -> None:
    """So that every failure can be seen again."""
    first, second = (fingerprint(run(7, script_of(7))[1]) for _ in range(2))
    assert first == second
    assert fingerprint(run(8, script_of(8))[1]) != first


def test_a_fixture_is_read_as_it_was_printed() -> None:
    """What a failing world prints can be run."""
    assert read(printed(3, script_of(3))) == (3, script_of(3))
