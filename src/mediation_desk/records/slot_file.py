"""``vault.json``: the slots of a vault on the disk.

Every slot stands on a line of its own with a checksum, so that damage to one leaves the others usable.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_, Say
from mediation_desk.records.disk import translating_disk_errors
from mediation_desk.records.durable import write_durably
from mediation_desk.records.profile import Profile
from mediation_desk.records.slots import Kind, Slot
from mediation_desk.records.swap import settle

_TITLE = b"mediation-desk vault 1"
_BEGINNING = '{"check": '

_WAYS: dict[Kind, str] = {
    "keyring": N_("this account's keyring"),
    "passphrase": N_("the passphrase"),
    "recovery": N_("the recovery code"),
}


@dataclass(frozen=True, slots=True)
class SlotFile:
    """``vault.json`` as read: the slots in good order, lines of a newer program kept as they are, and any damage."""

    slots: tuple[Slot, ...]
    foreign: tuple[bytes, ...] = ()
    damaged: bool = False

    def slot(self, kind: Kind) -> Slot | None:
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def with_slot(self, new: Slot) -> SlotFile:
        return SlotFile((*self.without(new.kind).slots, new), self.foreign)

    def without(self, kind: Kind) -> SlotFile:
        return SlotFile(tuple(slot for slot in self.slots if slot.kind != kind), self.foreign)

    def encode(self) -> bytes:
        """The whole file: one JSON document, a slot a line."""
        lines = [*(_line(msgspec.json.encode(slot)) for slot in self.slots), *self.foreign]
        return b'{"format": "%s", "slots": [\n%s\n]}\n' % (_TITLE, b",\n".join(lines))


class _Line(msgspec.Struct):
    check: str
    slot: msgspec.Raw


def _line(slot: bytes) -> bytes:
    return b'{"check": "%s", "slot": %s}' % (_digest(slot), slot)


def _digest(slot: bytes) -> bytes:
    return hashlib.sha256(slot).hexdigest()[:16].encode()


def read_slots(content: bytes) -> SlotFile:
    """Read a ``vault.json``, taking from a damaged one every slot that is still whole."""
    slots: list[Slot] = []
    foreign: list[bytes] = []
    for line in _lines(content):
        slot = _read_line(line)
        if isinstance(slot, Slot):
            slots.append(slot)
        elif slot is not None:
            foreign.append(slot)
    found = SlotFile(tuple(slots), tuple(foreign))
    return found if found.encode() == content else replace(found, damaged=True)


def _lines(content: bytes) -> Iterator[bytes]:
    """Whatever begins like a slot's line and is JSON to its end; nothing is asked of the bytes between."""
    text = content.decode("latin-1")  # any byte at all, so that places in the text are places in the bytes
    start = text.find(_BEGINNING)
    while start >= 0:
        try:
            _value, end = json.JSONDecoder().raw_decode(text, start)
        except json.JSONDecodeError:
            end = start + 1
        else:
            yield content[start:end]
        start = text.find(_BEGINNING, end)


def _read_line(line: bytes) -> Slot | bytes | None:
    """The slot, or the line itself when it is whole but of a newer program, or None when it is damaged."""
    try:
        read = msgspec.json.decode(line, type=_Line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if read.check.encode() != _digest(bytes(read.slot)):
        return None
    try:
        return msgspec.json.decode(read.slot, type=Slot)
    except msgspec.ValidationError:
        return line


def load_slots(profile: Profile) -> SlotFile:
    """The profile's slots, as many as are whole. ``KnownProblem`` when there is no ``vault.json``."""
    settle(profile)
    try:
        with translating_disk_errors():
            return read_slots(profile.vault.read_bytes())
    except FileNotFoundError as error:
        if not profile.exists:
            raise KnownProblem("No desk lives in this folder yet. Set one up first.") from error
        raise KnownProblem(
            "The file with the desk's keys (vault.json) is missing. The records are still there but cannot be opened. "
            "Put the file back, or restore the latest backup."
        ) from error


def write_slots(profile: Profile, slots: SlotFile) -> None:
    """Replace ``vault.json``; after a power cut either the old one is there or the new one."""
    with translating_disk_errors():
        write_durably(profile.vault, slots.encode())


def keep_aside(profile: Profile) -> None:
    """Move a ``vault.json`` that has no desk beside it out of the way. A key is never thrown away."""
    if profile.vault.exists():
        with translating_disk_errors():
            number = len(list(profile.folder.glob("vault.*.json"))) + 1
            profile.vault.rename(profile.folder / f"vault.{number}.json")


def ways_left(slots: SlotFile) -> KnownProblem:
    """Why the way that was tried does not exist, and which others do."""
    ways = [Say(_WAYS[slot.kind]) for slot in slots.slots]
    if not ways:
        return KnownProblem(
            "The file with the desk's keys (vault.json) is damaged and no way in is left in it. "
            "The records are still there but cannot be opened. Restore the latest backup."
        )
    if slots.damaged:
        return KnownProblem(
            "The file with the desk's keys (vault.json) is damaged, and this way in with it. "
            "The records are safe. Still open: {ways}.",
            ways=_listed(ways),
        )
    return KnownProblem("This desk is not opened in that way. It is opened by: {ways}.", ways=_listed(ways))


def _listed(ways: list[Say]) -> Say:
    *before, last = ways
    return Say("{before}, {last}", {"before": _listed(before), "last": last}) if before else last
