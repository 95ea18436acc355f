"""``accounts`` and ``password``: who may sign in, and a new password for one of them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from mediation_desk.cli.command import Command
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _


def _no_arguments(parser: ArgumentParser) -> None:
    del parser


def _accounts(options: Namespace) -> None:
    from mediation_desk.actions.accounts import accounts
    from mediation_desk.cli.opening import seated
    from mediation_desk.cli.said import plain
    from mediation_desk.domain.roles import ACCOUNTS, ROLES

    with seated(options) as seat:
        for centre in seat.centres():
            seat.require(ACCOUNTS, centre.id)
            plain(centre.name)
            for entry in accounts(seat, centre.id):
                roles = "、".join(_(ROLES[r]) for r in ROLES if r in entry.roles.get(centre.id, ()))
                closed = "" if entry.account.active else _("(closed)")
                plain("  " + "  ".join(filter(None, (entry.account.name, entry.account.person, roles, closed))))


def _password_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("account", metavar=_("ACCOUNT"), help=_("whose password"))
    parser.add_argument(
        "--password-file", metavar="FILE", required=True, help=_("a file whose first line is the new one")
    )


def _password(options: Namespace) -> None:
    from mediation_desk.actions.accounts import reset_password
    from mediation_desk.actions.sign_in import accounts_named
    from mediation_desk.cli.opening import read_secret, seated
    from mediation_desk.cli.said import line
    from mediation_desk.domain.problem import KnownProblem

    with seated(options) as seat:
        named = accounts_named(seat.desk, options.account)
        if len(named) != 1:
            raise KnownProblem("There is not exactly one account of this name. Nothing was changed.")
        reset_password(seat, named[0], read_secret(Path(options.password_file)))
    line(N_("The new password holds from now on."))


COMMANDS = (
    Command("accounts", N_("list the accounts and their roles"), _no_arguments, _accounts),
    Command(
        "password", N_("set a new password for an account, as the head of its centre"), _password_arguments, _password
    ),
)
