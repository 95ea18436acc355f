"""Backup: of one moment, readable by passphrase or recovery code alone, and refused when a single byte is wrong."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from tests.records.faults import fill, open_to_all, refusal, small_disk
from tests.records.kept import CHEAP, PASSPHRASE, Kept, make_kept

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records import vault as vaults
from mediation_desk.records.backup import BackupDone, write_backup
from mediation_desk.records.backup_file import read_backup_header
from mediation_desk.records.blobs import BlobStore
from mediation_desk.records.engine import open_engine, reading, writing
from mediation_desk.records.fork import fork_pending, fork_settled
from mediation_desk.records.last_backup import backup_due, last_backup
from mediation_desk.records.lock import share
from mediation_desk.records.profile import Profile
from mediation_desk.records.restore import Restored, restore_backup

NOW = datetime(2026, 11, 24, 4, tzinfo=UTC)
PAPER = "人民调解协议书".encode() * 9000


@pytest.fixture
def working(kept: Kept) -> Kept:
    """A desk with rows and two blobs."""
    fill_desk(kept)
    return kept


def fill_desk(kept: Kept) -> None:
    with writing(kept.engine) as connection:
        connection.exec_driver_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    add_notes(kept, 100)
    kept.blobs.put(PAPER)
    kept.blobs.put(Random(1).randbytes(1_500_000))


def add_notes(kept: Kept, rows: int) -> None:
    with writing(kept.engine) as connection:
        connection.exec_driver_sql("INSERT INTO note (text) VALUES (?)", [("张秀兰" + "字" * 400,)] * rows)


def back_up(kept: Kept, target: Path, now: datetime = NOW) -> BackupDone:
    return write_backup(kept.engine, kept.blobs, kept.vault, target, now=now, desk="03", counts={"case": 30})


def notes_in(profile: Profile, key: bytes) -> int:
    engine = open_engine(profile.database, key)
    try:
        with reading(engine) as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one())
    finally:
        engine.dispose()


@pytest.fixture
def saved(working: Kept, tmp_path: Path) -> Iterator[Path]:
    """A backup of the working desk, which goes on and is then closed."""
    target = tmp_path / "desk.backup"
    back_up(working, target)
    add_notes(working, 5)
    working.engine.dispose()
    yield target


def test_a_backup_tells_what_it_is_without_being_opened(working: Kept, tmp_path: Path) -> None:
    """When, which desk, how many; and nothing that is in the desk."""
    done = back_up(working, tmp_path / "desk.backup")
    header = read_backup_header(tmp_path / "desk.backup")
    assert (header.made_at, header.desk, header.counts) == (NOW, "03", {"case": 30})
    assert done.header == header
    assert (done.blobs, done.faults) == (2, ())
    assert done.size == (tmp_path / "desk.backup").stat().st_size
    assert list(working.profile.temporary.iterdir()) == []
    assert [path.name for path in tmp_path.iterdir() if "desk.backup" in path.name] == ["desk.backup"]


@pytest.mark.parametrize("way", ["passphrase", "recovery"])
def test_a_backup_opens_on_another_machine(working: Kept, saved: Path, tmp_path: Path, way: str) -> None:
    """With the file and the passphrase, or the file and the recovery code, and nothing else."""
    other = Profile(tmp_path / "other machine")
    done = restore(saved, other, working, way)
    assert (done.aside, done.faults, done.needs_new_desk_id) == (None, (), True)
    vault = vaults.open_with_passphrase(other, PASSPHRASE)
    assert vaults.open_with_recovery(other, working.recovery).key == vault.key == working.vault.key
    assert notes_in(other, vault.key) == 100
    blobs = BlobStore(other.blobs, vault)
    assert set(blobs.verify()) == set(working.blobs.verify())
    assert blobs.get(hashlib.sha256(PAPER).hexdigest()) == PAPER


def restore(file: Path, profile: Profile, kept: Kept, way: str = "passphrase") -> Restored:
    if way == "recovery":
        return restore_backup(file, profile, recovery=kept.recovery.lower(), now=NOW)
    return restore_backup(file, profile, passphrase=PASSPHRASE, now=NOW)


def test_a_restore_keeps_the_present_desk_aside(working: Kept, saved: Path) -> None:
    """The five notes written since are not lost: the folder aside is itself a desk."""
    done = restore(saved, working.profile, working)
    assert notes_in(working.profile, working.vault.key) == 100
    assert done.aside is not None
    aside = Profile(done.aside)
    assert notes_in(aside, vaults.open_with_passphrase(aside, PASSPHRASE).key) == 105
    again = restore(saved, working.profile, working)
    assert again.aside not in (None, done.aside)
    assert list(working.profile.temporary.iterdir()) == []


def test_the_need_for_a_new_desk_id_outlives_a_crash(working: Kept, saved: Path) -> None:
    """The note is there until the new id is committed."""
    assert not fork_pending(working.profile)
    restore(saved, working.profile, working)
    assert fork_pending(working.profile)
    fork_settled(working.profile)
    assert not fork_pending(working.profile)


def test_the_passphrase_of_its_day_opens_a_backup(working: Kept, saved: Path) -> None:
    """A later passphrase does not, and the sentence says why; the present desk is untouched."""
    working.vault.set_passphrase("a later one", CHEAP)
    before = bytes_of(working.profile)
    with pytest.raises(KnownProblem, match="passphrase and the recovery code that the desk had when it was made"):
        restore_backup(saved, working.profile, passphrase="a later one", now=NOW)
    with pytest.raises(KnownProblem, match="Group 1"):
        restore_backup(saved, working.profile, recovery="X" * 36, now=NOW)
    assert bytes_of(working.profile) == before
    restore(saved, working.profile, working)
    assert vaults.open_with_passphrase(working.profile, PASSPHRASE).key == working.vault.key


def bytes_of(profile: Profile) -> dict[str, bytes]:
    return {
        str(path.relative_to(profile.folder)): path.read_bytes()
        for path in profile.folder.rglob("*")
        if path.is_file() and path != profile.lock
    }


@pytest.mark.parametrize("seed", range(12))
def test_one_changed_byte_refuses_the_backup(working: Kept, saved: Path, tmp_path: Path, seed: int) -> None:
    """The place is named and the present desk is untouched, to the byte."""
    whole = saved.read_bytes()
    place = Random(seed).randrange(len(whole)) if seed > 3 else (0, 9, 60, len(whole) - 1)[seed]
    damaged = tmp_path / "damaged"
    damaged.write_bytes(whole[:place] + bytes([whole[place] ^ (seed + 1)]) + whole[place + 1 :])
    refuse(working, damaged, r"cannot be used: (it is damaged .*byte \d+|it is not a file that this program wrote)")


@pytest.mark.parametrize("seed", range(8))
def test_a_truncated_backup_is_refused(working: Kept, saved: Path, tmp_path: Path, seed: int) -> None:
    """A stick pulled out too early: wherever it broke off."""
    whole = saved.read_bytes()
    length = Random(seed).randrange(len(whole)) if seed > 3 else (0, 5, 40, len(whole) - 1)[seed]
    damaged = tmp_path / "damaged"
    damaged.write_bytes(whole[:length])
    refuse(working, damaged, "cannot be used")


def test_a_file_that_is_no_backup_is_refused(working: Kept, saved: Path, tmp_path: Path) -> None:
    """Or a place where there is none."""
    other = tmp_path / "other"
    other.write_bytes(b"%PDF-1.7 " * 100)
    refuse(working, other, "not a file that this program wrote")
    refuse(working, tmp_path / "nowhere", "no backup at this place")
    with pytest.raises(KnownProblem, match="no backup at this place"):
        read_backup_header(tmp_path)


def refuse(kept: Kept, file: Path, match: str) -> None:
    before = bytes_of(kept.profile)
    with pytest.raises(KnownProblem, match=match):
        restore(file, kept.profile, kept)
    assert bytes_of(kept.profile) == before
    assert not fork_pending(kept.profile)


def test_a_desk_that_is_open_is_not_replaced(working: Kept, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither under this window nor under another."""
    monkeypatch.setattr("mediation_desk.records.lock._PATIENCE_SECONDS", 0.1)
    with share(working.profile, Profile.clear_temporary):
        refuse(working, saved, "open in another window or command")


