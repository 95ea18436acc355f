"""Putting another desk in a profile's place, keeping the present one aside, through any power cut.

The order to swap is one small file. Until it is on the disk nothing has happened; once it is, whoever opens the profile
next carries the swap to its end before anything else.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.disk import translating_disk_errors
from mediation_desk.records.durable import sync_folder, write_durably
from mediation_desk.records.lock import hold_alone
from mediation_desk.records.profile import Profile

# The database's log before the database: left beside another database it would be taken for that one's.
_WITHOUT_SUCCESSOR = ("desk.db-wal", "desk.db-shm")
_REPLACED = ("desk.db", "blobs", "vault.json", "last-backup.json", "fork.json")


class _Order(msgspec.Struct, frozen=True):
    """Folders inside the profile: where the new desk lies, and where the present one goes."""

    incoming: str
    aside: str


def incoming_folder(profile: Profile) -> Path:
    """Where a new desk is put together before the swap; empty and private."""
    folder = profile.temporary / "incoming"
    folder.mkdir(mode=0o700)
    return folder


def swap_in(profile: Profile, incoming: Path, aside: Path) -> None:
    """Replace the desk in ``profile`` by the one in ``incoming``; the present one is in ``aside`` afterwards.

    Only for whoever holds the profile alone, with everything in ``incoming`` already forced to the disk.
    """
    with translating_disk_errors():
        aside.mkdir(mode=0o700, parents=True)
        sync_folder(incoming)
        sync_folder(aside.parent)
        sync_folder(profile.folder)
        order = _Order(str(incoming.relative_to(profile.folder)), str(aside.relative_to(profile.folder)))
        write_durably(profile.swap, msgspec.json.encode(order))
    finish_swap(profile)


def finish_swap(profile: Profile) -> None:
    """Carry out the swap that has been ordered, from wherever it was broken off; nothing if none was."""
    path = profile.swap
    if not path.exists():
        return
    with translating_disk_errors():
        try:
            order = msgspec.json.decode(path.read_bytes(), type=_Order)
        except msgspec.DecodeError as error:
            raise KnownProblem(
                "The note on an unfinished restore (swap.json) is damaged. Nothing was lost: both desks are in the "
                "folder. Ask whoever looks after this computer to make a copy of it before going on."
            ) from error
        incoming, aside = profile.folder / order.incoming, profile.folder / order.aside
        if (incoming / "desk.db").exists():
            for name in _WITHOUT_SUCCESSOR:
                _move(profile.folder / name, aside / name)
        for name in _REPLACED:
            if (incoming / name).exists():
                _move(profile.folder / name, aside / name)
                (incoming / name).rename(profile.folder / name)
        for folder in (profile.folder, aside, incoming):
            sync_folder(folder)
        path.unlink()
        if not any(aside.iterdir()):
            aside.rmdir()
        sync_folder(profile.folder)


def settle(profile: Profile) -> None:
    """Finish what a broken-off restore has left, if anything; whoever opens a vault does this first."""
    if profile.swap.exists():
        with hold_alone(profile):
            finish_swap(profile)


def _move(source: Path, target: Path) -> None:
    if not source.exists():
        return
    if target.exists():  # moved before the break; an empty folder has been made anew since
        source.rmdir()
    else:
        source.rename(target)
