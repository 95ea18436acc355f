"""The frame of the command line: exit codes, one sentence for what is wrong, options before or after, UTF-8 always."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.called import EXAMPLE, PASSPHRASE, Caller, in_own_process

from mediation_desk.cli.registry import COMMANDS


@pytest.mark.parametrize("command", ["", *(c.name for c in COMMANDS)])
def test_every_command_has_help_in_both_languages(call: Caller, command: str) -> None:
    """Exit code 0, and what is said differs by language (the usage line apart)."""
    words = [command] if command else []
    chinese, english = call.bare(*words, "--help"), call.bare("--language", "en", *words, "--help")
    assert chinese.code == english.code == 0
    assert chinese.out != english.out
    assert english.out.startswith("Usage: mediation-desk")


def test_commands_have_names_of_their_own() -> None:
    """A second command of one name would hide the first."""
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["backup"],
        ["init"],
        ["check", "--no-such-option"],
        ["--profile"],
        ["check", "--language", "fr"],
        ["check", "--prof", "x"],  # an abbreviation
        ["backup", "one", "two"],
    ],
)
def test_a_call_that_is_not_understood_ends_with_2(call: Caller, arguments: list[str]) -> None:
    """Usage on stderr, nothing on stdout."""
    said = call.bare(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert "mediation-desk" in said.err


def test_what_is_wrong_with_the_world_is_one_sentence(call: Caller) -> None:
    """Exit code 1, one line on stderr, nothing on stdout."""
    for said in (call("check"), call("accounts"), call("backup", call.folder / "b")):
        assert (said.code, said.out) == (1, "")
        assert len(said.err.strip().splitlines()) == 1
    assert call("check").err.startswith("No desk lives in")


def test_options_stand_before_or_after_the_command_or_in_the_environment(
    call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All the same call."""
    assert call.init().code == 0
    passphrase = call.folder / "passphrase"
    before = call.bare("--language", "en", "--profile", call.profile, "--passphrase-file", passphrase, "check")
    after = call.bare("check", "--passphrase-file", passphrase, "--profile", call.profile, "--language", "en")
    monkeypatch.setenv("MEDIATION_DESK_PROFILE", str(call.profile))
    monkeypatch.setenv("MEDIATION_DESK_PASSPHRASE_FILE", str(passphrase))
    around = call.bare("check", "--language", "en")
    assert before == after == around
    assert before.code == 0
    assert before.lines[-1] == "Everything is whole."


def test_without_passphrase_or_keyring_the_sentence_tells_how(call: Caller) -> None:
    """The way in is named, not only its absence."""
    call.init()
    said = call.bare("--language", "en", "--profile", call.profile, "check")
    assert said.code == 1
    assert "--passphrase-file or MEDIATION_DESK_PASSPHRASE_FILE" in said.err


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00", b"wrong\n"])
def test_a_passphrase_file_that_does_not_open(call: Caller, content: bytes) -> None:
    """Empty, not a text, or another desk's."""
    call.init()
    (call.folder / "passphrase").write_bytes(content)
    said = call("check")
    assert said.code == 1
    assert len(said.err.strip().splitlines()) == 1


@pytest.mark.parametrize("content", [PASSPHRASE, PASSPHRASE + "\r\nsecond line", "\ufeff" + PASSPHRASE + "\n"])
def test_the_first_line_of_a_file_is_the_secret(call: Caller, content: str) -> None:
    """As Windows' editor writes it too: a mark at the beginning, a return at the end."""
    call.init()
    (call.folder / "passphrase").write_bytes(content.encode())
    assert call("check").code == 0


def test_what_is_no_text_is_a_sentence(call: Caller) -> None:
    """Bytes that are not UTF-8 reach us as halves of characters, which no record can hold."""
    call.init()
    for arguments in (("show", "\udcff"), ("history", "1\udcff"), ("sign", "1", "--party", "\udcff", "--on", "\udcff")):
        said = call(*arguments)
        assert (said.code, len(said.err.splitlines())) == (1, 1)


def test_as_names_the_account(call: Caller) -> None:
    """The one that init named, or the one that is asked for; a name nobody has is a sentence."""
    call.init()
    assert call("accounts").code == call("accounts", "--as", "李国庆").code == 0
    said = call("accounts", "--as", "没有此人")
    assert (said.code, said.err) == (1, "There is no open account of the name given with --as.\n")


# The command as it is installed, in a process of its own.


def test_chinese_comes_out_as_utf_8_under_any_locale() -> None:
    """A terminal that says it is ASCII or Latin still gets whole characters."""
    for environment in (
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
    ):
        done = in_own_process("--help", **environment)
        assert done.returncode == 0
        assert "调解" in done.stdout.decode("utf-8")
        wrong = in_own_process("check", "--profile", "/no/such/folder/here", **environment)
        assert (wrong.returncode, wrong.stdout) == (1, b"")
        assert b"Traceback" not in wrong.stderr
        assert wrong.stderr.decode("utf-8").strip()


def test_a_reader_who_goes_away_is_no_error(tmp_path: Path) -> None:
    """``mediation-desk … | head -1`` ends without a traceback, however much was still to be said."""
    command = [str(Path(sys.executable).with_name("mediation-desk")), "--help"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 0


def test_bad_input_never_shows_a_traceback(tmp_path: Path) -> None:
    """A file name that is no text, a folder where a file belongs, a file where a folder belongs."""
    odd = os.fsdecode(b"\xff\xfe")
    for arguments in (
        ["init", "--centre", odd],
        ["init", "--centre", tmp_path],
        ["init", "--centre", EXAMPLE, "--profile", EXAMPLE, "--passphrase-file", EXAMPLE],
        ["check", "--profile", odd],
        ["check", "--passphrase-file", tmp_path, "--profile", tmp_path],
        ["restore", tmp_path, "--profile", tmp_path / "desk", "--passphrase-file", EXAMPLE],
    ):
        done = in_own_process(*arguments)
        assert done.returncode == 1, arguments
        assert b"Traceback" not in done.stderr
        assert len(done.stderr.decode("utf-8").strip().splitlines()) == 1


def test_help_does_not_load_what_it_does_not_need() -> None:
    """It is asked for often and by hand: neither database, Qt nor ReportLab is loaded for it."""
    watch = (
        "import sys\n"
        "from mediation_desk.cli.main import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'sqlalchemy', 'PySide6', 'reportlab', 'cryptography', 'keyring', 'alembic'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", watch], capture_output=True, check=True, timeout=60)
    assert done.stderr.strip() == b"[]"
