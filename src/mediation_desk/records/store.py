"""The local store of one desk: the open database with its one door, its readers, and its listeners."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, Engine, select
from sqlalchemy.dialects.sqlite import insert as upsert

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Account, RoleGrant
from mediation_desk.domain.roles import permits
from mediation_desk.domain.words import N_
from mediation_desk.journal.ids import Clock, Identities, system_clock
from mediation_desk.records import engine as engines
from mediation_desk.records import schema
from mediation_desk.records.door import Changed, Context, Unit
from mediation_desk.records.reading import Reader
from mediation_desk.records.tables import DESK_FACT

NOT_PERMITTED = N_("Your role does not permit this. Nothing was changed. Ask the head of the centre.")

Listener = Callable[[frozenset[Changed]], None]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who writes: an account and its roles at each centre.

    ``granted``: the roles are those its grants gave at sign-in, and each write asks whether the grants still stand.
    Without it they rest on something else: an empty desk's first account, a one-time code.
    """

    account_id: UUID
    roles: dict[UUID, frozenset[str]]
    granted: bool = False

    def may(self, purpose: str, centre_id: UUID) -> bool:
        """Whether a role of his at that centre permits the purpose."""
        return permits(self.roles.get(centre_id, frozenset()), purpose)


class Store:
    """Reads and writes the records of one desk.

    Made over an open engine whose schema is brought up to date first. ``clock`` and ``ids`` come from outside.
    """

    def __init__(self, engine: Engine, clock: Clock = system_clock, ids: Identities | None = None) -> None:
        self.engine = engine
        self.clock = clock
        self.ids = ids or Identities(clock)
        self._listeners: list[Listener] = []
        schema.bring_up(engine)
        self.desk_id = self._own_desk_id()

    @contextmanager
    def write(self, actor: Actor, purpose: str, centre_id: UUID, *, undoes: UUID | None = None) -> Iterator[Unit]:
        """Open the one door: ``with store.write(actor, purpose, centre) as unit``.

        All of the unit's changes are committed when the block ends, none when it raises. Raises ``KnownProblem``
        when the actor's roles at the centre do not permit the purpose, when the disk refuses, or when another
        writer does not finish in time.
        """
        with self.write_together(actor, {centre_id: purpose}, undoes=undoes) as units:
            yield units[centre_id]

    @contextmanager
    def write_together(
        self, actor: Actor, purposes: Mapping[UUID, str], *, undoes: UUID | None = None
    ) -> Iterator[dict[UUID, Unit]]:
        """Open one unit a centre, all of them committed when the block ends, or none: for a file that spans centres."""
        if not all(actor.may(purpose, centre_id) for centre_id, purpose in purposes.items()):
            raise KnownProblem(NOT_PERMITTED)
        with engines.writing(self.engine) as connection:
            if actor.granted:
                _require_standing(connection, actor, purposes)
            units = {
                centre_id: Unit(
                    connection,
                    Context(
                        desk_id=self.desk_id,
                        centre_id=centre_id,
                        actor=actor.account_id,
                        purpose=purpose,
                        at=self.clock(),
                        unit_id=self.ids.new(),
                        new_id=self.ids.new,
                        undoes=undoes,
                    ),
                )
                for centre_id, purpose in purposes.items()
            }
            yield units
            changed = frozenset(change for unit in units.values() for change in unit.finish())
        for listener in list(self._listeners):
            listener(changed)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A reader of one moment."""
        with engines.reading(self.engine) as connection:
            yield Reader(connection)

    def on_changed(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after each committed unit with what it changed; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def fact(self, name: str) -> str | None:
        """Something the desk knows of itself (its infix, its command-line account …)."""
        with engines.reading(self.engine) as connection:
            return connection.execute(select(DESK_FACT.c.value).where(DESK_FACT.c.name == name)).scalar()

    def set_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Note facts of the desk's own; they are not journalled and stay here."""
        with engines.writing(self.engine) as connection:
            for name, value in facts:
                row = {"name": name, "value": value}
                query = upsert(DESK_FACT).values(row)
                connection.execute(query.on_conflict_do_update(index_elements=["name"], set_={"value": value}))

    def renew_desk(self) -> UUID:
        """Take a new desk identity: after a restore, so that two copies never write the same chain."""
        self.desk_id = self.ids.new()
        self.set_facts([("desk_id", str(self.desk_id))])
        return self.desk_id

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def _own_desk_id(self) -> UUID:
        known = self.fact("desk_id")
        return UUID(known) if known else self.renew_desk()


def _require_standing(connection: Connection, actor: Actor, purposes: Mapping[UUID, str]) -> None:
    """A role withdrawn or an account closed since sign-in writes nothing more, whatever window is still open."""
    reader = Reader(connection)
    account = reader.get(Account, actor.account_id)
    grants = reader.find(RoleGrant, account_id=actor.account_id)
    for centre_id, purpose in purposes.items():
        roles = {grant.role for grant in grants if grant.centre_id == centre_id}
        if account is None or not account.active or not permits(roles, purpose):
            raise KnownProblem(NOT_PERMITTED)
