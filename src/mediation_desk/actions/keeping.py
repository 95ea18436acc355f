"""Backup and restore as a person does them, and the reminder."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from sqlalchemy import func, select

from mediation_desk.actions.desk import Desk, open_desk, system_random
from mediation_desk.actions.infix import choose_infix
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Centre
from mediation_desk.domain.roles import BACKUP
from mediation_desk.domain.words import N_, Say
from mediation_desk.journal.ids import Clock, system_clock
from mediation_desk.records.backup import BackupDone, write_backup
from mediation_desk.records.engine import reading
from mediation_desk.records.last_backup import last_backup
from mediation_desk.records.meter import Progress
from mediation_desk.records.profile import Profile
from mediation_desk.records.restore import Restored, restore_backup
from mediation_desk.records.tables import RECORD_TABLES
from mediation_desk.records.vault import Rng, open_with_passphrase, open_with_recovery

_COUNTED = ("case", "paper")


def backup(seat: Seat, target: Path, progress: Progress | None = None) -> BackupDone:
    """Write a backup of the whole desk to ``target``, encrypted under the desk's key, and read it back.

    ``KnownProblem`` when the place does not take it; what was at ``target`` before is still there then.
    """
    seat.require(BACKUP)
    desk = seat.desk
    return write_backup(
        desk.store.engine,
        desk.blobs,
        desk.vault,
        target,
        now=desk.store.clock(),
        desk="、".join(c.short_name for c in _centres(desk)),
        counts=_counts(desk),
        progress=progress,
    )


def restore(
    file: Path,
    profile: Profile,
    *,
    passphrase: str | None = None,
    recovery: str | None = None,
    infix: str | None = None,
    clock: Clock = system_clock,
    rng: Rng = system_random,
    progress: Progress | None = None,
) -> tuple[Desk, Restored]:
    """Put a backup in the place of what is in ``profile`` (kept aside), and open it.

    Opened by the passphrase the desk had when the backup was made, or by its recovery code. The desk takes a new
    identity, as the one it was copied from may still be at work, and needs new digits for its numbers: ``infix``, or
    later by ``choose_infix``. ``KnownProblem`` leaves the profile as it was.
    """
    if passphrase is None and recovery is None:
        raise KnownProblem("A backup is opened by the desk's passphrase or by its recovery code. Nothing was changed.")
    done = restore_backup(
        file, profile, passphrase=passphrase, recovery=recovery, now=clock(), rng=rng, progress=progress
    )
    if recovery is not None:
        vault = open_with_recovery(profile, recovery, rng=rng)
    else:
        vault = open_with_passphrase(profile, passphrase or "", rng=rng)
    desk = open_desk(profile, vault, clock)
    try:
        if infix is not None:
            choose_infix(desk.store, infix)
    except BaseException:
        desk.close()
        raise
    return desk, done


def backup_due(desk: Desk, today: date) -> Say | None:
    """The reminder, when the last backup is older than the shortest time a centre of the desk has chosen."""
    days = min((c.backup_days for c in _centres(desk)), default=None)
    if days is None:
        return None
    last = last_backup(desk.profile)
    if last is None:
        return Say(N_("This desk has never been backed up."))
    age = (today - day_in_china(last.made_at)).days
    return Say(N_("The last backup is {days} days old."), {"days": age}) if age > days else None


def last_backup_at(desk: Desk) -> datetime | None:
    """When this desk was last backed up (UTC); None when never."""
    last = last_backup(desk.profile)
    return last.made_at if last else None


def _centres(desk: Desk) -> list[Centre]:
    with desk.store.read() as reader:
        return reader.find(Centre)


def _counts(desk: Desk) -> dict[str, int]:
    with reading(desk.store.engine) as connection:
        return {
            kind: int(connection.execute(select(func.count()).select_from(RECORD_TABLES[kind])).scalar_one())
            for kind in _COUNTED
        }
