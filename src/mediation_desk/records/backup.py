"""Backup: everything a desk keeps, of one moment, in one sealed file that is read back before it counts."""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from sqlalchemy import Engine

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_
from mediation_desk.records.backup_file import (
    BLOBS,
    DATABASE,
    BackupHeader,
    may_replace,
    open_backup,
    read_head,
    write_head,
)
from mediation_desk.records.blobs import BlobFault, BlobStore
from mediation_desk.records.disk import translating_disk_errors
from mediation_desk.records.durable import open_private, sync_folder
from mediation_desk.records.last_backup import LastBackup, note_last_backup
from mediation_desk.records.meter import Meter, MeteredSink, MeteredSource, Progress
from mediation_desk.records.sealed import PART, SealDamaged, SealReader, SealWriter
from mediation_desk.records.snapshot import take_snapshot
from mediation_desk.records.vault import Vault

_MAY_NOT_WRITE = N_("The backup may not be written at that place. Nothing was changed. Choose another folder.")

PURPOSE = "backup"  # names the key that is derived from the vault's


@dataclass(frozen=True, slots=True)
class BackupDone:
    """A backup that was written and read back. ``faults``: blobs that were damaged before they were copied."""

    header: BackupHeader
    size: int
    digest: str
    blobs: int
    faults: tuple[BlobFault, ...]


def write_backup(
    engine: Engine,
    blobs: BlobStore,
    vault: Vault,
    target: Path,
    *,
    now: datetime,
    desk: str,
    counts: Mapping[str, int],
    progress: Progress | None = None,
) -> BackupDone:
    """Write a backup to ``target`` while the desk goes on working; an older file there is replaced at the very end.

    ``desk``: the desk's short name; ``counts``: how many of what; both stand open in the file, so nothing personal.
    Raises ``KnownProblem``: no room, a place that cannot be written or where something else than a backup lies, a damaged
    database, or a file that does not read back as it was written. Nothing unfinished is left behind.
    """
    if not target.parent.is_dir() or target.is_dir():
        raise KnownProblem("The backup cannot be put there. Name a file in a folder that exists. Nothing was changed.")
    if not may_replace(target):
        raise KnownProblem(
            "There is another file at that place, and it is no backup. Nothing was changed. Give the backup a name of its own."
        )
    header = BackupHeader(now, desk, dict(counts))
    with vault.profile.temporary_folder() as folder, _unfinished(target) as file:
        snapshot = folder / DATABASE
        take_snapshot(engine, vault.key, snapshot)
        paths = blobs.paths()
        meter = Meter(progress, 2 * sum(path.stat().st_size for path in (snapshot, *paths)))
        context = write_head(file, header, vault.portable_slots)
        writer = SealWriter(file, vault.derive(PURPOSE), context, vault.random)
        sink = MeteredSink(writer, meter)
        with tarfile.open(fileobj=cast("BinaryIO", sink), mode="w|", bufsize=PART) as archive:
            faults = tuple(_fill(archive, snapshot, blobs, paths))
        writer.close()
        _force_out(file)
        size = file.tell()
        digest = _prove(_part(target), vault, sink.digest(), meter)
    note_last_backup(vault.profile, LastBackup(now, size, digest))
    return BackupDone(header, size, digest, len(paths), faults)


@contextmanager
def _unfinished(target: Path) -> Iterator[BinaryIO]:
    """A file beside ``target`` that takes its place when the block ends, and is removed when it raises."""
    path = _part(target)
    try:
        with translating_disk_errors(read_only=_MAY_NOT_WRITE):
            with open_private(path) as file:
                yield file
            path.replace(target)
            sync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise


def _part(target: Path) -> Path:
    return target.with_name(target.name + ".part")


def _fill(archive: tarfile.TarFile, snapshot: Path, blobs: BlobStore, paths: tuple[Path, ...]) -> Iterator[BlobFault]:
    """Put everything into the archive; yields the blobs found damaged, which are copied as they are."""
    with snapshot.open("rb") as content:
        archive.addfile(_entry(DATABASE, snapshot.stat().st_size), content)
    for path in paths:
        sealed = path.read_bytes()
        archive.addfile(_entry(BLOBS + path.name, len(sealed)), io.BytesIO(sealed))
        found = blobs.inspect(path.name, sealed)
        if isinstance(found, BlobFault):
            yield found


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)  # no owner and no time: the head says when
    entry.size = size
    return entry


def _force_out(file: BinaryIO) -> None:
    """To the disk, and out of the system's memory where it lets us, so that reading back reads the disk."""
    file.flush()
    os.fsync(file.fileno())
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _prove(path: Path, vault: Vault, sealed: str, meter: Meter) -> str:
    """Read the whole file back and compare; its SHA-256."""
    with open_backup(path) as file:
        source = MeteredSource(file, meter)
        try:
            head = read_head(source)
            reader = SealReader(source, vault.derive(PURPOSE), head.context, base=head.length)
            content = MeteredSource(reader, Meter(None, 0))
            while content.read(PART):
                pass
        except SealDamaged as damage:
            raise KnownProblem(
                "The backup did not come out as it was written: {how}. It was removed. The desk is as it was; "
                "put the backup on another disk.",
                how=damage.sentence,
            ) from damage
    if content.digest() != sealed:
        raise ValueError("a backup whose seals hold gives other bytes than were sealed")
    return source.digest()
