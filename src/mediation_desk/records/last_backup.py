"""When this desk was last backed up, and whether it is time again."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from mediation_desk.records.disk import translating_disk_errors
from mediation_desk.records.durable import write_durably
from mediation_desk.records.profile import Profile


class LastBackup(msgspec.Struct, frozen=True):
    """The last backup that was read back whole: its moment, bytes and SHA-256. Where it was put is not kept."""

    made_at: datetime
    size: int
    digest: str


def note_last_backup(profile: Profile, last: LastBackup) -> None:
    """Remember a backup."""
    with translating_disk_errors():
        write_durably(profile.last_backup, msgspec.json.encode(last))


def last_backup(profile: Profile) -> LastBackup | None:
    """The last backup of this desk; None when there was none or the note of it cannot be read."""
    try:
        with translating_disk_errors():
            return msgspec.json.decode(profile.last_backup.read_bytes(), type=LastBackup)
    except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def backup_due(last: LastBackup | None, now: datetime, every: timedelta) -> bool:
    """Whether the last backup is older than the centre's choice, or there is none."""
    return last is None or now - last.made_at > every
