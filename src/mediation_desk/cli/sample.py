"""``sample``: a desk to look at and to learn with."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from mediation_desk.cli.command import Command
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _


def _no_arguments(parser: ArgumentParser) -> None:
    del parser


def _sample(options: Namespace) -> None:
    from mediation_desk.actions.sample.make import make_sample
    from mediation_desk.cli.opening import passphrase_of, profile_of
    from mediation_desk.cli.said import line, plain
    from mediation_desk.domain.roles import ROLES

    profile, own = profile_of(options), passphrase_of(options)
    made = make_sample(profile, own)
    line(
        N_("The sample desk is made in {folder}: {cases} cases of three centres."),
        folder=profile.folder,
        cases=made.cases,
    )
    line(N_("All its people are invented. Do not record true cases here."))
    if own is None:
        line(N_("Passphrase of the desk: {passphrase}"), passphrase=made.passphrase)
    line(N_("Password of every account: {password}"), password=made.password)
    line(N_("Accounts:"))
    for account in made.accounts:
        plain(f"  {account.name}  {'、'.join(_(ROLES[role]) for role in account.roles)}")


COMMANDS = (Command("sample", N_("make a sample desk: three centres, thirty cases"), _no_arguments, _sample),)
