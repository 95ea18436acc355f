"""Someone signed in at a desk: every action is done from a seat."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.actions.desk import Desk
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Account, Centre, Mediator, RoleGrant
from mediation_desk.domain.roles import READ, permits
from mediation_desk.records.door import Unit
from mediation_desk.records.reading import Reader
from mediation_desk.records.store import NOT_PERMITTED, Actor


@dataclass(frozen=True, slots=True)
class Seat:
    """An account at a desk with its roles, read at sign-in."""

    desk: Desk
    account: Account
    actor: Actor

    def write(self, purpose: str, centre_id: UUID) -> AbstractContextManager[Unit]:
        """The one door, with this person's roles."""
        return self.desk.store.write(self.actor, purpose, centre_id)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A reader of one moment; ``require`` the right first where cases are read."""
        with self.desk.store.read() as reader:
            yield reader

    def may(self, purpose: str, centre_id: UUID | None = None) -> bool:
        """Whether a role of his permits the purpose, at that centre or at any."""
        if centre_id is not None:
            return self.actor.may(purpose, centre_id)
        return any(permits(roles, purpose) for roles in self.actor.roles.values())

    def require(self, purpose: str, centre_id: UUID | None = None) -> None:
        """``KnownProblem`` when his roles do not permit the purpose."""
        if not self.may(purpose, centre_id):
            raise KnownProblem(NOT_PERMITTED)

    def readable(self) -> list[UUID]:
        """The centres whose cases he may read."""
        return [centre for centre, roles in self.actor.roles.items() if permits(roles, READ)]

    def centres(self) -> list[Centre]:
        """The centres of this desk where he has a role, in the order they were set up."""
        with self.read() as reader:
            return [c for c in reader.find(Centre) if c.id in self.actor.roles]

    def mediators(self, centre_id: UUID) -> list[Mediator]:
        """The register of a centre."""
        with self.read() as reader:
            return reader.find(Mediator, centre_id=centre_id)


def take_seat(desk: Desk, account: Account) -> Seat:
    """Seat an account whose password has been proved (or that the desk names for its command line)."""
    roles: dict[UUID, set[str]] = {}
    with desk.store.read() as reader:
        for grant in reader.find(RoleGrant, account_id=account.id):
            roles.setdefault(grant.centre_id, set()).add(grant.role)
    actor = Actor(account.id, {centre: frozenset(own) for centre, own in roles.items()}, granted=True)
    return Seat(desk, account, actor)
