"""The records behind the other papers of the dossier, and the record that a paper was made from.

``paper`` is made anew, since SQLite adds a column only at the end. Every op of before reads as it was: the new field of a
paper has a default, and the new kinds are new.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

from mediation_desk.records import frozen

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the new tables, and ``paper`` with its new column; dropping the old one drops its triggers."""
    for statement in Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
    frozen.create(op.get_bind())
