"""Ops as they travel: the bytes as first written. The digest of the op before, which the receiver knows, is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

import msgspec

from mediation_desk.journal.op import Op, digest, from_bytes
from mediation_desk.sync.wire import limits
from mediation_desk.sync.wire.malformed import Malformed
from mediation_desk.sync.wire.revisions import MOST

_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_STRING: Final = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKET: Final = re.compile(rb"[\[\]{}]")
_LEFT_OUT: Final = b'"prev":"^"'


class Frame(NamedTuple):
    """An op with its bytes and their digest."""

    body: bytes
    digest: str
    op: Op


def frame(body: bytes) -> Frame:
    """Read an op that came from outside. ``Malformed`` when it is none, or beyond what an op may hold."""
    if len(body) > limits.MOST_OP:
        raise Malformed("an op is too large")
    if body.count(b"[") + body.count(b"{") > limits.MOST_DEPTH and _depth(body) > limits.MOST_DEPTH:
        raise Malformed("an op is nested too deep")
    try:
        op = from_bytes(body)
    except msgspec.DecodeError as error:
        raise Malformed("an op cannot be read") from error
    _check(op)
    return Frame(body, digest(body), op)


def leave_out(bodies: Iterable[bytes], prev: str) -> list[bytes]:
    """The bytes of consecutive ops for the wire. ``prev``: the digest of the op before the first, "" for none known."""
    out = []
    for body in bodies:
        out.append(shortened(body, prev))
        prev = digest(body)
    return out


def shortened(body: bytes, prev: str) -> bytes:
    """An op's bytes without the digest ``prev`` before it, where they name just that one."""
    short = body.replace(_named(prev), _LEFT_OUT) if prev else body
    return short if whole(short, prev) == body else body


def whole(body: bytes, prev: str) -> bytes:
    """An op's bytes as they were written, when ``prev`` is the digest that ``shortened`` was given."""
    return body.replace(_LEFT_OUT, _named(prev))


def _named(prev: str) -> bytes:
    return b'"prev":"' + prev.encode() + b'"'


def _check(op: Op) -> None:
    ids = [op.op_id, op.desk_id, op.centre_id, op.unit_id, op.record_id, op.actor, *op.resolves]
    ids += [i for i in (op.case_id, op.undoes) if i is not None]
    if not all(map(_ID.fullmatch, ids)):
        raise Malformed("an identity is none")
    if op.desk_seq < 1 or not 1 <= op.schema <= MOST:
        raise Malformed("an op has a number that cannot be")
    if any(not 0 <= seen <= MOST for seen in op.seen.values()):
        raise Malformed("an op has seen what cannot be")
    if any(len(pair) != 2 for pair in op.changes.values()):
        raise Malformed("a change is not from one value to another")
    if max(len(op.changes), len(op.seen), len(op.resolves)) > limits.MOST_FIELDS:
        raise Malformed("an op changes too much")
    if max(map(len, (op.kind, op.action, op.purpose, op.at, *op.changes, *op.seen))) > limits.MOST_NAME:
        raise Malformed("a name in an op is too long")


def _depth(body: bytes) -> int:
    """How deep the brackets of a JSON text stand in one another, those inside its strings left out."""
    deepest = depth = 0
    for bracket in _BRACKET.findall(_STRING.sub(b"", body)):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest
