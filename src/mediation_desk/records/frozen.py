"""What is written once: the database itself refuses to change it, whoever asks.

A trigger on UPDATE and DELETE alone is walked past by ``INSERT OR REPLACE``; so each table has one on INSERT too.
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
        f'CREATE TRIGGER IF NOT EXISTS "{name}" BEFORE {event} ON "{table}" WHEN {condition} '
        f"BEGIN SELECT RAISE(ABORT, 'written once: {table}'); END"
    )


def _in_the_way(table: str, *columns: str) -> str:
    """Whether a row would be thrown out by ``OR REPLACE`` for having the same value in a unique column."""
    same = " OR ".join(f'"{c}" = NEW."{c}"' for c in columns)
    return f'EXISTS (SELECT 1 FROM "{table}" WHERE {same})'


def triggers() -> list[str]:
    """The statements that make all write-once triggers."""
    out = []
    for table in WRITE_ONCE:
        out.append(_trigger(f"once_{table}_insert", "INSERT", table, _in_the_way(table, "id")))
        out.append(_trigger(f"once_{table}_update", "UPDATE", table, "1"))
        out.append(_trigger(f"once_{table}_delete", "DELETE", table, "1"))
    for table in SIGNED_CONTENT:
        signed_new, signed_old = _SIGNED[table].format(row="NEW"), _SIGNED[table].format(row="OLD")
        signed_known = _SIGNED[table].format(row="known")
        thrown_out = f'EXISTS (SELECT 1 FROM "{table}" AS known WHERE known."id" = NEW."id" AND {signed_known})'
        out.append(_trigger(f"signed_{table}_insert", "INSERT", table, f"{signed_new} OR {thrown_out}"))
        out.append(_trigger(f"signed_{table}_update", "UPDATE", table, f"{signed_old} OR {signed_new} OR {thrown_out}"))
        out.append(_trigger(f"signed_{table}_delete", "DELETE", table, signed_old))
    moved = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in _WRITTEN_OF_OP)
    out.append(_trigger("once_op_insert", "INSERT", "op", _in_the_way("op", "place", "op_id", "digest")))
    out.append(_trigger("once_op_update", "UPDATE", "op", moved))
    out.append(_trigger("once_op_delete", "DELETE", "op", "1"))
    return out


def create(connection: Connection) -> None:
    """Make the triggers that are not there yet."""
    for statement in triggers():
        connection.exec_driver_sql(statement)
