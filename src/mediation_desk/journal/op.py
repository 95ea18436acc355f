"""The op: one change of one record, its bytes as first written, and their digest."""

from __future__ import annotations

import hashlib
from typing import Any, Final

import msgspec

SCHEMA: Final = 1
CREATE: Final = "create"
AMEND: Final = "amend"
VOID: Final = "void"
RESTORE: Final = "restore"  # what was taken out counts again, as it was


class Op(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who changed what, when, at which desk, why, from what to what.

    ``changes`` maps a field to ``[old, new]`` in plain form; a create has ``None`` for every old value and leaves
    out what keeps its default. ``desk_seq`` and ``prev`` (the digest of the op before it) are gapless per desk and
    centre. ``seen``: the central revision of the changed groups when they were read, by group; empty without
    central. ``resolves``: ops whose difference this one decides. ``undoes``: the unit taken back by this one.
    """

    op_id: str
    desk_id: str
    centre_id: str
    desk_seq: int
    unit_id: str
    purpose: str
    kind: str
    record_id: str
    action: str
    actor: str
    at: str
    schema: int
    prev: str
    case_id: str | None = None
    changes: dict[str, list[Any]] = {}
    seen: dict[str, int] = {}
    resolves: list[str] = []
    undoes: str | None = None


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Op)


def to_bytes(op: Op) -> bytes:
    """The bytes of an op. Made once, when it is first written; stored and sent as they are ever after."""
    return _encoder.encode(op)


def from_bytes(body: bytes) -> Op:
    """Read an op; ``msgspec.DecodeError`` (of which ``ValidationError`` is one) when the bytes are not one."""
    try:
        return _decoder.decode(body)
    except UnicodeDecodeError as error:
        # What msgspec lets through of a text that is not UTF-8.
        raise msgspec.DecodeError("not UTF-8") from error


def digest(body: bytes) -> str:
    """The digest of an op's bytes, with the name of its algorithm."""
    return "sha256:" + hashlib.sha256(body).hexdigest()
