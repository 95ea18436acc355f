"""Finding records by any two characters, by pinyin initials, and by the numbers of papers and people.

Every text is indexed as overlapping pairs of characters made here: a two-character word is the common query, and
SQLite's own trigram index cannot answer it. A pair is written as its code points, so that no tokenizer of SQLite has
an opinion on a rare character.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, product
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, select, text

from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.domain.names import is_han
from mediation_desk.domain.records import Case, Subject
from mediation_desk.records.tables import SEARCH_KEY, SEARCH_TEXT

PAIRS = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_pairs USING fts5("
    "body, content='', contentless_delete=1, detail=none, tokenize='ascii')"
)
INITIALS = "initials"
DOCUMENT = "document"
PHONE = "phone"
ANY = "?"
_APART: Any = list  # each character without a reading by itself, which the library's annotations leave out
_READINGS_AT_MOST = 16
_LETTERS_AT_MOST = 6


def fold(value: str) -> str:
    """The form in which texts are compared: compatible forms as one, small letters. Never stored as the text itself."""
    return unicodedata.normalize("NFKC", value).casefold()


def pairs(folded: str) -> Iterator[str]:
    """The overlapping pairs of a folded text as index words; pairs across white space are left out."""
    for word in folded.split():
        yield from map("z".join, pairwise(map(_point, word)))


@lru_cache(maxsize=1 << 15)
def _point(character: str) -> str:
    return f"{ord(character):x}"


def text_of(record: Record) -> str:
    """All searched fields of a record, folded, one a line."""
    values = (getattr(record, f.name) for f in spec_of(type(record)) if f.facet.searched)
    return fold("\n".join(v for v in values if v))


@lru_cache(maxsize=50_000)
def initials(name: str) -> frozenset[str]:
    """The pinyin initials a name may be typed by: every reading of its first character, the common one of the rest.

    A Han character without a reading (𠮷) is written ``?`` and answers to any letter; Latin letters stand for themselves.
    """
    from pypinyin import Style, pinyin  # its dictionaries take 0.2 s and 30 MB, and reading needs none of them

    first = (
        [_initial(r) for r in pinyin(name[:1], style=Style.NORMAL, heteronym=True, errors=_APART)[0]] if name else []
    )
    rest = [_initial(way[0]) for way in pinyin(name[1:], style=Style.NORMAL, errors=_APART)] if name[1:] else []
    made = {"".join(way) for way in product(sorted(set(first)), *([c] for c in rest))}
    return frozenset(sorted(w for w in made if w)[:_READINGS_AT_MOST])


def _initial(reading: str) -> str:
    letter = fold(reading)[:1]
    if not letter.isascii():
        return ANY if is_han(letter) else ""
    return letter if letter.isalnum() else ""


def keys_of(record: Record) -> Iterator[tuple[str, str]]:
    """The exact keys of a record: initials, document number and phone, whole and by their last four."""
    if isinstance(record, Subject):
        for way in initials(record.name):
            yield INITIALS, way
        for what, value in ((DOCUMENT, record.document_number or record.credit_code), (PHONE, record.phone)):
            digits = fold(value).replace(" ", "").replace("-", "")
            if digits:
                yield what, digits
                yield what, digits[-4:]
    elif isinstance(record, Case):
        yield "number", fold(record.number)


def index(connection: Connection, records: Iterable[tuple[Record, bool]]) -> None:
    """Bring the index up to date with records: (record as it is now, whether it is new)."""
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
        place = connection.execute(text("SELECT coalesce(max(place), 0) FROM search_text")).scalar_one()
        for row in fresh:
            place += 1
            row["place"] = place
        connection.execute(SEARCH_TEXT.insert(), fresh)
        connection.exec_driver_sql(
            "INSERT INTO search_pairs(rowid, body) VALUES (?, ?)",
            [(row["place"], " ".join(pairs(row["folded"]))) for row in fresh],
        )
    if keys:
        connection.execute(SEARCH_KEY.insert(), keys)


def remove(connection: Connection, record_id: UUID) -> None:
    """Take a record out of the index."""
    place = connection.execute(select(SEARCH_TEXT.c.place).where(SEARCH_TEXT.c.record_id == record_id)).scalar()
    if place is not None:
        connection.exec_driver_sql("DELETE FROM search_pairs WHERE rowid = ?", (place,))
        connection.execute(delete(SEARCH_TEXT).where(SEARCH_TEXT.c.place == place))
    connection.execute(delete(SEARCH_KEY).where(SEARCH_KEY.c.record_id == bindparam("gone")), {"gone": record_id})


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
    found = matching(typed)
    if found is None:
        return []
    sets, values = found
    of = "" if centres is None else f"AND s.centre_id IN ({_literals(centres)}) "
    query = (
        f"SELECT s.case_id FROM case_summary s WHERE s.case_id IN ({sets}) {of}"
        "ORDER BY s.accepted_on DESC NULLS FIRST, s.case_id DESC LIMIT :limit"
    )
    return [
        UUID(bytes=row[0])
        for row in connection.execute(text(query), values | {"limit": -1 if limit is None else limit})
    ]


def matching(typed: str) -> tuple[str, dict[str, Any]] | None:
    """The query for the ids of the cases that hold every word typed, and its values; ``None`` when nothing was typed."""
    words = fold(typed).split()
    if not words:
        return None
    values: dict[str, Any] = {}
    for i, word in enumerate(words):
        values[f"w{i}"] = word
        for j, way in enumerate(_ways(word)):
            values |= {f"from{i}_{j}": way, f"to{i}_{j}": f"{way}\U0010ffff"}
        if len(word) > 1:
            values[f"m{i}"] = " AND ".join(f'"{p}"' for p in dict.fromkeys(pairs(word)))
    return " INTERSECT ".join(_word_query(i, word) for i, word in enumerate(words)), values


def _literals(centres: Collection[UUID]) -> str:
    return ", ".join(f"x'{centre.hex}'" for centre in centres)


def _ways(word: str) -> list[str]:
    """The beginnings of initials a word of letters means: as typed, and with one letter for a character that has none."""
    if not (word.isascii() and word.isalpha()):
        return []
    return [word, *(word[:i] + ANY + word[i + 1 :] for i in range(min(len(word), _LETTERS_AT_MOST)))]


def _word_query(i: int, word: str) -> str:
    within = (
        f"SELECT rowid FROM search_pairs WHERE search_pairs MATCH :m{i}"
        if len(word) > 1
        else "SELECT place FROM search_text"
    )
    hit = f"t.place IN ({within})" + (f" AND instr(t.folded, :w{i}) > 0" if len(word) != 2 else "")
    parts = [
        f"SELECT t.case_id FROM search_text t WHERE t.case_id IS NOT NULL AND {hit}",
        "SELECT p.case_id FROM search_text t JOIN party p ON p.subject_id = t.record_id "
        f"WHERE t.kind = 'subject' AND p.voided = 0 AND {hit}",
    ]
    for j, _ in enumerate(_ways(word)):
        parts.append(
            "SELECT p.case_id FROM search_key k JOIN party p ON p.subject_id = k.record_id "
            f"WHERE k.what = 'initials' AND k.value >= :from{i}_{j} AND k.value < :to{i}_{j} AND p.voided = 0"
        )
    if word[:-1].isdigit() and len(word) >= 4:
        parts.append(
            "SELECT p.case_id FROM search_key k JOIN party p ON p.subject_id = k.record_id "
            f"WHERE k.what IN ('document', 'phone') AND k.value = :w{i} AND p.voided = 0"
        )
    return "SELECT case_id FROM (" + " UNION ".join(parts) + ")"
