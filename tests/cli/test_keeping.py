"""``init``, ``backup``, ``restore``, ``check``, ``mend``, ``accounts`` and ``password`` as they are called."""

from __future__ import annotations

import re

from tests.cli.called import EXAMPLE, PASSPHRASE, Caller

from mediation_desk.actions.desk import Desk, open_desk
from mediation_desk.actions.sign_in import sign_in
from mediation_desk.records.engine import writing
from mediation_desk.records.profile import Profile
from mediation_desk.records.vault import open_with_passphrase

CODE = re.compile(r"[2-9A-Y]{6}(?:-[2-9A-Y]{6}){5}")


def opened(call: Caller) -> Desk:
    """The caller's desk."""
    profile = Profile(call.profile)
    return open_desk(profile, open_with_passphrase(profile, PASSPHRASE))


def test_init_shows_the_codes_once_and_names_its_account_for_the_command_line(call: Caller) -> None:
    """Recovery code and eight one-time codes; the account signs in with the password of the file."""
    said = call.init()
    assert said.code == 0
    assert CODE.search(said.out)
    assert len([line for line in said.lines if re.fullmatch(r"  \w{4}-\w{4}-\w{4}", line)]) == 8
    desk = opened(call)
    assert sign_in(desk, "李国庆", "木城街道和平街18号").account.person == "李国庆"
    assert desk.store.fact("infix") == "03"
    desk.close()
    assert call("accounts").lines == [
        "武陟县木城街道人民调解委员会",
        "  李国庆  李国庆  Mediator、Head of the centre、Administrator",
    ]
    again = call.init()
    assert (again.code, again.out) == (1, "")


def test_init_needs_only_the_centre(call: Caller) -> None:
    """The account can be used from the command line alone until it has a password."""
    call.file("passphrase", PASSPHRASE)
    assert call("init", "--centre", EXAMPLE).code == 0
    new = call.file("new", "abcd-efgh")
    name = call("accounts").lines[1].split()[0]
    assert call("password", name, "--password-file", new).code == 0
    desk = opened(call)
    assert sign_in(desk, name, "abcd-efgh")
    desk.close()


def test_init_names_the_fault_in_the_file(call: Caller) -> None:
    """Path and rule, and nothing is made."""
    bad = call.file("bad.toml", 'name = "某"\nshort_name = "某"\nlegal_kind = "guild"\n')
    call.file("passphrase", PASSPHRASE)
    said = call("init", "--centre", bad)
    assert said.code == 1
    assert f"{bad}, legal_kind: " in said.err
    assert not call.profile.exists()


def test_init_serves_several_centres(call: Caller) -> None:
    """``--centre`` once for each."""
    second = call.file("second.toml", 'name = "某村调委会"\nshort_name = "某村"\nlegal_kind = "village"\n')
    assert call.init("--centre", second).code == 0
    assert [line for line in call("accounts").lines if not line.startswith(" ")] == [
        "武陟县木城街道人民调解委员会",
        "某村调委会",
    ]


def test_backup_and_restore(call: Caller) -> None:
    """Into the same folder and into another, by passphrase and by the recovery code."""
    recovery = CODE.search(call.init().out)
    assert recovery is not None
    backup = call.folder / "backup"
    assert call("backup", backup).code == 0
    said = call("restore", backup, "--infix", "04")
    assert said.code == 0
    assert any("is kept in" in line for line in said.lines)
    assert call("check").code == 0
    code_file = call.file("code", recovery.group())
    elsewhere = Caller(call.folder, call.capture)
    said = elsewhere.bare(
        *("--language", "en", "--profile", call.folder / "other"),
        *("restore", backup, "--recovery-code-file", code_file, "--infix", "05"),
    )
    assert said.code == 0
    assert Profile(call.folder / "other").exists


def test_a_restore_that_fails_says_why_and_changes_nothing(call: Caller) -> None:
    """Wrong passphrase."""
    call.init()
    backup = call.folder / "backup"
    call("backup", backup)
    before = Profile(call.profile).database.read_bytes()
    call.file("passphrase", "another one")
    said = call("restore", backup)
    assert (said.code, said.out) == (1, "")
    assert Profile(call.profile).database.read_bytes() == before


def test_check_names_the_fault_and_mend_sets_it_right(call: Caller) -> None:
    """A changed row: exit code 1 with the fault in words; after ``mend`` everything is whole."""
    call.init()
    desk = opened(call)
    with writing(desk.store.engine) as connection:
        connection.exec_driver_sql("UPDATE mediator SET name = 'x'")
    desk.close()
    said = call("check")
    assert said.code == 1
    assert any(line.startswith("Table mediator: 2 rows") for line in said.lines)
    assert "mend makes them anew" in said.err
    assert call("mend").code == 0
    assert call("check").lines[-1] == "Everything is whole."


def test_check_of_a_damaged_journal_says_to_restore(call: Caller) -> None:
    """What mend cannot set right it does not touch."""
    call.init()
    desk = opened(call)
    with writing(desk.store.engine) as connection:
        connection.exec_driver_sql("DROP TRIGGER once_op_update")
        connection.exec_driver_sql("UPDATE op SET body = zeroblob(9) WHERE place = 3")
    desk.close()
    said = call("check")
    assert said.code == 1
    assert any(", entry 3: " in line for line in said.lines)
    assert "restore the latest backup" in said.err
    assert call("mend").code == 1


def test_a_password_is_changed_by_the_head(call: Caller) -> None:
    """And a weak one is refused with the rule."""
    call.init()
    weak, good = call.file("weak", "1234"), call.file("good", "abcd-efgh")
    assert "at least 8" in call("password", "李国庆", "--password-file", weak).err
    assert call("password", "没有此人", "--password-file", good).code == 1
    assert call("password", "李国庆", "--password-file", good).code == 0
    desk = opened(call)
    assert sign_in(desk, "李国庆", "abcd-efgh")
    desk.close()
