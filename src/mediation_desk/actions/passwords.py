"""Passwords: what is asked of one, and the hash that is kept instead of it."""

from __future__ import annotations

import unicodedata

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.typed import half_width
from mediation_desk.records.vault import USUAL, Cost

SHORTEST = 8
SALT_BYTES = 16
_HASH_BYTES = 32


def folded(name: str) -> str:
    """The form in which account names are compared: full width and capitals make no difference."""
    return unicodedata.normalize("NFKC", half_width(name)).strip().casefold()


def require_good(password: str, account_name: str) -> None:
    """``KnownProblem`` for a password of fewer than eight characters (code points), or one that is the account's name.

    Nothing else is asked: rules on what a password is made of lead to passwords on slips of paper.
    """
    if len(password) < SHORTEST:
        raise KnownProblem(
            "A password has at least {least} characters; this one has {count}. Nothing was changed.",
            least=SHORTEST,
            count=len(password),
        )
    if folded(password) == folded(account_name):
        raise KnownProblem("The password may not be the account's own name. Nothing was changed.")


def hash_password(password: str, salt: bytes, cost: Cost = USUAL) -> str:
    """The Argon2id hash as PHC text, which names its parameters and its salt (16 random bytes)."""
    return Argon2id(
        salt=salt, length=_HASH_BYTES, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib
    ).derive_phc_encoded(_bytes(password))


def matches(password: str, stored: str) -> bool:
    """Whether ``stored`` is the hash of ``password``, compared in constant time. An empty ``stored`` matches nothing."""
    try:
        Argon2id.verify_phc_encoded(_bytes(password), stored)
    except (InvalidKey, ValueError):  # another password, or parameters that no hash of ours has
        return False
    return True


def _bytes(password: str) -> bytes:
    # As with the passphrase: an input method left in full width changes nothing.
    return unicodedata.normalize("NFKC", password).encode()
