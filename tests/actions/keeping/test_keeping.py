"""Backup and restore as a person does them: into an empty folder, over a desk, by passphrase or code; and the reminder."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.actions.keeping.signed import signed_case
from tests.desk_fixtures import ACCOUNT, CENTRE, PASSPHRASE, PASSWORD, HandClock, make_desk, neighbours

from mediation_desk.actions.checking import check
from mediation_desk.actions.desk import Desk, open_desk
from mediation_desk.actions.keeping import backup, backup_due, restore
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.sign_in import sign_in
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Case
from mediation_desk.records.backup_file import read_backup_header
from mediation_desk.records.profile import Profile
from mediation_desk.records.vault import open_with_passphrase


def numbers(desk: Desk) -> list[str]:
    """The numbers of all cases."""
    with desk.store.read() as reader:
        return [case.number for case in reader.find(Case)]


@pytest.fixture
def file(seat: Seat, tmp_path: Path) -> Path:
    """A backup of a desk with a signed case."""
    signed_case(seat)
    target = tmp_path / "stick" / "desk.backup"
    target.parent.mkdir()
    backup(seat, target)
    return target


def test_the_head_of_a_backup_tells_nothing_personal(seat: Seat, file: Path) -> None:
    """Short name of the centre, the moment, and how many of what."""
    header = read_backup_header(file)
    assert (header.desk, header.counts) == ("木城", {"case": 1, "paper": 1})
    assert header.made_at == seat.desk.store.clock()


@pytest.mark.parametrize("way", ["passphrase", "recovery"])
def test_a_backup_becomes_a_desk_elsewhere(tmp_path: Path, clock: HandClock, way: str) -> None:
    """Another machine: everything is there, whole, and signs in; its changes go under an identity of its own."""
    desk, welcome = make_desk(tmp_path / "one", clock)
    signed_case(sign_in(desk, ACCOUNT, PASSWORD))
    backup(sign_in(desk, ACCOUNT, PASSWORD), tmp_path / "backup")
    secret = {"passphrase": PASSPHRASE} if way == "passphrase" else {"recovery": welcome.recovery_code}
    other, done = restore(tmp_path / "backup", Profile(tmp_path / "two"), clock=clock, infix="04", **secret)
    assert done.aside is None
    assert numbers(other) == numbers(desk)
    assert other.store.desk_id != desk.store.desk_id
    assert check(other).sound
    neighbours(sign_in(other, ACCOUNT, PASSWORD))
    assert check(other).sound
    desk.close()
    other.close()


def test_a_restore_over_a_desk_keeps_it_aside(seat: Seat, file: Path, clock: HandClock) -> None:
    """What was written since the backup is not lost: it stays in a folder that is itself a desk."""
    desk = seat.desk
    neighbours(seat)
    assert len(numbers(desk)) == 2
    desk.close()
    restored, done = restore(file, desk.profile, passphrase=PASSPHRASE, clock=clock)
    assert len(numbers(restored)) == 1
    restored.close()
    assert done.aside is not None
    before = opened(Profile(done.aside), clock)
    assert len(numbers(before)) == 2
    before.close()


def opened(profile: Profile, clock: HandClock) -> Desk:
    """The desk that lives in a folder."""
    return open_desk(profile, open_with_passphrase(profile, PASSPHRASE), clock)


def test_a_restore_that_is_refused_leaves_the_desk(seat: Seat, file: Path, clock: HandClock) -> None:
    """Wrong passphrase, no secret at all, a damaged file, a file that is not there: the desk is as it was."""
    desk = seat.desk
    desk.close()
    damaged = file.with_name("damaged")
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    attempts: list[tuple[Path, str | None]] = [
        (file, "falsch"),
        (file, None),
        (damaged, PASSPHRASE),
        (file.with_name("none"), PASSPHRASE),
    ]
    for path, passphrase in attempts:
        with pytest.raises(KnownProblem):
            restore(path, desk.profile, passphrase=passphrase, clock=clock)
    again = opened(desk.profile, clock)
    assert len(numbers(again)) == 1
    assert not desk.profile.aside.exists()
    again.close()


def test_the_reminder_follows_the_centres_choice(seat: Seat, tmp_path: Path, clock: HandClock) -> None:
    """Never backed up, then quiet for seven days, then a reminder with the age."""
    desk = seat.desk
    assert str(backup_due(desk, desk.today)) == "This desk has never been backed up."
    backup(seat, tmp_path / "backup")
    assert backup_due(desk, desk.today) is None
    clock.go_on(days=CENTRE.backup_days)
    assert backup_due(desk, desk.today) is None
    clock.go_on(days=1)
    assert str(backup_due(desk, desk.today)) == "The last backup is 8 days old."
    backup(seat, tmp_path / "backup")
    assert backup_due(desk, desk.today) is None


def test_the_bytes_of_a_backup_hold_no_name(file: Path) -> None:
    """A stick is lost more easily than a machine."""
    content = file.read_bytes()
    for text in ("王𠮷", "李㛃", "李国庆", "13839100001", "410823196803121212", "渗漏", PASSWORD):
        assert text.encode() not in content
