"""The log of a centre as it travels: entries that chain to one another, pages of them, and what is said when two
logs differ."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from mediation_desk.journal.op import Op, digest, from_bytes
from mediation_desk.sync.wire.frames import shortened, whole
from mediation_desk.sync.wire.malformed import Malformed
from mediation_desk.sync.wire.revisions import follows
from mediation_desk.sync.wire.seals import Mark, SignedHead, head_holds


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """One op in a centre's log: its revision, the branch of its desk's chain, its digest, central's answer, its bytes.

    ``answer``: the bytes of ``merge.answers.Answer`` as central first wrote them. On the way to a desk one of digest and
    body is empty: the body of an op which that desk has, the digest of any other, as its body says it.
    """

    revision: int
    branch: int
    digest: str
    answer: bytes
    body: bytes = b""


def after(before: str, entry: Entry) -> str:
    """The digest of a log that ends in ``entry``, from the digest of the log before it ("" for an empty one)."""
    head = f"{before}\n{entry.revision}\n{entry.branch}\n{entry.digest}\n".encode()
    return "sha256:" + hashlib.sha256(head + entry.answer).hexdigest()


def marks(start: Mark, entries: Iterable[Entry]) -> list[Mark]:
    """The place of each entry in a log that stood at ``start`` before them; ``Malformed`` when a number is skipped."""
    out = []
    at = start
    for entry in entries:
        if not follows(at.revision, entry.revision):
            raise Malformed("the log has a gap")
        at = Mark(entry.revision, after(at.digest, entry))
        out.append(at)
    return out


class Page(msgspec.Struct, frozen=True, kw_only=True, tag="page"):
    """A stretch of a centre's log. ``end``: central's word for the log up to its last entry (or ``start`` without
    one); ``newest``: the last revision there is."""

    centre_id: str
    start: Mark
    entries: list[Entry]
    end: SignedHead
    newest: int


class Differs(msgspec.Struct, frozen=True, kw_only=True, tag="differs"):
    """Central's log is not the one the desk has up to its mark: places of central's log, the newest first, so that the
    desk finds the last one both have. ``wanted``: central was restored and asks for what comes after that place."""

    centre_id: str
    marks: list[Mark]
    wanted: bool = False


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """Entries that a desk gives back to a central that lost them: after ``start``, under central's own earlier word."""

    start: Mark
    entries: list[Entry]
    head: SignedHead


def without_own(page: Page, own: Callable[[str], bool]) -> Page:
    """The page as it goes to a desk that holds the ops with the digests ``own`` says: theirs come without their bytes.

    In the others the digest of the op before is left out where it is the entry before.
    """
    entries = []
    prev = ""
    for entry in page.entries:
        if own(entry.digest):
            entries.append(msgspec.structs.replace(entry, body=b""))
        else:
            entries.append(msgspec.structs.replace(entry, digest="", body=shortened(entry.body, prev)))
        prev = entry.digest
    return msgspec.structs.replace(page, entries=entries)


class Pulled(NamedTuple):
    """An entry with its bytes, its place in the log, and its op."""

    entry: Entry
    mark: Mark
    op: Op


def check_page(page: Page, public: str, own: Callable[[str], bytes | None]) -> list[Pulled]:
    """The entries of a page, each whole and with its place, verified up to central's word; ``Malformed`` if not.

    ``own``: the bytes of an op of this desk by digest, for entries that came without.
    """
    return _checked(page.centre_id, page.start, page.entries, page.end, public, own)


def check_kept(kept: Kept, public: str) -> list[Pulled]:
    """What a desk gives back, verified by central against its own word, whose public key is given."""
    return _checked(kept.head.centre_id, kept.start, kept.entries, kept.head, public, lambda _: None)


def _checked(
    centre_id: str,
    start: Mark,
    given: list[Entry],
    end: SignedHead,
    public: str,
    own: Callable[[str], bytes | None],
) -> list[Pulled]:
    entries = []
    prev = ""
    for entry in given:
        entries.append(_filled(entry, prev, own))
        prev = entries[-1].digest
    places = marks(start, entries)
    last = places[-1] if places else start
    if end.centre_id != centre_id or end.mark != last or not head_holds(end, public):
        raise Malformed("the log is not what central signed")
    return [Pulled(e, place, _op(e)) for e, place in zip(entries, places, strict=True)]


def _op(entry: Entry) -> Op:
    try:
        return from_bytes(entry.body)
    except msgspec.DecodeError as error:
        raise Malformed("an op cannot be read") from error


def _filled(entry: Entry, prev: str, own: Callable[[str], bytes | None]) -> Entry:
    body = whole(entry.body, prev) if entry.body else own(entry.digest)
    if body is None:
        raise Malformed("an op that this desk does not have")
    found = digest(body)
    if entry.digest not in ("", found):
        raise Malformed("an op is not the one its digest names")
    return msgspec.structs.replace(entry, digest=found, body=body)


def shown(newest: int) -> list[int]:
    """The numbers of the entries whose places central shows when two logs differ: ever further back from the newest, so
    that few of them reach the first."""
    out = []
    back = 0
    while back < newest:
        out.append(newest - back)
        back = 2 * back + 1
    return [*out, 0]
