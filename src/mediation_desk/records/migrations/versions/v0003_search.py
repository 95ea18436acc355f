"""One entry a case in the full-text index, in the order of the days of acceptance; initials are index words now."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from mediation_desk.records import search

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index anew from the texts that are there."""
    for statement in Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            op.execute(statement)
    search.refresh_all(op.get_bind())
