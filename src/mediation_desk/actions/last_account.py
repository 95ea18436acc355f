"""Who signed in last at this desk, so that his name need not be typed again. Kept in the desk, not in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from mediation_desk.actions.desk import Desk
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.records import Account, Centre

LAST_ACCOUNT_FACT = "last_account"


def note_account(seat: Seat) -> None:
    """Remember who is seated."""
    if seat.desk.store.fact(LAST_ACCOUNT_FACT) != str(seat.account.id):
        seat.desk.store.set_facts([(LAST_ACCOUNT_FACT, str(seat.account.id))])


@dataclass(frozen=True, slots=True)
class Greeting:
    """What the sign-in sheet knows before anyone is seated: the centres of the desk, and who was here last."""

    centres: tuple[str, ...]
    account: str


def greeting(desk: Desk) -> Greeting:
    """The names of the desk's centres and the account name of whoever signed in last."""
    with desk.store.read() as reader:
        centres = tuple(c.name for c in reader.find(Centre))
    return Greeting(centres, last_account_name(desk))


def last_account_name(desk: Desk) -> str:
    """The account name of whoever signed in last, or of the only one there is; "" when there is no telling."""
    noted = desk.store.fact(LAST_ACCOUNT_FACT)
    with desk.store.read() as reader:
        accounts = [a for a in reader.find(Account) if a.active and a.password]
    if noted is None and len(accounts) == 1:
        return accounts[0].name
    return next((a.name for a in accounts if noted and a.id == UUID(noted)), "")
