"""Signed is signed: the database refuses every way of SQL to change what was written once, whoever holds the key."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from uuid import UUID

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from tests.desk_fixtures import neighbours

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Agreement, Paper, Printing, Signing, Term
from mediation_desk.domain.roles import AGREE, ISSUE, PRINT, SIGN
from mediation_desk.records import schema
from mediation_desk.records.door import SIGNED
from mediation_desk.records.frozen import triggers
from mediation_desk.records.undo import undo

TABLES = ("signing", "paper", "printing", "agreement", "term", "op")


@dataclasses.dataclass
class Signed:
    """An agreement with a term, its paper and its signature, and a second agreement that nobody has signed."""

    agreement: Agreement
    term: Term
    fact: Signing
    free: Agreement
    free_term: Term


@pytest.fixture
def signed(seat: Seat) -> Signed:
    """All of it written through the door."""
    case = neighbours(seat)
    own = {"centre_id": case.centre_id, "case_id": case.id}
    with seat.write(AGREE, case.centre_id) as unit:
        agreement = unit.put(Agreement(id=unit.new_id(), number="1", facts="卫生间渗漏", **own))
        term = unit.put(Term(id=unit.new_id(), agreement_id=agreement.id, position=1, text="修复", **own))
        free = unit.put(Agreement(id=unit.new_id(), number="2", **own))
        free_term = unit.put(Term(id=unit.new_id(), agreement_id=free.id, position=1, text="别的", **own))
    with seat.write(ISSUE, case.centre_id) as unit:
        paper = unit.put(
            Paper(
                id=unit.new_id(),
                paper_kind="agreement",
                agreement_id=agreement.id,
                code="A",
                wording="1",
                view="0" * 64,
                pdf="1" * 64,
                pages=1,
                copies=3,
                issued_at=unit.context.at,
                **own,
            )
        )
    with seat.write(PRINT, case.centre_id) as unit:
        unit.put(Printing(id=unit.new_id(), paper_id=paper.id, at=unit.context.at, **own))
    with seat.write(SIGN, case.centre_id) as unit:
        fact = unit.put(
            Signing(
                id=unit.new_id(),
                agreement_id=agreement.id,
                paper_id=paper.id,
                fact="signed",
                on=seat.desk.today,
                **own,
            )
        )
    return Signed(agreement, term, fact, free, free_term)


@pytest.fixture
def raw(seat: Seat, signed: Signed) -> Iterator[sqlcipher.Connection]:
    """A plain connection with the key and none of our settings: somebody else's tool."""
    connection = sqlcipher.connect(str(seat.desk.profile.database), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{seat.desk.vault.key.hex()}'\"")
    yield connection
    connection.close()


def content(raw: sqlcipher.Connection, table: str) -> list[tuple[object, ...]]:
    """All rows of a table."""
    return [tuple(row) for row in raw.execute(f'SELECT * FROM "{table}" ORDER BY rowid')]


def columns(raw: sqlcipher.Connection, table: str) -> list[str]:
    """The names of a table's columns."""
    return [str(row[1]) for row in raw.execute(f'PRAGMA table_info("{table}")')]


def refuse(raw: sqlcipher.Connection, table: str, statement: str, *values: object) -> None:
    """The statement is refused by a trigger of ours, and nothing has changed."""
    before = content(raw, table)
    with pytest.raises(sqlcipher.IntegrityError, match=f"written once: {table}"):
        raw.execute(statement, values)
    assert content(raw, table) == before


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_frozen(raw: sqlcipher.Connection, signed: Signed, table: str) -> None:
    """Each column by itself: a list of columns that grows must not leave one out."""
    which = {"agreement": signed.agreement.id.bytes, "term": signed.term.id.bytes}.get(table)
    where, values = ("WHERE id = ?", (which,)) if which else ("", ())
    envelope = {"revision", "answer"} if table == "op" else set()
    for column in columns(raw, table):
        if column in envelope:
            raw.execute(f'UPDATE "{table}" SET "{column}" = 1')
        else:
            value = "424242" if column == "place" else "NULL"
            refuse(raw, table, f'UPDATE "{table}" SET "{column}" = {value} {where}', *values)


@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_deleted(raw: sqlcipher.Connection, table: str) -> None:
    """Neither one row nor all."""
    refuse(raw, table, f'DELETE FROM "{table}"')


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("verb", ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE", "INSERT"])
def test_no_insert_writes_over_a_row(raw: sqlcipher.Connection, table: str, verb: str) -> None:
    """``OR REPLACE`` deletes without asking the triggers on DELETE unless a setting says so, which a tool may lack."""
    row = content(raw, table)[0]
    places = ", ".join("?" for _ in row)
    refuse(raw, table, f'{verb} INTO "{table}" VALUES ({places})', *row)


@pytest.mark.parametrize("unique", ["place", "op_id", "digest"])
def test_no_op_is_thrown_out_through_another_unique_column(raw: sqlcipher.Connection, unique: str) -> None:
    """A row of its own key that shares only one unique value with an op would replace that op."""
    names = columns(raw, "op")
    row = dict(zip(names, content(raw, "op")[0], strict=True))
    fresh = {"place": 10_000, "op_id": b"x" * 16, "digest": "sha256:other"}
    row |= {name: value for name, value in fresh.items() if name != unique}
    places = ", ".join("?" for _ in names)
    refuse(raw, "op", f"INSERT OR REPLACE INTO op VALUES ({places})", *row.values())


def test_an_upsert_is_an_update(raw: sqlcipher.Connection) -> None:
    """``ON CONFLICT DO UPDATE`` is no way round."""
    row = content(raw, "signing")[0]
    places = ", ".join("?" for _ in row)
    statement = f"INSERT INTO signing VALUES ({places}) ON CONFLICT (id) DO UPDATE SET place = 'elsewhere'"
    refuse(raw, "signing", statement, *row)


def test_a_signed_term_is_not_thrown_out_by_one_of_another_agreement(raw: sqlcipher.Connection, signed: Signed) -> None:
    """The row that comes is of an unsigned agreement, the row in its way of a signed one."""
    names = columns(raw, "term")
    row = next(r for r in content(raw, "term") if r[names.index("id")] == signed.free_term.id.bytes)
    taken = [signed.term.id.bytes if name == "id" else value for name, value in zip(names, row, strict=True)]
    refuse(raw, "term", f"INSERT OR REPLACE INTO term VALUES ({', '.join('?' for _ in names)})", *taken)
    ours, free = signed.term.id.bytes, signed.free_term.id.bytes
    refuse(raw, "term", "UPDATE OR REPLACE term SET id = ? WHERE id = ?", ours, free)
    refuse(
        raw,
        "agreement",
        "UPDATE OR REPLACE agreement SET id = ? WHERE id = ?",
        signed.agreement.id.bytes,
        signed.free.id.bytes,
    )


def test_nothing_is_added_to_signed_content(raw: sqlcipher.Connection, signed: Signed) -> None:
    """A further term under a signature is as bad as a changed one; nor may a free term be moved there."""
    names = columns(raw, "term")
    row = next(r for r in content(raw, "term") if r[names.index("id")] == signed.term.id.bytes)
    added = [b"n" * 16 if name == "id" else value for name, value in zip(names, row, strict=True)]
    refuse(raw, "term", f"INSERT INTO term VALUES ({', '.join('?' for _ in names)})", *added)
    moved = "UPDATE term SET agreement_id = ? WHERE id = ?"
    refuse(raw, "term", moved, signed.agreement.id.bytes, signed.free_term.id.bytes)


def test_what_is_not_signed_may_be_changed(seat: Seat, signed: Signed) -> None:
    """The triggers ask for a signature, not for an agreement."""
    with seat.write(AGREE, signed.free.centre_id) as unit:
        unit.put(dataclasses.replace(signed.free, facts="重写"), was=signed.free)
        unit.void(signed.free_term)


def test_the_door_says_it_in_words(seat: Seat, signed: Signed) -> None:
    """A mediator meets a sentence, not a trigger."""
    with pytest.raises(KnownProblem) as refused, seat.write(AGREE, signed.agreement.centre_id) as unit:
        unit.put(dataclasses.replace(signed.agreement, facts="重写"), was=signed.agreement)
    assert refused.value.sentence.text == SIGNED


def test_a_signature_that_was_taken_back_frees_the_content(seat: Seat, signed: Signed) -> None:
    """A fact entered by mistake, taken back by a row of its own, no longer holds the agreement fast."""
    with seat.read() as reader:
        query = "SELECT unit_id FROM op WHERE record_id = ?"
        unit_id = reader.connection.exec_driver_sql(query, (signed.fact.id.bytes,)).scalar_one()
    undo(seat.desk.store, seat.actor, UUID(bytes=unit_id))
    with seat.write(AGREE, signed.agreement.centre_id) as unit:
        unit.put(dataclasses.replace(signed.agreement, facts="重写"), was=signed.agreement)


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_thrown_out_through_its_number(raw: sqlcipher.Connection, table: str) -> None:
    """A row of its own identity that claims SQLite's number of a row of ours would replace that one."""
    names = [name for name in columns(raw, table) if name != "place" or table != "op"]
    row = dict(zip(columns(raw, table), content(raw, table)[0], strict=True))
    fresh = {"id": b"x" * 16, "op_id": b"x" * 16, "digest": "sha256:other", "agreement_id": b"y" * 16}
    values = [fresh.get(name, row[name]) for name in names]
    number = raw.execute(f'SELECT min(rowid) FROM "{table}"').fetchone()[0]
    listed, places = ", ".join(f'"{name}"' for name in names), ", ".join("?" for _ in names)
    statement = f'INSERT OR REPLACE INTO "{table}" (rowid, {listed}) VALUES ({number}, {places})'
    refuse(raw, table, statement, *values)


def test_no_free_row_moves_to_the_number_of_a_signed_one(raw: sqlcipher.Connection, signed: Signed) -> None:
    """``UPDATE OR REPLACE`` of the number alone throws out the row that has it."""
    for table, ours, free in (
        ("agreement", signed.agreement.id, signed.free.id),
        ("term", signed.term.id, signed.free_term.id),
    ):
        number = raw.execute(f"SELECT rowid FROM {table} WHERE id = ?", (ours.bytes,)).fetchone()[0]
        refuse(raw, table, f"UPDATE OR REPLACE {table} SET rowid = {number} WHERE id = ?", free.bytes)


def test_a_trigger_taken_away_is_made_again(seat: Seat, raw: sqlcipher.Connection) -> None:
    """Whoever drops a trigger, or puts a tame one in its place, has it back when the desk is next opened."""
    raw.execute("DROP TRIGGER once_paper_update")
    raw.execute("DROP TRIGGER once_op_delete")
    raw.execute("CREATE TRIGGER once_op_delete BEFORE DELETE ON op BEGIN SELECT 1; END")
    assert schema.bring_up(seat.desk.store.engine)
    refuse(raw, "paper", "UPDATE paper SET pages = 2")
    refuse(raw, "op", "DELETE FROM op")
    assert not schema.bring_up(seat.desk.store.engine)


def test_a_table_taken_away_is_named(seat: Seat, raw: sqlcipher.Connection) -> None:
    """A database that lacks a table is refused with a sentence, before anything is written to it."""
    raw.execute("DROP TABLE term")
    with pytest.raises(KnownProblem) as refused:
        schema.bring_up(seat.desk.store.engine)
    assert refused.value.sentence.values["table"] == "term"


def test_all_triggers_are_in_a_new_database(raw: sqlcipher.Connection) -> None:
    """Each that the code knows has been made, in the words it has today."""
    made = {str(row[0]) for row in raw.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")}
    assert made == set(triggers().values())
