"""Measure everything and print the table. ``python -m bench [part …]``: start, saving, papers, cases.

Ratios are of one run, ours and the limit by turns, at their medians: read the ratios, not the milliseconds. Nothing here
is a test: a missed floor is said, and the exit code stays 0. ``MEDIATION_DESK_BENCH_CASES``: how many cases the long
list holds (100,000).
"""

# ruff: noqa: T201 - a command speaks on stdout

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.figures import Figure, lines

CASES = "MEDIATION_DESK_BENCH_CASES"


def start(folder: Path) -> Iterator[Figure]:
    """First paint and memory."""
    from bench.first_paint import measure

    return measure(folder)


def saving(folder: Path) -> Iterator[Figure]:
    """Case graphs into the database."""
    from bench.saving import measure

    return measure(folder)


def papers(folder: Path) -> Iterator[Figure]:
    """An agreement onto paper."""
    from bench.papers import measure

    return measure(folder)


def cases(folder: Path) -> Iterator[Figure]:
    """The long list and the search over it."""
    from bench import desk, long_list, searching

    many = int(os.environ.get(CASES, "100000"))
    with desk.opened(folder / "cases") as (seat, maker):
        desk.write(seat, maker.registered(many))
        yield from searching.measure(seat)
        yield from long_list.measure(folder, seat)


PARTS: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "start": start,
    "saving": saving,
    "papers": papers,
    "cases": cases,
}


def main(wanted: list[str]) -> int:
    """The figures of the wanted parts, or of all."""
    if not set(wanted) <= set(PARTS):
        print(__doc__, file=sys.stderr)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    figures: list[Figure] = []
    for name in wanted or PARTS:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            figures += PARTS[name](Path(folder))
    print("\n".join(lines(figures)))
    missed = [f.name for f in figures if f.verdict == "MISSED"]
    print(f"Floors missed: {'; '.join(missed)}." if missed else "Every floor is kept.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
