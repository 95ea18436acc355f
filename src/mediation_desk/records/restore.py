"""Restore: a backup opened, proved and put in a profile's place, or refused with the profile untouched."""

from __future__ import annotations

import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, cast

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_, Say
from mediation_desk.records.backup import PURPOSE
from mediation_desk.records.backup_file import (
    BLOBS,
    DATABASE,
    BackupHeader,
    open_backup,
    read_head,
    unusable,
)
from mediation_desk.records.blobs import BLOB_NAME, BlobFault, BlobStore
from mediation_desk.records.disk import translating_disk_errors
from mediation_desk.records.durable import open_private, sync_folder
from mediation_desk.records.engine import cipher_check, open_engine, reading
from mediation_desk.records.fork import note_fork
from mediation_desk.records.last_backup import LastBackup, note_last_backup
from mediation_desk.records.lock import hold_alone
from mediation_desk.records.meter import Meter, MeteredSource, Progress
from mediation_desk.records.profile import Profile
from mediation_desk.records.recovery_code import read_recovery_code
from mediation_desk.records.sealed import PART, SealDamaged, SealReader
from mediation_desk.records.slot_file import SlotFile, write_slots
from mediation_desk.records.swap import finish_swap, incoming_folder, swap_in
from mediation_desk.records.vault import Rng, Vault, passphrase_bytes, unlock


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that has taken the profile's place.

    ``aside``: where the desk lies that was there before, if one was. ``faults``: blobs that were damaged already when
    the backup was made. ``needs_new_desk_id``: the desk must take a new id before it writes (see ``fork``).
    """

    header: BackupHeader
    aside: Path | None
    faults: tuple[BlobFault, ...]
    needs_new_desk_id: bool = True


def restore_backup(
    file: Path,
    profile: Profile,
    *,
    passphrase: str | None = None,
    recovery: str | None = None,
    now: datetime,
    rng: Rng = os.urandom,
    progress: Progress | None = None,
) -> Restored:
    """Put the backup in ``file`` in the place of whatever is in ``profile``, which is kept aside.

    Opened by the passphrase the desk had when the backup was made, or by its recovery code. Nobody else may have the
    profile open. Raises ``KnownProblem`` with the profile as it was: wrong passphrase, damaged or truncated file (the
    place is named), no room.
    """
    profile.prepare()
    with hold_alone(profile), translating_disk_errors():
        finish_swap(profile)
        profile.clear_temporary()
        with open_backup(file) as source, _incoming(profile) as incoming:
            metered = MeteredSource(source, Meter(progress, file.stat().st_size))
            with _refusing_damage():
                head = read_head(metered)
                vault = _open_vault(incoming, head.slots, passphrase, recovery, rng)
                reader = SealReader(metered, vault.derive(PURPOSE), head.context, base=head.length)
                _unpack(reader, incoming)
            faults = _prove(incoming, vault)
            write_slots(incoming, vault.portable_slots)
            note_last_backup(incoming, LastBackup(head.header.made_at, file.stat().st_size, metered.digest()))
            note_fork(incoming)
            aside = _aside(profile, now)
            replaced = profile.exists
            swap_in(profile, incoming.folder, aside)
    return Restored(head.header, aside if replaced else None, faults)


@contextmanager
def _incoming(profile: Profile) -> Iterator[Profile]:
    """A profile inside the profile, in which the desk is put together; removed unless its swap is under way."""
    incoming = Profile(incoming_folder(profile))
    try:
        incoming.blobs.mkdir(mode=0o700)
        yield incoming
    finally:
        if not profile.swap.exists():
            shutil.rmtree(incoming.folder, ignore_errors=True)


@contextmanager
def _refusing_damage() -> Iterator[None]:
    try:
        yield
    except SealDamaged as damage:
        raise unusable(damage.sentence) from damage


def _open_vault(incoming: Profile, slots: SlotFile, passphrase: str | None, recovery: str | None, rng: Rng) -> Vault:
    if recovery is not None:
        vault = unlock(incoming, slots, "recovery", read_recovery_code(recovery).encode(), rng)
    else:
        vault = unlock(incoming, slots, "passphrase", passphrase_bytes(passphrase or ""), rng)
    if vault is None:
        raise KnownProblem(
            "This does not open the backup. A backup keeps the passphrase and the recovery code that the desk had when it "
            "was made. Nothing was changed."
        )
    return vault


def _unpack(reader: SealReader, incoming: Profile) -> None:
    """Write what the backup holds into ``incoming``, each file forced to the disk."""
    with tarfile.open(fileobj=cast("BinaryIO", reader), mode="r|", bufsize=PART) as archive:
        for member in archive:
            content = archive.extractfile(member)
            if content is None:
                raise SealDamaged("newer", 0)
            with open_private(_place(member.name, incoming)) as file:
                shutil.copyfileobj(content, file, PART)
                file.flush()
                os.fsync(file.fileno())
    reader.drain()
    sync_folder(incoming.blobs)


def _place(name: str, incoming: Profile) -> Path:
    """Where a member belongs: only the names that this program gives lead anywhere."""
    if name == DATABASE:
        return incoming.database
    if name.startswith(BLOBS) and BLOB_NAME.fullmatch(blob := name.removeprefix(BLOBS)):
        return incoming.blobs / blob
    raise SealDamaged("newer", 0)


def _prove(incoming: Profile, vault: Vault) -> tuple[BlobFault, ...]:
    """Open the database and every blob; the blobs that were damaged already when they were copied."""
    engine = open_engine(incoming.database, vault.key)
    try:
        with reading(engine) as connection:
            faults = cipher_check(connection).faults
    finally:
        engine.dispose()
    if faults:
        raise unusable(Say(N_("its database is damaged")))
    found = BlobStore(incoming.blobs, vault).verify()
    return tuple(blob for blob in found if isinstance(blob, BlobFault))


def _aside(profile: Profile, now: datetime) -> Path:
    """A folder that does not exist yet, named by the moment."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    folder, number = profile.aside / stamp, 1
    while folder.exists():
        number += 1
        folder = profile.aside / f"{stamp}-{number}"
    return folder
