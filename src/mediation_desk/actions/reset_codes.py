"""One-time codes of the head of a centre: read over the telephone, each resets one forgotten password.

A point with one person has nobody at hand who could reset his password; the head, miles away, has a sheet of codes. What
is kept of a code is its Argon2id hash: 50 random bits that a hash made to be slow protects from guessing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from uuid import UUID

from mediation_desk.actions.desk import Desk
from mediation_desk.actions.passwords import SALT_BYTES, folded, hash_password, matches, require_good
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.sign_in import MustWait, accounts_named
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Account, ResetCode
from mediation_desk.domain.roles import HEAD, RESET
from mediation_desk.records.door import Unit
from mediation_desk.records.reading import Reader
from mediation_desk.records.recovery_code import ALPHABET, BASE, check_digit, plain_letters
from mediation_desk.records.store import Actor
from mediation_desk.records.tries import begin_try, clear_tries
from mediation_desk.records.vault import USUAL, Cost

SHEET = 8
_DATA = 11  # characters before the check character
_PART = 4  # characters between dashes


def new_code(rng: Callable[[int], bytes]) -> str:
    """A fresh code such as ``7KXR-3AHC-9MTW``; ``rng(n)`` gives n random bytes."""
    number = int.from_bytes(rng(24)) % BASE**_DATA
    digits = []
    for _place in range(_DATA):
        number, digit = divmod(number, BASE)
        digits.append(digit)
    digits.append(check_digit(digits, 0))
    text = "".join(ALPHABET[d] for d in digits)
    return "-".join(text[start : start + _PART] for start in range(0, len(text), _PART))


def read_code(typed: str) -> str:
    """The code without dashes, from what was heard and typed. ``KnownProblem`` when it was mistyped."""
    letters = "".join(letter for letter in plain_letters(typed) if letter.isalnum())
    digits = [ALPHABET.find(letter) for letter in letters]
    if len(digits) != _DATA + 1 or -1 in digits or digits[-1] != check_digit(digits[:-1], 0):
        raise KnownProblem("This code is mistyped. Have it read out again; it still holds.")
    return letters


def new_sheet(seat: Seat, centre_id: UUID, cost: Cost = USUAL) -> tuple[str, ...]:
    """Eight new codes for the accounts of a centre, shown once; unused ones of earlier sheets no longer hold.

    Only the head of the centre may.
    """
    seat.require(RESET, centre_id)
    sheet = make_sheet(seat.desk.vault.random, cost)
    with seat.write(RESET, centre_id) as unit:
        for old in _unused(unit.read, centre_id):
            unit.void(old)
        put_sheet(unit, sheet)
    return tuple(sheet)


def make_sheet(rng: Callable[[int], bytes], cost: Cost) -> dict[str, str]:
    """Eight new codes, each with its hash. Takes a second at the usual cost: not for inside a unit."""
    codes = [new_code(rng) for _ in range(SHEET)]
    return {code: hash_password(read_code(code), rng(SALT_BYTES), cost) for code in codes}


def put_sheet(unit: Unit, sheet: dict[str, str]) -> None:
    """Write the hashes of a sheet's codes."""
    for hashed in sheet.values():
        unit.put(ResetCode(id=unit.new_id(), centre_id=unit.context.centre_id, digest=hashed))


def unused_codes(seat: Seat, centre_id: UUID) -> int:
    """How many codes of the centre's sheet still hold."""
    with seat.read() as reader:
        return len(_unused(reader, centre_id))


def reset_by_code(desk: Desk, account_name: str, code: str, new_password: str, cost: Cost = USUAL) -> Account:
    """Give an account a new password by a code of the head of its centre; the code is used up.

    Nobody is signed in: the code is the head's permission, and the journal shows the account as who used it. Wrong
    codes count as wrong tries of the account name (``MustWait``).
    """
    require_good(new_password, account_name)
    typed = read_code(code)
    name = folded(account_name)
    seconds = begin_try(desk.store, name)
    if seconds:
        raise MustWait(seconds)
    for account in accounts_named(desk, account_name):
        with desk.store.read() as reader:
            held = next((c for c in _unused(reader, account.centre_id) if matches(typed, c.digest)), None)
        if held is not None:
            hashed = hash_password(new_password, desk.vault.random(SALT_BYTES), cost)
            _use(desk, account, held, hashed)
            clear_tries(desk.store, name)
            return account
    raise KnownProblem("This code does not hold for this account: it was used, or replaced by a newer sheet.")


def _use(desk: Desk, account: Account, held: ResetCode, hashed: str) -> None:
    """Use the code and set the password in one unit; another who used the code meanwhile makes it stale."""
    by_code = Actor(account.id, {account.centre_id: frozenset({HEAD})})
    with desk.store.write(by_code, RESET, account.centre_id) as unit:
        unit.put(dataclasses.replace(held, used_for=account.id, used_at=unit.context.at), was=held)
        unit.put(dataclasses.replace(account, password=hashed), was=account)


def _unused(reader: Reader, centre_id: UUID) -> list[ResetCode]:
    return reader.find(ResetCode, centre_id=centre_id, used_at=None)
