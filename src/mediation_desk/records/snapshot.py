"""A copy of the database as it is at one moment."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.disk import DAMAGED, translating_disk_errors
from mediation_desk.records.engine import page_faults, prepare


def take_snapshot(engine: Engine, key: bytes, target: Path) -> None:
    """Copy the database to ``target`` under the same key and prove every page of the copy; writers go on meanwhile.

    Raises ``KnownProblem`` when the database is damaged or there is no room.
    """
    with translating_disk_errors():
        copy = sqlcipher.connect(str(target), isolation_level=None)
        try:
            prepare(copy, key)
            source = engine.raw_connection()
            try:
                cast("sqlcipher.Connection", source.driver_connection).backup(copy)
            finally:
                source.close()
            copy.execute("PRAGMA journal_mode = DELETE")  # all of it in one file
            faults = page_faults(copy.execute)
        finally:
            copy.close()
    if faults:
        raise KnownProblem(DAMAGED)
