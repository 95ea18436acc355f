"""Finding cases: one entry a case in a full-text index, kept in the transaction of every change.

The place of a case in the index says the day of its acceptance, so that the newest come first by walking the index
backwards, and the first fifty of a common word cost no more than those of a rare one. What is indexed, and as which words,
is in ``search_words``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, select, text

from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.domain.records import BY_KIND, Case, Party, Subject
from mediation_desk.records.search_words import DOCUMENT, fold, key_match_of, keys_of, text_match_of, text_of, tokens
from mediation_desk.records.tables import NOT_YET, SEARCH_KEY, SEARCH_TEXT

PAIRS = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_pairs USING fts5("
    "body, content='', contentless_delete=1, detail=none, tokenize='ascii')"
)
SHOWS = frozenset(
    {Party.kind, Subject.kind, *(k for k, r in BY_KIND.items() if any(f.facet.searched for f in spec_of(r)))}
)
"""The kinds of records by which a case may be found."""

_DAY_BITS = 20  # room for a million cases accepted on one day
_ENTRY = """
    SELECT 1, folded FROM search_text WHERE case_id = :id
    UNION ALL SELECT 1, t.folded FROM party p JOIN search_text t ON t.record_id = p.subject_id
        WHERE p.case_id = :id AND p.voided = 0
    UNION ALL SELECT 2, s.name FROM party p JOIN subject s ON s.id = p.subject_id
        WHERE p.case_id = :id AND p.voided = 0 AND s.voided = 0
    UNION ALL SELECT 3, k.value FROM party p JOIN search_key k ON k.record_id = p.subject_id
        WHERE p.case_id = :id AND p.voided = 0
