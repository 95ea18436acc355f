"""The accounts of a desk: who signs in, with which roles, and their passwords."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.actions.passwords import SALT_BYTES, folded, hash_password, matches, require_good
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.names import clean_name
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Account, RoleGrant
from mediation_desk.domain.roles import ACCOUNTS, OWN_ACCOUNT, RESET, ROLES, permits
from mediation_desk.domain.words import N_
from mediation_desk.records.door import Unit
from mediation_desk.records.reading import Reader
from mediation_desk.records.tries import clear_tries
from mediation_desk.records.vault import USUAL, Cost

NOBODY_LEFT = N_(
    "Then nobody could keep the accounts of this centre any more. Nothing was changed. "
    "First make someone else its head or administrator."
)


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """An account with its roles, by centre."""

    account: Account
    roles: dict[UUID, frozenset[str]]


def accounts(seat: Seat, centre_id: UUID) -> list[AccountEntry]:
    """The accounts that belong to a centre or have a role there, in the order they were made."""
    with seat.read() as reader:
        grants = reader.find(RoleGrant)
        every = reader.find(Account)
    roles: dict[UUID, dict[UUID, set[str]]] = {}
    for grant in grants:
        roles.setdefault(grant.account_id, {}).setdefault(grant.centre_id, set()).add(grant.role)
    entries = [AccountEntry(a, {c: frozenset(own) for c, own in roles.get(a.id, {}).items()}) for a in every]
    return [e for e in entries if e.account.centre_id == centre_id or centre_id in e.roles]


def add_account(
    seat: Seat,
    centre_id: UUID,
    name: str,
    person: str,
    password: str,
    roles: Sequence[str],
    *,
    mediator_id: UUID | None = None,
    cost: Cost = USUAL,
) -> Account:
    """A new account of a centre, with its roles there. ``KnownProblem``: no name, a name in use, a weak password."""
    name, person = clean_name(name), clean_name(person)
    if not name or not person:
        raise KnownProblem("An account needs a name to sign in with, and the name of the person. Nothing was changed.")
    require_good(password, name)
    seat.require(ACCOUNTS, centre_id)
    hashed = hash_password(password, seat.desk.vault.random(SALT_BYTES), cost)
    with seat.write(ACCOUNTS, centre_id) as unit:
        if any(folded(a.name) == folded(name) for a in unit.read.find(Account)):
            raise KnownProblem(
                "Another account of this desk has this name already. Choose another; nothing was changed."
            )
        account = unit.put(
            Account(
                id=unit.new_id(),
                centre_id=centre_id,
                name=name,
                person=person,
                mediator_id=mediator_id,
                password=hashed,
            )
        )
        for role in roles:
            _give(unit, account.id, role)
    return account


def grant_role(seat: Seat, account: Account, centre_id: UUID, role: str) -> None:
    """Give an account a role at a centre; nothing happens when it has it."""
    with seat.write(ACCOUNTS, centre_id) as unit:
        if not _grants(unit.read, account.id, centre_id, role):
            _give(unit, account.id, role)


def withdraw_role(seat: Seat, account: Account, centre_id: UUID, role: str) -> None:
    """Take a role at a centre from an account. ``KnownProblem`` when nobody could keep the accounts there then."""
    with seat.write(ACCOUNTS, centre_id) as unit:
        for grant in _grants(unit.read, account.id, centre_id, role):
            unit.void(grant)
        _require_keeper(unit.read, centre_id)


def close_account(seat: Seat, account: Account) -> Account:
    """Nobody signs in with it any more; what it wrote stays. ``KnownProblem`` as in ``withdraw_role``, for every centre
    where the account has a role."""
    return _set_active(seat, account, active=False)


def reopen_account(seat: Seat, account: Account) -> Account:
    """A closed account may sign in again."""
    return _set_active(seat, account, active=True)


def change_password(seat: Seat, old: str, new: str, cost: Cost = USUAL) -> Account:
    """Change one's own password; ``old`` must be right."""
    with seat.read() as reader:
        own = reader.get(Account, seat.account.id)
    if own is None or not matches(old, own.password):
        raise KnownProblem("The present password is not right. Nothing was changed.")
    return _set_password(seat, own, new, OWN_ACCOUNT, cost)


def reset_password(seat: Seat, account: Account, new: str, cost: Cost = USUAL) -> Account:
    """Give someone a new password in place of a forgotten one. Only the head of the account's centre may."""
    return _set_password(seat, account, new, RESET, cost)


def _set_password(seat: Seat, account: Account, new: str, purpose: str, cost: Cost) -> Account:
    require_good(new, account.name)
    seat.require(purpose, account.centre_id)
    hashed = hash_password(new, seat.desk.vault.random(SALT_BYTES), cost)
    with seat.write(purpose, account.centre_id) as unit:
        # Passwords are not compared by those who set them: the newest stands, whatever was read before.
        now = unit.read.get(Account, account.id) or account
        written = unit.put(dataclasses.replace(now, password=hashed), was=now)
    clear_tries(seat.desk.store, folded(account.name))
    return written


def _set_active(seat: Seat, account: Account, *, active: bool) -> Account:
    with seat.write(ACCOUNTS, account.centre_id) as unit:
        written = unit.put(dataclasses.replace(account, active=active), was=account)
        if not active:
            for centre_id in {g.centre_id for g in unit.read.find(RoleGrant, account_id=account.id)}:
                _require_keeper(unit.read, centre_id)
    return written


def _give(unit: Unit, account_id: UUID, role: str) -> None:
    if role not in ROLES:
        raise ValueError(f"no such role: {role}")
    unit.put(RoleGrant(id=unit.new_id(), centre_id=unit.context.centre_id, account_id=account_id, role=role))


def _grants(reader: Reader, account_id: UUID, centre_id: UUID, role: str) -> list[RoleGrant]:
    return reader.find(RoleGrant, account_id=account_id, centre_id=centre_id, role=role)


def _require_keeper(reader: Reader, centre_id: UUID) -> None:
    """An open account that may keep the centre's accounts must be left."""
    keepers = {g.account_id for g in reader.find(RoleGrant, centre_id=centre_id) if permits([g.role], ACCOUNTS)}
    if not any(account.active for account in reader.many(Account, keepers).values()):
        raise KnownProblem(NOBODY_LEFT)
