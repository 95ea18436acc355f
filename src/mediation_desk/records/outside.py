"""Files that a person asks for outside the desk: a saved paper, a bound dossier, a blank form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_
from mediation_desk.records.disk import translating_disk_errors
from mediation_desk.records.durable import writing_durably

NO_PLACE = N_("The file cannot be put there. Name a file in a folder that exists.")
_MAY_NOT_WRITE = N_("The file may not be written at that place. Choose another folder.")


def require_place(target: Path) -> None:
    """``KnownProblem`` unless a file can stand there. A device, say, would be replaced by it."""
    if not target.parent.is_dir() or (target.exists() and not target.is_file()):
        raise KnownProblem(NO_PLACE)


@contextmanager
def writing_outside(target: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of ``target`` when the block ends, whole or not at all.

    ``KnownProblem`` when it cannot be put there, or the disk refuses.
    """
    require_place(target)
    with translating_disk_errors(read_only=_MAY_NOT_WRITE), writing_durably(target) as file:
        yield file