"""
_STANDS = """SELECT c.centre_id, c.accepted_on, s.place FROM "case" c LEFT JOIN search_case s ON s.case_id = c.id
    WHERE c.id = ? AND c.voided = 0"""


def index(connection: Connection, records: Iterable[tuple[Record, bool]]) -> None:
    """Bring texts and keys of records up to date: (record as it is now, whether it is new). ``refresh`` their cases then."""
    fresh: list[dict[str, Any]] = []
    keys: list[dict[str, Any]] = []
    for record, is_new in records:
        if not is_new:
            remove(connection, record.id)
        folded = text_of(record)
        if folded:
            case_id = record.id if isinstance(record, Case) else getattr(record, "case_id", None)
            fresh.append({"record_id": record.id, "kind": record.kind, "case_id": case_id, "folded": folded})
        keys += [{"what": what, "value": value, "record_id": record.id} for what, value in set(keys_of(record))]
    if fresh:
        connection.execute(SEARCH_TEXT.insert(), fresh)
    if keys:
        connection.execute(SEARCH_KEY.insert(), keys)


def remove(connection: Connection, record_id: UUID) -> None:
    """Take out the text and the keys of a record. ``refresh`` its cases then."""
    for table in (SEARCH_TEXT, SEARCH_KEY):
        connection.execute(delete(table).where(table.c.record_id == bindparam("gone")), {"gone": record_id})


def refresh(connection: Connection, case_ids: Iterable[UUID]) -> None:
    """Make the entries of these cases anew. One that was taken out has none."""
    run = connection.exec_driver_sql
    gone: list[tuple[int]] = []
    placed: list[tuple[int, bytes, bytes]] = []
    entries: list[tuple[int, str]] = []
    ends: dict[int, int] = {}
    for case_id in case_ids:
        row = run(_STANDS, (case_id.bytes,)).first()
        if row is None:
            gone += [(r[0],) for r in run("SELECT place FROM search_case WHERE case_id = ?", (case_id.bytes,))]
            continue
        centre_id, accepted_on, place = row
        day = date.fromisoformat(accepted_on or NOT_YET).toordinal()
        if place is not None:
            gone.append((place,))
        if place is None or place >> _DAY_BITS != day:
            place = ends[day] = (ends[day] if day in ends else _end(connection, day)) + 1
        placed.append((place, case_id.bytes, centre_id))
        entries.append((place, _words(connection, case_id)))
    if gone:
        run("DELETE FROM search_pairs WHERE rowid = ?", gone)
        run("DELETE FROM search_case WHERE place = ?", gone)
    if placed:
        run("INSERT INTO search_case (place, case_id, centre_id) VALUES (?, ?, ?)", placed)
        run("INSERT INTO search_pairs (rowid, body) VALUES (?, ?)", entries)


def refresh_all(connection: Connection) -> None:
    """Make all entries anew."""
    connection.exec_driver_sql("DELETE FROM search_pairs")
    connection.exec_driver_sql("DELETE FROM search_case")
    refresh(connection, [UUID(bytes=row[0]) for row in connection.exec_driver_sql('SELECT id FROM "case" ORDER BY id')])


def _end(connection: Connection, day: int) -> int:
    """The last place that is taken on a day, or the one before its first."""
    first, after = day << _DAY_BITS, (day + 1) << _DAY_BITS
    query = "SELECT coalesce(max(place), ?) FROM search_case WHERE place >= ? AND place < ?"
    return int(connection.exec_driver_sql(query, (first - 1, first, after)).scalar_one())


def _words(connection: Connection, case_id: UUID) -> str:
    found: dict[int, list[str]] = {1: [], 2: [], 3: []}
    for what, value in connection.execute(text(_ENTRY), {"id": case_id.bytes}):
        found[what].append(value)
    return " ".join(tokens(found[1], found[2], found[3]))


def holders(connection: Connection, number: str) -> list[UUID]:
    """The subjects that hold this document number or credit code, whole."""
    key = SEARCH_KEY.c
    query = select(key.record_id).where(key.what == DOCUMENT, key.value == fold(number).replace(" ", ""))
    return list(connection.execute(query).scalars())


def cases_with(
    connection: Connection, typed: str, limit: int | None = 50, centres: Collection[UUID] | None = None
) -> list[UUID]:
    """The cases that hold every word typed, newest day of acceptance first, at most ``limit`` (``None``: all); of these
    centres only where ``centres`` is given.

    A word is looked for in all searched texts of a case and its parties; one of letters only also as pinyin initials
    of a party's name, and one of four or more figures also as a document or phone number, whole or its last four.
    """
    found = matching(connection, typed)
    if found is None:
        return []
    sets, values = found
    of = "" if centres is None else f" AND e.centre_id IN ({_literals(centres)})"
    query = text(f"{sets}{of} ORDER BY f.rowid DESC LIMIT :limit")
    rows = connection.execute(query, values | {"limit": -1 if limit is None else limit})
    return [UUID(bytes=row[0]) for row in rows]


def matching(connection: Connection, typed: str) -> tuple[str, dict[str, Any]] | None:
    """The query for the ids of the cases that hold every word typed, and its values; ``None`` when nothing was typed."""
    words = fold(typed).split()
    if not words:
        return None
    values: dict[str, Any] = {}
    asked, tests = [], ""
    for i, word in enumerate(words):
        keys, in_text = key_match_of(word), text_match_of(word)
        if keys and not _occurs(connection, in_text):
            asked.append(f"({keys})")  # initials, as nearly always: nothing is left to be looked at
            continue
        asked.append(f"(({in_text}) OR {keys})" if keys else f"({in_text})")
        if len(word) > 2:
            values[f"word{i}"] = word
            values |= {f"keys{i}": keys} if keys else {}
            tests += f" AND ({_looked_at(i, is_key=bool(keys))})"
    # CROSS JOIN: the index is walked, backwards where the newest are asked for, and nothing is sorted.
    query = (
        "SELECT e.case_id FROM search_pairs f CROSS JOIN search_case e ON e.place = f.rowid "
        "WHERE f.search_pairs MATCH :match"
    )
    return query + tests, values | {"match": " AND ".join(asked)}


def _occurs(connection: Connection, match: str) -> bool:
    query = "SELECT 1 FROM search_pairs WHERE search_pairs MATCH ? LIMIT 1"
    return connection.exec_driver_sql(query, (match,)).first() is not None


def _looked_at(i: int, *, is_key: bool) -> str:
    """That the pairs of a longer word stand together in one text, or that it is a key."""
    key = f"EXISTS (SELECT 1 FROM search_pairs k WHERE k.search_pairs MATCH :keys{i} AND k.rowid = f.rowid) OR "
    return (key if is_key else "") + (
        f"EXISTS (SELECT 1 FROM search_text t WHERE t.case_id = e.case_id AND instr(t.folded, :word{i}) > 0) OR "
        "EXISTS (SELECT 1 FROM party p JOIN search_text t ON t.record_id = p.subject_id "
        f"WHERE p.case_id = e.case_id AND p.voided = 0 AND instr(t.folded, :word{i}) > 0)"
    )


def _literals(centres: Collection[UUID]) -> str:
    return ", ".join(f"x'{centre.hex}'" for centre in centres)
