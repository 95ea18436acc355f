"""All commands, in the order the help shows them. A new group of commands is a module with ``COMMANDS``, named here."""

from __future__ import annotations

from mediation_desk.cli import accounts, cases, dossier, keeping, papers, sample, set_up, tour
from mediation_desk.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    *set_up.COMMANDS,
    *cases.COMMANDS,
    *papers.COMMANDS,
    *dossier.COMMANDS,
    *keeping.COMMANDS,
    *accounts.COMMANDS,
    *sample.COMMANDS,
    *tour.COMMANDS,
)
