"""What is written once: the database itself refuses to change it, whoever asks.

A trigger on UPDATE and DELETE alone is walked past by ``INSERT OR REPLACE``; so each table has one on INSERT too. What stands
in the way of a row may share its identity, or only SQLite's own number of the row (``rowid``): both are asked.
Every migration that rebuilds one of these tables must call ``create`` again.
"""

from __future__ import annotations

from sqlalchemy import Connection

WRITE_ONCE = ("signing", "paper", "printing")
SIGNED_CONTENT = ("agreement", "term")

# A fact that was taken back (entered by mistake, in a row of its own that says so) no longer counts as signed.
_STANDING = (
    'EXISTS (SELECT 1 FROM "signing" AS s WHERE s."agreement_id" = {agreement} AND s."fact" <> \'retracted\' '
    'AND NOT EXISTS (SELECT 1 FROM "signing" AS r WHERE r."retracts" = s."id"))'
)
_SIGNED = {
    "agreement": _STANDING.replace("{agreement}", '{row}."id"'),
    "term": _STANDING.replace("{agreement}", '{row}."agreement_id"'),
}
_SAME = '(known."id" = NEW."id" OR known."rowid" = NEW."rowid")'

# Central's envelope (revision, answer) is written later; all else of an op once.
_WRITTEN_OF_OP = (
    "place",
    "op_id",
    "desk_id",
    "centre_id",
    "desk_seq",
    "unit_id",
    "record_id",
    "case_id",
    "actor",
    "digest",
    "body",
)


def _trigger(name: str, event: str, table: str, condition: str) -> str:
    return (
        f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" WHEN {condition} '
        f"BEGIN SELECT RAISE(ABORT, 'written once: {table}'); END"
    )


def _in_the_way(table: str, *columns: str) -> str:
    """Whether a row would be thrown out by ``OR REPLACE`` for having the same value in a unique column."""
    same = " OR ".join(f'"{c}" = NEW."{c}"' for c in columns)
    return f'EXISTS (SELECT 1 FROM "{table}" WHERE {same})'


def triggers() -> dict[str, str]:
    """All write-once triggers: name and the statement that makes it, as SQLite keeps it."""
    return {statement.split('"', 2)[1]: statement for statement in _statements()}


def _statements() -> list[str]:
    out = []
    for table in WRITE_ONCE:
        out.append(_trigger(f"once_{table}_insert", "INSERT", table, _in_the_way(table, "id", "rowid")))
        out.append(_trigger(f"once_{table}_update", "UPDATE", table, "1"))
        out.append(_trigger(f"once_{table}_delete", "DELETE", table, "1"))
    for table in SIGNED_CONTENT:
        signed_new, signed_old = _SIGNED[table].format(row="NEW"), _SIGNED[table].format(row="OLD")
        signed_known = _SIGNED[table].format(row="known")
        thrown_out = f'EXISTS (SELECT 1 FROM "{table}" AS known WHERE {_SAME} AND {signed_known})'
        out.append(_trigger(f"signed_{table}_insert", "INSERT", table, f"{signed_new} OR {thrown_out}"))
        out.append(_trigger(f"signed_{table}_update", "UPDATE", table, f"{signed_old} OR {signed_new} OR {thrown_out}"))
        out.append(_trigger(f"signed_{table}_delete", "DELETE", table, signed_old))
    moved = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in _WRITTEN_OF_OP)
    out.append(_trigger("once_op_insert", "INSERT", "op", _in_the_way("op", "place", "op_id", "digest")))
    out.append(_trigger("once_op_update", "UPDATE", "op", moved))
    out.append(_trigger("once_op_delete", "DELETE", "op", "1"))
    return out


def all_stand(connection: Connection) -> bool:
    """Whether every trigger is there, to the letter."""
    return triggers().items() <= _standing(connection).items()


def create(connection: Connection) -> None:
    """Make the triggers that are not there, and anew those that read otherwise."""
    standing = _standing(connection)
    for name, statement in triggers().items():
        if standing.get(name) != statement:
            connection.exec_driver_sql(f'DROP TRIGGER IF EXISTS "{name}"')
            connection.exec_driver_sql(statement)


def _standing(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    return {str(row[0]): str(row[1]) for row in rows}
