"""The file of a backup: an open head that says what it is, then one sealed stream that holds everything.

The head carries the vault's slots, so that the passphrase or the recovery code opens the backup on any machine. It is
bound to the stream: with one byte of it changed, nothing opens.
"""

from __future__ import annotations

import hashlib
import struct
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_, Say
from mediation_desk.records.disk import translating_disk_errors
from mediation_desk.records.meter import Sink, Source
from mediation_desk.records.sealed import SealDamaged
from mediation_desk.records.slot_file import SlotFile, read_slots

_MAGIC = b"MDBACKUP"
_FORMAT = 1
_FIXED = struct.Struct(f">{len(_MAGIC)}sHI")  # magic, format, length of the head
_DIGEST = hashlib.sha256().digest_size
_LONGEST = 1 << 20  # bytes of a head; a damaged length must not fill the memory

_MAY_NOT_READ = N_("The backup may not be read at that place. Nothing was changed. Copy it to a folder of your own.")

DATABASE = "desk.db"
BLOBS = "blobs/"


class BackupHeader(msgspec.Struct, frozen=True):
    """What anyone may read of a backup: nothing personal. ``counts``: how many of what, ``{"case": 30}``."""

    made_at: datetime
    desk: str
    counts: dict[str, int]


class _Head(msgspec.Struct, frozen=True):
    about: BackupHeader
    slots: str


def write_head(file: Sink, header: BackupHeader, slots: SlotFile) -> bytes:
    """Write the head; returns the context that the sealed stream after it must have."""
    content = msgspec.json.encode(_Head(header, slots.encode().decode()))
    fixed = _FIXED.pack(_MAGIC, _FORMAT, len(content))
    digest = hashlib.sha256(fixed + content).digest()
    file.write(fixed + content + digest)
    return _context(digest)


class Head(NamedTuple):
    """The head as read: what it says, the ways to the key, the context of the stream and where that begins."""

    header: BackupHeader
    slots: SlotFile
    context: bytes
    length: int


def read_head(file: Source) -> Head:
    """The head of an open backup. ``SealDamaged`` when it is not whole."""
    fixed = file.read(_FIXED.size)
    if not fixed.startswith(_MAGIC):
        raise SealDamaged("foreign", 0)
    if len(fixed) < _FIXED.size:
        raise SealDamaged("cut", len(fixed))
    _magic, version, length = _FIXED.unpack(fixed)
    if length > _LONGEST:
        raise SealDamaged("head", 0)
    content = file.read(length)
    digest = file.read(_DIGEST)
    read = len(fixed) + len(content) + len(digest)
    if len(digest) < _DIGEST:
        raise SealDamaged("cut", read)
    if hashlib.sha256(fixed + content).digest() != digest:
        raise SealDamaged("head", 0)
    if version != _FORMAT:
        raise SealDamaged("newer", 0)
    stored = msgspec.json.decode(content, type=_Head)
    return Head(stored.about, read_slots(stored.slots.encode()), _context(digest), read)


def _context(digest: bytes) -> bytes:
    return b"backup " + digest


def read_backup_header(file: Path) -> BackupHeader:
    """What a backup says of itself without being opened: when, which desk, how many."""
    try:
        with open_backup(file) as source:
            return read_head(source).header
    except SealDamaged as damage:
        raise unusable(damage.sentence) from damage


def may_replace(file: Path) -> bool:
    """Whether a backup may take this place: nothing is there, or an empty file, or another backup."""
    if not file.exists():
        return True
    if not file.is_file():
        return False
    with open_backup(file) as source:
        return source.read(len(_MAGIC)) in (b"", _MAGIC)


def open_backup(file: Path) -> BinaryIO:
    """The file, open for reading; ``KnownProblem`` when it is not there."""
    try:
        with translating_disk_errors(read_only=_MAY_NOT_READ):
            return file.open("rb")
    except (FileNotFoundError, IsADirectoryError) as error:
        raise KnownProblem("There is no backup at this place. Nothing was changed.") from error


def unusable(how: Say) -> KnownProblem:
    """Why a backup is refused."""
    return KnownProblem(
        "This backup cannot be used: {how}. Nothing was changed; the desk is as it was. Try an earlier backup.", how=how
    )
