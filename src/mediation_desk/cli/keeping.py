"""``backup``, ``restore``, ``check`` and ``mend``."""

from __future__ import annotations

from mediation_desk.cli.command import Command

COMMANDS: tuple[Command, ...] = ()
