"""Opening the desk of a profile: by the keyring, by its passphrase, or by the recovery code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mediation_desk.actions.desk import Desk, open_desk
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.journal.ids import Clock, system_clock
from mediation_desk.records.keys_os import OsKeys
from mediation_desk.records.profile import Profile
from mediation_desk.records.slot_file import load_slots
from mediation_desk.records.vault import (
    USUAL,
    Cost,
    Vault,
    open_with_keyring,
    open_with_passphrase,
    open_with_recovery,
    passphrase_bytes,
)


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways that lead into the vault of a profile."""

    keyring: bool
    passphrase: bool
    recovery: bool


def ways(profile: Profile) -> Ways:
    """Which ways there are. ``KnownProblem`` when ``vault.json`` is gone or cannot be read at all."""
    slots = load_slots(profile)
    return Ways(*(slots.slot(kind) is not None for kind in ("keyring", "passphrase", "recovery")))


def unlocked_by_keyring(profile: Profile, keys: OsKeys | None = None) -> Vault | None:
    """The vault, when this account's keyring gives the secret; None when it does not. May wait for a prompt."""
    return open_with_keyring(profile, keys=keys)


def unlocked_by_passphrase(profile: Profile, passphrase: str) -> Vault:
    """The vault. ``KnownProblem`` for a wrong passphrase, or when there is no such way in."""
    return open_with_passphrase(profile, passphrase)


def unlocked_by_recovery(profile: Profile, code: str, passphrase: str, cost: Cost = USUAL) -> Vault:
    """The vault by its recovery code, with ``passphrase`` in place of the forgotten one; the code stays as it is."""
    passphrase_bytes(passphrase)  # an empty one is refused before the code is tried
    vault = open_with_recovery(profile, code)
    vault.set_passphrase(passphrase, cost)
    return vault


def opened(vault: Vault, clock: Clock = system_clock) -> Desk:
    """The desk of an opened vault. ``KnownProblem``: damaged, of a newer version, or just being restored."""
    return open_desk(vault.profile, vault, clock)


def keyring_keeps(keys: OsKeys | None = None) -> bool:
    """Whether a keyring of this account answers; the first question may take a while."""
    return (keys or OsKeys()).available()


def unlocked_by_file(profile: Profile, file: Path) -> Vault:
    """The vault, by the passphrase in the first line of a text file. ``KnownProblem`` also when it cannot be read."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KnownProblem("{file} cannot be read as a text in UTF-8. Nothing was changed.", file=file) from error
    return open_with_passphrase(profile, lines[0] if lines else "")
