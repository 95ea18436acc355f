"""Opening the desk for a command: its folder, its passphrase or keyring, and the account that acts.

The command line is trusted by holding the key: whoever can open the vault could read everything anyway, so no password
is asked for. It acts as the account that ``init`` or ``sample`` named for it, or as ``--as`` says.
"""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from mediation_desk.actions.desk import Desk, open_desk
from mediation_desk.actions.seat import Seat, take_seat
from mediation_desk.actions.set_up import CLI_ACCOUNT_FACT
from mediation_desk.actions.sign_in import accounts_named
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Account
from mediation_desk.records.profile import Profile, default_folder
from mediation_desk.records.vault import Vault, open_with_keyring, open_with_passphrase

PASSPHRASE_FILE = "MEDIATION_DESK_PASSPHRASE_FILE"


def profile_of(options: Namespace) -> Profile:
    """The profile named by ``--profile``, the environment, or this account's usual place."""
    return Profile(Path(options.profile).expanduser() if options.profile else default_folder())


def passphrase_of(options: Namespace) -> str | None:
    """The passphrase in the file that was named, or ``None`` when none was."""
    named = options.passphrase_file or os.environ.get(PASSPHRASE_FILE)
    return read_secret(Path(named)) if named else None


def read_secret(path: Path) -> str:
    """The first line of a file. ``KnownProblem`` when it cannot be read or the line is empty."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError as error:
        raise KnownProblem("There is no file {file}. Nothing was changed.", file=path) from error
    except (OSError, UnicodeDecodeError) as error:
        raise KnownProblem("{file} cannot be read as a text in UTF-8. Nothing was changed.", file=path) from error
    if not lines or not lines[0]:
        raise KnownProblem("The first line of {file} is empty. Nothing was changed.", file=path)
    return lines[0]


def unlocked(options: Namespace) -> Vault:
    """The vault: by the passphrase file that was named, else by the keyring, else a sentence that tells how."""
    profile = profile_of(options)
    if not profile.exists:
        raise KnownProblem(
            "No desk lives in {folder} yet. Set one up with init, or open the window.", folder=profile.folder
        )
    passphrase = passphrase_of(options)
    if passphrase is not None:
        return open_with_passphrase(profile, passphrase)
    vault = open_with_keyring(profile)
    if vault is None:
        raise KnownProblem(
            "The keyring does not open this desk. Put the passphrase in the first line of a file and name the file with "
            "--passphrase-file or {variable}.",
            variable=PASSPHRASE_FILE,
        )
    return vault


@contextmanager
def opened(options: Namespace) -> Iterator[Desk]:
    """The desk, closed at the end of the block."""
    vault = unlocked(options)
    desk = open_desk(vault.profile, vault)
    try:
        yield desk
    finally:
        desk.close()


@contextmanager
def seated(options: Namespace) -> Iterator[Seat]:
    """The seat of the account that acts, at the desk, which is closed at the end of the block."""
    with opened(options) as desk:
        yield take_seat(desk, acting(desk, options))


def acting(desk: Desk, options: Namespace) -> Account:
    """The account named by ``--as``, or the one noted for the command line."""
    if options.as_account:
        named = [a for a in accounts_named(desk, options.as_account) if a.active]
        if len(named) > 1:
            raise KnownProblem("Several accounts have this name. Give one of them another name first.")
        if not named:
            raise KnownProblem("There is no open account of the name given with --as.")
        return named[0]
    noted = desk.store.fact(CLI_ACCOUNT_FACT)
    with desk.store.read() as reader:
        account = reader.get(Account, UUID(noted)) if noted else None
    if account is None or not account.active:
        raise KnownProblem("No account is named for the command line at this desk. Name one with --as.")
    return account
