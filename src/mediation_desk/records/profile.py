"""The folder in which one desk lives, and what must be true of it before the desk is opened."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.disk import translating_disk_errors
from mediation_desk.records.durable import UNFINISHED, open_private

ENVIRONMENT = "MEDIATION_DESK_PROFILE"
_NAME = "mediation-desk"
_PRIVATE = 0o700
_ROOM = 1 << 16  # bytes a desk must at least be able to write when it is opened


def default_folder() -> Path:
    """``MEDIATION_DESK_PROFILE`` if set, else this platform's folder for an account's own data."""
    chosen = os.environ.get(ENVIRONMENT)
    if chosen:
        return Path(chosen).expanduser()
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / _NAME
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / _NAME
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / _NAME


@dataclass(frozen=True, slots=True)
class Profile:
    """Where each thing of a desk lies. Nothing in the folder is readable without the vault's key, but ``vault.json``
    (wrapped keys) and ``last-backup.json`` (a day and some counts)."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "desk.db"

    @property
    def vault(self) -> Path:
        return self.folder / "vault.json"

    @property
    def blobs(self) -> Path:
        return self.folder / "blobs"

    @property
    def backups(self) -> Path:
        """Where a backup goes when no other place is named; a backup on another disk is the better one."""
        return self.folder / "backups"

    @property
    def last_backup(self) -> Path:
        return self.folder / "last-backup.json"

    @property
    def fork(self) -> Path:
        """There while a restored desk has not taken its new id."""
        return self.folder / "fork.json"

    @property
    def swap(self) -> Path:
        """There while another desk is being put in this one's place."""
        return self.folder / "swap.json"

    @property
    def temporary(self) -> Path:
        return self.folder / "tmp"

    @property
    def aside(self) -> Path:
        """Desks that a restore has replaced, each a folder that is itself a profile."""
        return self.folder / "aside"

    @property
    def lock(self) -> Path:
        return self.folder / "lock"

    @property
    def exists(self) -> bool:
        """Whether a desk lives here, damaged or not; a vault alone is what a broken-off set-up leaves."""
        return self.database.exists() or self.swap.exists() or (self.blobs.is_dir() and any(self.blobs.iterdir()))

    def prepare(self) -> None:
        """Create what is missing, for this account alone, and see that it may be written to.

        Raises ``KnownProblem`` when the folder is a file, is read-only or has no room left.
        """
        if self.folder.exists() and not self.folder.is_dir():
            raise KnownProblem(
                "{folder} is a file, not a folder. Choose another place for the desk.", folder=self.folder
            )
        with translating_disk_errors():
            for folder in (self.folder, self.blobs, self.backups, self.temporary):
                folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
            self._try_writing()

    def _try_writing(self) -> None:
        trial = self.temporary / f"room-{os.getpid()}"
        try:
            with open_private(trial) as file:
                file.write(bytes(_ROOM))
                file.flush()
        finally:
            trial.unlink(missing_ok=True)

    @contextmanager
    def temporary_folder(self) -> Iterator[Path]:
        """A folder of one's own inside the profile, removed with its content at the end of the block.

        For bytes that are encrypted already: nothing readable is ever written there either.
        """
        with translating_disk_errors():
            self.temporary.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
            folder = Path(tempfile.mkdtemp(dir=self.temporary))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def clear_temporary(self) -> None:
        """Remove what a broken-off run left. Only for whoever holds the profile alone.

        Nothing is removed while a swap is unfinished: the desk that is to come lies among the temporary files.
        """
        if self.swap.exists() or not self.temporary.is_dir():
            return
        for left in (*self.temporary.iterdir(), *self.folder.glob(f"*{UNFINISHED}")):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)
