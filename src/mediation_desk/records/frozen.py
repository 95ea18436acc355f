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


def _trigger(name: str, event: str, table: str, condition: str) -> str:
    return (
        f'CREATE TRIGGER IF NOT EXISTS "{name}" BEFORE {event} ON "{table}" WHEN {condition} '
        f"BEGIN SELECT RAISE(ABORT, 'written once: {table}'); END"
    )


def triggers() -> list[str]:
    """The statements that make all write-once triggers."""
    out = []
    for table in WRITE_ONCE:
        exists = f'EXISTS (SELECT 1 FROM "{table}" WHERE "id" = NEW."id")'
        out.append(_trigger(f"once_{table}_insert", "INSERT", table, exists))
        out.append(_trigger(f"once_{table}_update", "UPDATE", table, "1"))
        out.append(_trigger(f"once_{table}_delete", "DELETE", table, "1"))
    for table in SIGNED_CONTENT:
        signed_new, signed_old = _SIGNED[table].format(row="NEW"), _SIGNED[table].format(row="OLD")
        out.append(_trigger(f"signed_{table}_insert", "INSERT", table, signed_new))
        out.append(_trigger(f"signed_{table}_update", "UPDATE", table, f"{signed_old} OR {signed_new}"))
        out.append(_trigger(f"signed_{table}_delete", "DELETE", table, signed_old))
    bytes_moved = 'OLD."body" IS NOT NEW."body" OR OLD."digest" IS NOT NEW."digest" OR OLD."place" IS NOT NEW."place"'
    known = (
        'EXISTS (SELECT 1 FROM "op" WHERE "op_id" = NEW."op_id" OR "place" = NEW."place" OR "digest" = NEW."digest")'
    )
    out.append(_trigger("once_op_insert", "INSERT", "op", known))
    out.append(_trigger("once_op_update", "UPDATE", "op", bytes_moved))
    out.append(_trigger("once_op_delete", "DELETE", "op", "1"))
    return out


def create(connection: Connection) -> None:
    """Make the triggers that are not there yet."""
    for statement in triggers():
        connection.exec_driver_sql(statement)
