"""The first schema, as it was on the day: ``v0001_first.sql`` is never edited by a later step."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from mediation_desk.records import frozen

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, index and trigger."""
    for statement in Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
    frozen.create(op.get_bind())
