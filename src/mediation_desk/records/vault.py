"""The vault: one random key to everything a desk keeps, and the ways to it."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.keys_os import OsKeys
from mediation_desk.records.profile import Profile
from mediation_desk.records.recovery_code import new_recovery_code, read_recovery_code
from mediation_desk.records.slot_file import SlotFile, keep_aside, load_slots, ways_left, write_slots
from mediation_desk.records.slots import Argon2, Hkdf, Kind, wrap

Rng = Callable[[int], bytes]

_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a passphrase costs; RFC 9106's second recommended set, about 0.2 s."""

    memory_kib: int = 65536
    iterations: int = 3
    lanes: int = 4


USUAL = Cost()


class Vault:
    """An opened vault. Never shows its key in a repr; changes to its slots are on the disk when they return."""

    def __init__(self, profile: Profile, vault_id: UUID, key: bytes, slots: SlotFile, rng: Rng) -> None:
        self.profile = profile
        self.vault_id = vault_id
        self._key = key
        self._slots = slots
        self._rng = rng

    def __repr__(self) -> str:
        return f"Vault({self.vault_id})"

    @property
    def key(self) -> bytes:
        """The 32 bytes that open the database."""
        return self._key

    def at(self, profile: Profile) -> Vault:
        """The same vault once its files have been moved to another profile."""
        return Vault(profile, self.vault_id, self._key, self._slots, self._rng)

    def derive(self, purpose: str) -> bytes:
        """A 32-byte key of its own for ``purpose``, the same each time; it tells nothing of the others."""
        return HKDFExpand(SHA256(), _KEY_BYTES, f"mediation-desk/{purpose}".encode()).derive(self._key)

    def random(self, size: int) -> bytes:
        """``size`` random bytes from the vault's source."""
        return self._rng(size)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The ways that lead here."""
        return tuple(slot.kind for slot in self._latest().slots)

    @property
    def portable_slots(self) -> SlotFile:
        """The slots that open the vault on another machine as well: all but the keyring's."""
        return self._latest().without("keyring")

    def set_passphrase(self, passphrase: str, cost: Cost = USUAL) -> None:
        """From now on ``passphrase`` opens the vault, and no earlier one (backups made before keep theirs)."""
        derivation = Argon2(self._rng(_SALT_BYTES), cost.memory_kib, cost.iterations, cost.lanes)
        self._put("passphrase", passphrase_bytes(passphrase), derivation)

    def new_recovery_code(self) -> str:
        """A new recovery code, shown to the caller once; the earlier one no longer opens the vault."""
        code = new_recovery_code(self._rng)
        self._put("recovery", code.encode(), Hkdf(self._rng(_SALT_BYTES)))
        return code

    def enable_keyring(self, keys: OsKeys | None = None) -> bool:
        """Let this account's keyring open the vault; False where no keyring keeps what it is given."""
        secret = self._rng(_KEY_BYTES)
        if not (keys or OsKeys()).keep(_entry(self.vault_id), secret):
            return False
        self._put("keyring", secret, Hkdf(self._rng(_SALT_BYTES)))
        return True

    def forget_keyring(self, keys: OsKeys | None = None) -> None:
        """The keyring opens the vault no more. Refused when nothing but the recovery code would be left."""
        slots = self._latest()
        if slots.slot("passphrase") is None:
            raise KnownProblem("Choose a passphrase first; without it only the recovery code would open the desk.")
        self._write(slots.without("keyring"))
        (keys or OsKeys()).forget(_entry(self.vault_id))

    def _put(self, kind: Kind, secret: bytes, derivation: Argon2 | Hkdf) -> None:
        slot = wrap(kind, self.vault_id, self._key, secret, derivation, self._rng(_NONCE_BYTES))
        self._write(self._latest().with_slot(slot))

    def _latest(self) -> SlotFile:
        """The slots as another process may have changed them since; those read at opening if the file is now damaged."""
        if self.profile.vault.exists():
            on_disk = load_slots(self.profile)
            if not on_disk.damaged:
                self._slots = on_disk
        return self._slots

    def _write(self, slots: SlotFile) -> None:
        write_slots(self.profile, slots)
        self._slots = slots


def create(
    profile: Profile,
    passphrase: str | None,
    *,
    keyring: bool,
    rng: Rng,
    keys: OsKeys | None = None,
    cost: Cost = USUAL,
) -> tuple[Vault, str]:
    """A new vault in an empty, prepared profile, and its recovery code, which is kept nowhere.

    At least one of passphrase and keyring must work. Raises ``KnownProblem`` if a desk already lives here, or if there
    is no passphrase and no keyring keeps what it is given; nothing is left behind then.
    """
    if profile.exists:
        raise KnownProblem("A desk already lives in this folder. Open it, or choose another folder.")
    keep_aside(profile)
    if passphrase is not None:
        passphrase_bytes(passphrase)  # refused before anything is written
    vault = Vault(profile, UUID(bytes=rng(16), version=4), rng(_KEY_BYTES), SlotFile(()), rng)
    kept = keyring and vault.enable_keyring(keys)
    if passphrase is None and not kept:
        raise KnownProblem("This computer has no keyring that keeps the desk's key. Choose a passphrase.")
    if passphrase is not None:
        vault.set_passphrase(passphrase, cost)
    return vault, vault.new_recovery_code()


def open_with_passphrase(profile: Profile, passphrase: str, *, rng: Rng = os.urandom) -> Vault:
    """The vault, by its passphrase. ``KnownProblem`` when it is wrong or there is no such way in."""
    vault = unlock(profile, load_slots(profile), "passphrase", passphrase_bytes(passphrase), rng)
    if vault is None:
        raise KnownProblem("The passphrase is not right. Nothing was changed; try again, or use the recovery code.")
    return vault


def open_with_recovery(profile: Profile, typed: str, *, rng: Rng = os.urandom) -> Vault:
    """The vault, by its recovery code as a person typed it. ``KnownProblem`` names a mistyped group."""
    vault = unlock(profile, load_slots(profile), "recovery", read_recovery_code(typed).encode(), rng)
    if vault is None:
        raise KnownProblem(
            "This recovery code belongs to another desk or has been replaced by a newer one. Nothing was changed."
        )
    return vault


def open_with_keyring(profile: Profile, *, keys: OsKeys | None = None, rng: Rng = os.urandom) -> Vault | None:
    """The vault, by this account's keyring; None when it has no such slot or the keyring does not give the secret."""
    slots = load_slots(profile)
    slot = slots.slot("keyring")
    if slot is None:
        return None
    secret = (keys or OsKeys()).fetch(_entry(slot.vault_id))
    return None if secret is None else unlock(profile, slots, "keyring", secret, rng)


def unlock(profile: Profile, slots: SlotFile, kind: Kind, secret: bytes, rng: Rng) -> Vault | None:
    """The vault by its slot of ``kind``; None when ``secret`` is not that slot's.

    Raises ``KnownProblem``, naming the ways that are left, when there is no such slot or it is damaged.
    """
    slot = slots.slot(kind)
    if slot is None:
        raise ways_left(slots)
    key = slot.unwrap(secret)
    return None if key is None else Vault(profile, slot.vault_id, key, slots, rng)


def passphrase_bytes(passphrase: str) -> bytes:
    """What is stretched. Compatibility forms are folded (NFKC): an input method left in full width changes nothing."""
    folded = unicodedata.normalize("NFKC", passphrase)
    if not folded.strip():
        raise KnownProblem("The passphrase is empty. Nothing was changed.")
    return folded.encode()


def _entry(vault_id: UUID) -> str:
    return f"vault {vault_id}"
