"""Run many worlds: ``python -m tests.simulation SEEDS [FIRST]``. Prints a short script for each that fails; exit 1 then."""

from __future__ import annotations

import sys
from multiprocessing import Pool

from tests.simulation.script import fails, printed, script_of, shortened


def failing(seed: int) -> int | None:
    """The seed, when its world fails."""
    return seed if fails(seed, script_of(seed)) else None


def main(count: int, first: int) -> int:
    """How many of ``count`` worlds failed."""
    with Pool() as pool:
        wrong = [s for s in pool.imap_unordered(failing, range(first, first + count), chunksize=20) if s is not None]
    for seed in wrong[:5]:
        sys.stdout.write(printed(seed, shortened(seed, script_of(seed))) + "\n")
    sys.stdout.write(f"{count} worlds, {len(wrong)} failed{': ' if wrong else ''}{', '.join(map(str, wrong))}\n")
    return len(wrong)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    sys.exit(main(numbers[0] if numbers else 1000, numbers[1] if len(numbers) > 1 else 0) > 0)
