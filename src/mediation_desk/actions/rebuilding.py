"""A fresh database filled from the journal: to compare with, or to put in the place of the present one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from mediation_desk.records import rebuild, schema
from mediation_desk.records.engine import open_engine, writing
from mediation_desk.records.vault import Vault


@contextmanager
def fresh_database(file: Path, vault: Vault) -> Iterator[Engine]:
    """An empty database under the vault's key, closed at the end of the block."""
    engine = open_engine(file, vault.key, create=True)
    try:
        schema.create(engine)
        yield engine
    finally:
        engine.dispose()


def fill_from(live: Connection, target: Engine) -> None:
    """Project the journal of ``live`` into an empty database."""
    with writing(target) as connection:
        rebuild.fill(live, connection)
