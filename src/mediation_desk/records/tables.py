"""The tables of a desk, derived from the records, and the few that are the desk's own."""

from __future__ import annotations

import typing
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, text
from sqlalchemy.types import TypeEngine

from mediation_desk.domain.fields import FieldSpec, Record, RecordSpec, spec_of
from mediation_desk.domain.records import ALL
from mediation_desk.records.types import Day, Flag, Identity, Instant, Packed

metadata = MetaData()


def _column_type(spec: FieldSpec) -> TypeEngine[Any]:
    plain = spec.plain
    if typing.get_origin(plain) is tuple:
        return Packed(plain)
    simple: dict[Any, TypeEngine[Any]] = {
        str: Text(),
        int: Integer(),
        bool: Flag(),
        UUID: Identity(),
        date: Day(),
        datetime: Instant(),
    }
    return simple[plain]


def _record_table(spec: RecordSpec) -> Table:
    columns: list[Column[Any]] = [
        Column("id", Identity(), primary_key=True),
        Column("centre_id", Identity(), nullable=False),
    ]
    if spec.of_case:
        columns.append(Column("case_id", Identity(), nullable=False, index=True))
    columns += [Column(f.name, _column_type(f), nullable=f.optional) for f in spec]
    columns.append(Column("voided", Flag(), nullable=False, server_default=text("0")))
    return Table(spec.kind, metadata, *columns, sqlite_strict=True)


RECORD_TABLES: dict[str, Table] = {r.kind: _record_table(spec_of(r)) for r in ALL}


def table_of(record: type[Record]) -> Table:
    """The table of a kind of record."""
    return RECORD_TABLES[record.kind]


def _index(kind: str, *columns: str) -> None:
    table = RECORD_TABLES[kind]
    Index(f"ix_{kind}_{'_'.join(columns)}", *(table.c[c] for c in columns))


_index("case", "centre_id", "number_year", "number_infix", "number_serial")
_index("case", "number")
_index("party", "subject_id")
_index("term", "agreement_id")
_index("signing", "agreement_id")
_index("paper", "agreement_id")
_index("paper", "code")
_index("signed_copy", "paper_id")
_index("printing", "paper_id")
_index("role_grant", "account_id")

# The journal. ``body`` and ``digest`` are written once; ``revision`` and ``answer`` are central's envelope.
OP = Table(
    "op",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("op_id", Identity(), nullable=False, unique=True),
    Column("desk_id", Identity(), nullable=False),
    Column("centre_id", Identity(), nullable=False),
    Column("desk_seq", Integer, nullable=False),
    Column("unit_id", Identity(), nullable=False, index=True),
    Column("record_id", Identity(), nullable=False, index=True),
    Column("case_id", Identity(), index=True),
    Column("actor", Identity(), nullable=False),
    Column("digest", Text, nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
    Column("revision", Integer),
    Column("answer", Text),
    sqlite_strict=True,
)
Index("ix_op_chain", OP.c.desk_id, OP.c.centre_id, OP.c.desk_seq)

CHAIN_HEAD = Table(
    "chain_head",
    metadata,
    Column("desk_id", Identity(), primary_key=True),
    Column("centre_id", Identity(), primary_key=True),
    Column("desk_seq", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    sqlite_strict=True,
)

# What this desk knows of itself; never journalled.
DESK_FACT = Table(
    "desk_fact",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

DRAFT = Table(
    "draft",
    metadata,
    Column("account_id", Identity(), primary_key=True),
    Column("page", Text, primary_key=True),
    Column("content", Text, nullable=False),
    Column("saved_at", Instant(), nullable=False),
    sqlite_strict=True,
)

SIGN_IN_TRY = Table(
    "sign_in_try",
    metadata,
    Column("account", Text, primary_key=True),
    Column("wrong", Integer, nullable=False),
    Column("last_at", Instant(), nullable=False),
    sqlite_strict=True,
)

# Derived for reading only, kept in the same transaction, made anew by a rebuild.
CASE_SUMMARY = Table(
    "case_summary",
    metadata,
    Column("case_id", Identity(), primary_key=True),
    Column("centre_id", Identity(), nullable=False),
    Column("number", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("dispute_class", Text, nullable=False),
    Column("accepted_on", Day()),
    Column("stage", Text, nullable=False),
    Column("stage_on", Day()),
    Column("applicants", Text, nullable=False),
    Column("respondents", Text, nullable=False),
    Column("mediators", Text, nullable=False),
    sqlite_strict=True,
)
NOT_YET = "9999-12-31"
"""Where a case without a day of acceptance stands among the days: after all of them, with the newest."""

# Each index covers what finding a page of a list needs (the centre, and what lists are narrowed by), so that a jump to
# the end of 100,000 rows reads one index and no rows.
_ACCEPTED = text(f"coalesce(accepted_on, '{NOT_YET}')")
_OWN = (CASE_SUMMARY.c.case_id, CASE_SUMMARY.c.centre_id)
_NARROWED = (CASE_SUMMARY.c.stage, CASE_SUMMARY.c.mediators)
Index("ix_case_summary_accepted", _ACCEPTED, *_OWN, *_NARROWED)
for _name in ("number", "title", "applicants"):
    Index(f"ix_case_summary_{_name}", CASE_SUMMARY.c[_name], *_OWN, *_NARROWED, _ACCEPTED)
for _name in ("stage", "dispute_class", "mediators"):
    Index(f"ix_case_summary_{_name}", CASE_SUMMARY.c[_name], _ACCEPTED, *_OWN)

SEARCH_TEXT = Table(
    "search_text",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("record_id", Identity(), nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("case_id", Identity(), index=True),
    Column("folded", Text, nullable=False),
    sqlite_strict=True,
)

# Where a case stands in the full-text index: its day of acceptance in the upper bits, so that order of place is order of day.
SEARCH_CASE = Table(
    "search_case",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("case_id", Identity(), nullable=False, unique=True),
    Column("centre_id", Identity(), nullable=False),
    sqlite_strict=True,
)

SEARCH_KEY = Table(
    "search_key",
    metadata,
    Column("what", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("record_id", Identity(), primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("ix_search_key_record", SEARCH_KEY.c.record_id)

DERIVED = (CASE_SUMMARY, SEARCH_TEXT, SEARCH_KEY, SEARCH_CASE)
