"""The note a restore leaves: this desk must take a new id before it writes again.

A restored desk and the one it was copied from would else go on numbering their changes alike (design: *Sync*, the same
``desk_seq`` with another digest). The note outlives a crash between the restore and the new id.
"""

from __future__ import annotations

from mediation_desk.records.disk import translating_disk_errors
from mediation_desk.records.durable import sync_folder, write_durably
from mediation_desk.records.profile import Profile


def note_fork(profile: Profile) -> None:
    """Say that the desk in ``profile`` is a copy of another."""
    with translating_disk_errors():
        write_durably(profile.fork, b"{}\n")


def fork_pending(profile: Profile) -> bool:
    """Whether this desk was restored and has not yet taken a new id."""
    return profile.fork.exists()


def fork_settled(profile: Profile) -> None:
    """The desk has its new id, committed."""
    with translating_disk_errors():
        profile.fork.unlink(missing_ok=True)
        sync_folder(profile.folder)
