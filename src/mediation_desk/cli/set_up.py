"""``init``: set up a desk from files."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from mediation_desk.cli.command import Command
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _

SHOWN_ONCE = N_("Print or copy this by hand now: it is shown this once and kept nowhere.")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--centre",
        metavar="FILE.toml",
        action="append",
        required=True,
        help=_("a centre as docs/centre.example.toml shows it; once for each centre that the desk serves"),
    )
    parser.add_argument("--infix", metavar="NN", default="01", help=_("the desk's two digits in case numbers (01)"))
    parser.add_argument("--account", metavar="NAME", help=_("the first account: head and administrator"))
    parser.add_argument("--person", metavar="NAME", help=_("the name of its person; the account's name if left out"))
    parser.add_argument(
        "--password-file",
        metavar="FILE",
        help=_("a file whose first line is the account's password; without it only the command line uses the account"),
    )


def _init(options: Namespace) -> None:
    from mediation_desk.actions.centre_file import read_centre_file
    from mediation_desk.actions.set_up import FirstAccount, SetUp, set_up
    from mediation_desk.cli.opening import passphrase_of, profile_of, read_secret
    from mediation_desk.cli.said import line, plain

    centres = tuple(read_centre_file(Path(name)) for name in options.centre)
    name = options.account or _("head")
    password = read_secret(Path(options.password_file)) if options.password_file else ""
    account = FirstAccount(name, options.person or name, password)
    passphrase = passphrase_of(options)
    profile = profile_of(options)
    desk, welcome = set_up(profile, SetUp(centres, account, options.infix), passphrase, keyring=passphrase is None)
    desk.close()
    line(N_("The desk is set up in {folder}."), folder=profile.folder)
    line(SHOWN_ONCE)
    line(N_("Recovery code: {code}"), code=welcome.recovery_code)
    line(N_("One-time codes of the head of the centre, each for one forgotten password:"))
    for code in welcome.reset_codes:
        plain(f"  {code}")


COMMANDS = (Command("init", N_("set up a desk: its centres, its first account, its keys"), _arguments, _init),)
