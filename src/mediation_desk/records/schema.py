"""The shape of the database: made at once for a new desk, brought up by Alembic for an old one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_
from mediation_desk.records import frozen, search
from mediation_desk.records.engine import reading, writing
from mediation_desk.records.tables import metadata

REVISION: Final = "0003"
MIGRATIONS: Final = Path(__file__).parent / "migrations"
TOO_NEW = N_(
    "This desk was last used with a newer version of the program. Nothing was changed. "
    "Install that version or a later one."
)
LACKING = N_(
    "The desk's database lacks the table {table}. Nothing was changed. Do not go on with it: restore the latest backup."
)


def create(engine: Engine) -> None:
    """Make all tables of an empty database and note the revision."""
    with writing(engine) as connection:
        create_on(connection)


def create_on(connection: Connection) -> None:
    """Make all tables on an open connection, as the latest revision has them."""
    metadata.create_all(connection)
    connection.exec_driver_sql(search.PAIRS)
    frozen.create(connection)
    connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL)")
    connection.exec_driver_sql("DELETE FROM alembic_version")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISION,))


def revision_of(engine: Engine) -> str | None:
    """The revision a database is at; ``None`` when it is empty."""
    with reading(engine) as connection:
        named = connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").first()
        if named is None:
            return None
        row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
        return None if row is None else str(row[0])


def bring_up(engine: Engine, migrations: Path = MIGRATIONS) -> bool:
    """Migrate an older database to today's revision; says whether anything was done.

    ``migrations``: the folder with the steps. All run in one transaction: a migration that fails leaves the database as
    it was. The write-once triggers are made again where somebody took them away. Raises ``KnownProblem`` for a database
    of a newer version, or one that lacks a table.
    """
    at = revision_of(engine)
    if at == REVISION:
        return _complete(engine)
    if at is None:
        create(engine)
    else:
        migrate(engine, migrations, at)
    return True


def _complete(engine: Engine) -> bool:
    with reading(engine) as connection:
        there = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        for table in metadata.sorted_tables:
            if table.name not in there:
                raise KnownProblem(LACKING, table=table.name)
        if frozen.all_stand(connection):
            return False
    with writing(engine) as connection:
        frozen.create(connection)
    return True


def migrate(engine: Engine, migrations: Path = MIGRATIONS, at: str | None = None) -> None:
    """Run the steps from the revision ``at`` (``None``: from an empty database) to the latest, in one transaction."""
    # Alembic takes a quarter of a second to load: only when the schema is old.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    if at is not None:
        try:
            ScriptDirectory.from_config(config).get_revision(at)
        except CommandError as error:
            raise KnownProblem(TOO_NEW) from error
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        frozen.create(connection)
