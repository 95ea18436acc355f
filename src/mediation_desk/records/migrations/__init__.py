"""Alembic migrations of a desk's database."""