def test_writers_go_on_while_a_backup_is_made(working: Kept, tmp_path: Path) -> None:
    """The backup is of the moment it began; what is written meanwhile is in the desk and in the next backup."""
    rows: list[int] = []

    def write_meanwhile(done: int, total: int) -> None:
        assert 0 < done <= total
        if not rows:
            rows.append(done)
            add_notes(working, 7)

    write_backup(
        working.engine,
        working.blobs,
        working.vault,
        tmp_path / "desk.backup",
        now=NOW,
        desk="03",
        counts={},
        progress=write_meanwhile,
    )
    other = Profile(tmp_path / "other")
    restore(tmp_path / "desk.backup", other, working)
    assert notes_in(other, working.vault.key) == 100
    assert notes_in(working.profile, working.vault.key) == 107


def test_a_backup_that_is_stopped_leaves_the_older_one(working: Kept, saved: Path) -> None:
    """The person presses cancel: the file of yesterday is still there, and nothing else."""
    before = saved.read_bytes()

    def cancel(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_backup(
            working.engine, working.blobs, working.vault, saved, now=NOW, desk="03", counts={}, progress=cancel
        )
    assert saved.read_bytes() == before
    assert not list(saved.parent.glob("*.part"))
    assert list(working.profile.temporary.iterdir()) == []


def test_a_damaged_blob_does_not_prevent_a_backup(working: Kept, tmp_path: Path) -> None:
    """It is named, copied as it is, and named again on restoring; everything else is saved."""
    path = working.blobs.paths()[0]
    path.write_bytes(path.read_bytes()[:-1])
    done = back_up(working, tmp_path / "desk.backup")
    assert [fault.name for fault in done.faults] == [path.name]
    restored = restore(tmp_path / "desk.backup", Profile(tmp_path / "other"), working)
    assert [fault.name for fault in restored.faults] == [path.name]


def test_a_damaged_database_is_not_backed_up_as_if_good(working: Kept, tmp_path: Path) -> None:
    """The last good backup must not be replaced by a bad one."""
    working.engine.dispose()
    content = bytearray(working.profile.database.read_bytes())
    content[len(content) // 2] ^= 1
    working.profile.database.write_bytes(content)
    with pytest.raises(KnownProblem, match="damaged on the disk"):
        back_up(working, tmp_path / "desk.backup")
    assert not (tmp_path / "desk.backup").exists()
    assert last_backup(working.profile) is None


@pytest.mark.parametrize("content", ["口令".encode(), b"MD"])
def test_no_other_file_is_written_over(working: Kept, tmp_path: Path, content: bytes) -> None:
    """A name given by mistake costs nobody a document; an older backup, or an empty file, is replaced."""
    other, empty = tmp_path / "passphrase", tmp_path / "empty"
    other.write_bytes(content)
    for target in (other, Path(os.devnull)):
        with pytest.raises(KnownProblem):
            back_up(working, target)
    assert (other.read_bytes(), last_backup(working.profile)) == (content, None)
    empty.touch()
    back_up(working, empty)
    later = back_up(working, empty, NOW + timedelta(days=1))
    assert read_backup_header(empty) == later.header


def test_the_reminder_counts_from_the_last_good_backup(working: Kept, tmp_path: Path) -> None:
    """None yet is due; a fresh one is not; one older than the centre's choice is; a restore counts as its backup."""
    week = timedelta(days=7)
    assert backup_due(last_backup(working.profile), NOW, week)
    back_up(working, tmp_path / "desk.backup")
    assert not backup_due(last_backup(working.profile), NOW + week, week)
    assert backup_due(last_backup(working.profile), NOW + week + timedelta(seconds=1), week)
    other = Profile(tmp_path / "other")
    restore(tmp_path / "desk.backup", other, working)
    assert last_backup(other) == last_backup(working.profile)
    other.last_backup.write_bytes(b"{")
    assert last_backup(other) is None


def test_a_place_that_cannot_take_it_is_said(working: Kept, tmp_path: Path) -> None:
    """A folder, a path that is not there."""
    for target in (tmp_path, tmp_path / "nowhere" / "desk.backup"):
        with pytest.raises(KnownProblem, match="cannot be put there"):
            back_up(working, target)


def test_a_full_stick_leaves_nothing_half(working: Kept) -> None:
    """Nor counts as a backup."""
    with small_disk(1024) as stick:
        with pytest.raises(KnownProblem, match="disk is full"):
            back_up(working, stick / "desk.backup")
        assert list(stick.iterdir()) == []
    assert last_backup(working.profile) is None


def test_a_full_disk_refuses_a_restore_and_keeps_the_desk(saved: Path, working: Kept) -> None:
    """There must be room for both desks; without it the present one stays."""
    with small_disk(4096) as disk:
        kept = make_kept(disk / "desk", seed=2)
        kept.engine.dispose()
        filling = fill(disk)
        with filling.open("r+b") as file:
            file.truncate(filling.stat().st_size - 500_000)
        refuse_as(kept, saved, "disk is full")


def refuse_as(kept: Kept, file: Path, match: str) -> None:
    before = kept.profile.vault.read_bytes(), kept.profile.database.read_bytes()
    with pytest.raises(KnownProblem, match=match):
        restore_backup(file, kept.profile, passphrase=PASSPHRASE, now=NOW)
    assert (kept.profile.vault.read_bytes(), kept.profile.database.read_bytes()) == before
    assert list(kept.profile.temporary.iterdir()) == []


def test_a_read_only_place_is_said() -> None:
    """In words about that place, not about the desk's folder."""
    with open_to_all() as folder:
        kept = make_kept(folder / "desk")
        kept.engine.dispose()
        (folder / "stick").mkdir(mode=0o555)
        if os.getuid() == 0:
            for path in (kept.profile.folder, *kept.profile.folder.rglob("*")):
                os.chown(path, 65534, 65534)
        said = refusal(lambda: back_up(kept, folder / "stick" / "desk.backup"), another_user=True)
        assert "backup may not be written at that place" in said
