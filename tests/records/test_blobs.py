"""Blobs: encrypted, under names that tell nothing, on the disk before anyone refers to them, every one provable."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from tests.records.faults import fill, refusal, small_disk
from tests.records.kept import Kept, make_kept

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.blobs import BlobFault, BlobRef, BlobStore

PAPER = "人民调解协议书 张秀兰 410802199003078888".encode() * 40
DIGEST = hashlib.sha256(PAPER).hexdigest()


def test_what_was_put_is_got(kept: Kept) -> None:
    """By the digest of the content, as often as one likes; putting it again makes no second file."""
    ref = kept.blobs.put(PAPER)
    assert ref == BlobRef(DIGEST, len(PAPER))
    assert kept.blobs.put(PAPER) == ref
    assert len(kept.blobs.paths()) == 1
    assert kept.blobs.exists(DIGEST)
    assert kept.blobs.get(DIGEST) == PAPER
    assert kept.blobs.put(b"") == BlobRef(hashlib.sha256(b"").hexdigest(), 0)
    assert kept.blobs.get(hashlib.sha256(b"").hexdigest()) == b""


def test_many_put_the_same_at_once(kept: Kept) -> None:
    """A paper and its copy, stored by two workers: one whole blob."""
    with ThreadPoolExecutor(8) as pool:
        refs = list(pool.map(kept.blobs.put, [PAPER] * 24))
    assert len(set(refs)) == 1
    assert list(kept.blobs.verify()) == [refs[0]]
    assert len(list(kept.profile.blobs.iterdir())) == 1


def test_neither_name_nor_bytes_tell_anything(kept: Kept) -> None:
    """The content's digest is not the name: else anyone could see that a known paper is there."""
    kept.blobs.put(PAPER)
    (path,) = kept.blobs.paths()
    assert path.name != DIGEST
    assert "张秀兰".encode() not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


def test_one_changed_byte_is_found_and_mended_by_putting_again(kept: Kept) -> None:
    """Reading refuses it, verifying names it, and the same content put again heals it."""
    good = kept.blobs.put(b"another")
    kept.blobs.put(PAPER)
    path = kept.blobs.path_of(DIGEST)
    whole = path.read_bytes()
    for seed in range(20):
        changed = bytearray(whole)
        changed[Random(seed).randrange(len(whole))] ^= 1 << seed % 8
        path.write_bytes(changed)
        with pytest.raises(KnownProblem, match="damaged on the disk"):
            kept.blobs.get(DIGEST)
    found = list(kept.blobs.verify())
    assert good in found
    assert [fault.name for fault in found if isinstance(fault, BlobFault)] == [path.name]
    kept.blobs.put(PAPER)
    assert kept.blobs.get(DIGEST) == PAPER


def test_two_blobs_exchanged_are_found(kept: Kept) -> None:
    """Each is good, but not under the other's name."""
    one, other = (kept.blobs.path_of(kept.blobs.put(content).digest) for content in (b"one", b"two"))
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    assert all(isinstance(found, BlobFault) for found in kept.blobs.verify())


def test_a_missing_blob_is_said(kept: Kept) -> None:
    """Which file, and where to get it back."""
    with pytest.raises(KnownProblem, match=r"missing on the disk.*latest backup"):
        kept.blobs.get(DIGEST)
    assert not kept.blobs.exists(DIGEST)


def test_another_desks_key_opens_nothing(kept: Kept) -> None:
    """The blobs of one vault are noise to another."""
    kept.blobs.put(PAPER)
    other = make_kept(kept.profile.folder / "other", seed=2)
    other.engine.dispose()
    assert all(isinstance(found, BlobFault) for found in BlobStore(kept.profile.blobs, other.vault).verify())


def test_orphans_are_collected_once_they_are_old(kept: Kept) -> None:
    """A young one may belong to a commit that is under way; one that is named stays for ever."""
    named = kept.blobs.put(PAPER)
    orphan = kept.blobs.path_of(kept.blobs.put(b"never committed").digest)
    unfinished = kept.profile.blobs / f"{orphan.name}.new"
    unfinished.write_bytes(b"half")
    for path in (orphan, unfinished):
        os.utime(path, (0, datetime(2026, 11, 24, 8, tzinfo=UTC).timestamp()))
    assert set(kept.blobs.orphans([named.digest])) == {orphan, unfinished}
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert kept.blobs.collect([named.digest], now, timedelta(hours=2)) == 0
    assert kept.blobs.collect([named.digest], now, timedelta(minutes=30)) == 2
    assert kept.blobs.orphans([named.digest]) == ()
    assert kept.blobs.get(DIGEST) == PAPER


def test_no_room_leaves_no_half_blob() -> None:
    """A full disk, or a limit on the size of files: a sentence, and the folder as it was."""
    with small_disk(1024) as disk:
        kept = make_kept(disk / "desk")
        kept.blobs.put(PAPER)
        said = refusal(lambda: kept.blobs.put(bytes(100_000)), file_limit=50_000)
        assert "disk is full" in said
        fill(disk)
        with pytest.raises(KnownProblem, match="disk is full"):
            kept.blobs.put(bytes(100_000))
        assert [path.name for path in kept.profile.blobs.iterdir()] == [kept.blobs.path_of(DIGEST).name]
        kept.engine.dispose()
