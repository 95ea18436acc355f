"""What a command of the command line is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command. ``summary``: its line in the help, marked by ``N_``. ``arguments`` adds its own options to the
    parser. ``run`` does it and returns the exit code, ``None`` for 0; what is wrong with the world it raises as
    ``KnownProblem``. Import what is heavy inside ``run``, so that ``--help`` stays quick."""

    name: str
    summary: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int | None]
