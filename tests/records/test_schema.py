"""The shape of the database: made at once or by steps it is the same, and a migration is what a rebuild would make."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import Engine, select
from tests.desk_fixtures import HandClock, neighbours

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Case, Paper
from mediation_desk.journal import upcast
from mediation_desk.journal.op import Op, digest, from_bytes, to_bytes
from mediation_desk.records import frozen, rebuild, schema
from mediation_desk.records.engine import open_engine, reading, writing
from mediation_desk.records.store import Store
from mediation_desk.records.tables import CHAIN_HEAD, OP, metadata

KEY = bytes(range(32))
# The step that a test's own older version needs: a column had another name, and another was not there yet.
STEP = f"""
from alembic import op

revision = "{schema.REVISION}"
down_revision = "0000"
branch_labels = None
depends_on = None


def upgrade():
    op.execute('ALTER TABLE "case" RENAME COLUMN remark TO risk_report')
    op.execute('ALTER TABLE "case" ADD COLUMN finish_by TEXT')
    op.execute("DROP TRIGGER once_signing_update")  # as a step would that makes the table anew
"""
FIRST = (
    STEP.replace(f'"{schema.REVISION}"', '"0000"')
    .replace('down_revision = "0000"', "down_revision = None")
    .split("    op.")[0]
)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Engine]:
    """An encrypted database without a table."""
    engine = open_engine(tmp_path / "other.db", KEY, create=True)
    yield engine
    engine.dispose()


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """The folder of migrations as it would be one version later than revision 0000."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    shutil.copy(schema.MIGRATIONS / "env.py", folder)
    (folder / "versions" / "v0000.py").write_text(FIRST + "    pass\n")
    (folder / "versions" / "v9999.py").write_text(STEP)
    return folder


def shape(engine: Engine) -> set[tuple[str, str, str]]:
    """Every table, index and trigger with its words, white space aside."""
    with reading(engine) as connection:
        rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return {
            (kind, name, " ".join(sql.replace("IF NOT EXISTS ", "").replace("(", " ( ").replace(")", " ) ").split()))
            for kind, name, sql in rows
            if name != "alembic_version"
        }


def test_the_steps_make_what_is_made_at_once(empty: Engine, tmp_path: Path) -> None:
    """A desk of the first day and one made today have the same tables, indexes and triggers."""
    schema.migrate(empty)
    at_once = open_engine(tmp_path / "new.db", KEY, create=True)
    schema.create(at_once)
    stepwise, new = shape(empty), shape(at_once)
    at_once.dispose()
    assert stepwise == new
    assert schema.revision_of(empty) == schema.REVISION


def test_a_new_database_is_not_made_twice(empty: Engine) -> None:
    """Opening costs no migration once the shape is today's."""
    assert schema.bring_up(empty)
    assert not schema.bring_up(empty)


def test_a_database_of_a_newer_version_is_left_alone(empty: Engine) -> None:
    """An older program must not write into what it does not know."""
    schema.create(empty)
    with writing(empty) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    before = shape(empty)
    with pytest.raises(KnownProblem) as refused:
        schema.bring_up(empty)
    assert refused.value.sentence.text == schema.TOO_NEW
    assert shape(empty) == before


def older(op: Op) -> Op:
    """The op as schema 0 wrote it."""
    changes = {("remark" if name == "risk_report" else name): pair for name, pair in op.changes.items()}
    return msgspec.structs.replace(op, changes=changes if op.kind == "case" else op.changes, schema=0)


def newer(op: Op) -> Op:
    """The upcast that goes with the step."""
    changes = {("risk_report" if name == "remark" else name): pair for name, pair in op.changes.items()}
    return msgspec.structs.replace(op, changes=changes if op.kind == "case" else op.changes)


def copy_older(seat: Seat, target: Engine) -> None:
    """Write what the desk holds as a desk of revision 0000 and op schema 0 would hold it."""
    schema.create(target)
    with reading(seat.desk.store.engine) as source, writing(target) as out:
        for statement in (
            'ALTER TABLE "case" RENAME COLUMN risk_report TO remark',
            'ALTER TABLE "case" DROP COLUMN finish_by',
            "UPDATE alembic_version SET version_num = '0000'",
        ):
            out.exec_driver_sql(statement)
        prev = ""
        for row in source.execute(select(OP).order_by(OP.c.place)).mappings():
            body = to_bytes(msgspec.structs.replace(older(from_bytes(row["body"])), prev=prev))
            prev = digest(body)
            out.execute(OP.insert(), {**row, "body": body, "digest": prev})
        for table in metadata.sorted_tables:
            if table not in (OP,):
                rows = source.exec_driver_sql(f'SELECT * FROM "{table.name}"').mappings().all()
                for row in rows:
                    insert_raw(out, table.name, {k: v for k, v in row.items() if k != "finish_by"})
        out.execute(CHAIN_HEAD.update().values(digest=prev))


def insert_raw(out: Any, table: str, row: dict[str, Any]) -> None:
    """Insert a row as it is stored, under the names the older version had."""
    names = [f'"{"remark" if name == "risk_report" else name}"' for name in row]
    places = ", ".join("?" for _ in row)
    out.exec_driver_sql(f'INSERT INTO "{table}" ({", ".join(names)}) VALUES ({places})', tuple(row.values()))


@pytest.fixture
def old(seat: Seat, empty: Engine) -> Engine:
    """A desk of the older version, with a case that uses what was renamed."""
    case = neighbours(seat)
    with seat.write("amend", case.centre_id) as unit:
        unit.put(dataclasses.replace(case, risks=("group_petition",), risk_report="报市信访局"), was=case)
    copy_older(seat, empty)
    return empty


def rebuilt(engine: Engine, tmp_path: Path) -> list[rebuild.Mismatch]:
    """Where the tables differ from what the journal makes today."""
    fresh = open_engine(tmp_path / "rebuilt.db", KEY, create=True)
    schema.create(fresh)
    try:
        with reading(engine) as live, writing(fresh) as target:
            rebuild.fill(live, target)
        with reading(engine) as live, reading(fresh) as made:
            return rebuild.mismatches(live, made)
    finally:
        fresh.dispose()


def test_a_migration_makes_what_a_rebuild_makes(
    old: Engine, steps: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: HandClock
) -> None:
    """The proof asked of every change of shape: the migrated tables are those the old journal makes, read upcast."""
    monkeypatch.setitem(upcast.STEPS, 0, newer)
    assert schema.bring_up(old, steps)
    assert rebuilt(old, tmp_path) == []
    assert Store(old, clock).fact("infix") == "03"
    with reading(old) as connection:
        assert connection.exec_driver_sql('SELECT risk_report FROM "case"').scalar_one() == "报市信访局"


def test_a_migration_without_its_upcast_is_found(old: Engine, steps: Path, tmp_path: Path) -> None:
    """The proof can fail: the same step with the old ops read as they are."""
    schema.bring_up(old, steps)
    assert [m.table for m in rebuilt(old, tmp_path)] == ["case"]


def test_a_step_that_drops_a_trigger_gets_it_back(old: Engine, steps: Path) -> None:
    """A table that is made anew loses its triggers; what is written once stays so."""
    schema.bring_up(old, steps)
    with reading(old) as connection:
        made = set(connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'").scalars())
    assert len(made) == len(frozen.triggers())
    assert "once_signing_update" in made


def test_a_step_that_fails_changes_nothing(old: Engine, steps: Path) -> None:
    """All steps are one transaction: a desk is never left between two versions."""
    (steps / "versions" / "v9999.py").write_text(STEP + '    op.execute("ALTER TABLE nowhere ADD COLUMN x TEXT")\n')
    before = shape(old)
    with pytest.raises(Exception, match="nowhere"):
        schema.bring_up(old, steps)
    assert shape(old) == before
    assert schema.revision_of(old) == "0000"


# Every row of a desk as its tables were at a revision, so that a real step meets real rows.
def copy_as_of(seat: Seat, target: Engine) -> None:
    """Write what the desk holds into the tables of an earlier revision; kinds that did not exist then are left out."""
    with reading(seat.desk.store.engine) as source, writing(target) as out:
        names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%search_pairs%'"
        for table in out.exec_driver_sql(names).scalars().all():
            if table == "alembic_version":
                continue
            columns = [f'"{row[1]}"' for row in out.exec_driver_sql(f'PRAGMA table_info("{table}")')]
            for row in source.exec_driver_sql(f'SELECT {", ".join(columns)} FROM "{table}"').all():
                places = ", ".join("?" for _ in columns)
                out.exec_driver_sql(f'INSERT INTO "{table}" ({", ".join(columns)}) VALUES ({places})', tuple(row))


def test_a_desk_of_the_first_revision_comes_to_what_its_journal_makes(
    seat: Seat, empty: Engine, tmp_path: Path, clock: HandClock
) -> None:
    """The steps after it, on a desk with an issued paper: the tables are those made at once, with the journal's rows."""
    first = tmp_path / "first"
    shutil.copytree(schema.MIGRATIONS, first)
    for later in (first / "versions").glob("v000[2-9]*"):
        later.unlink()
    schema.migrate(empty, first)
    assert schema.revision_of(empty) == "0001"
    neighbours(seat)
    paper = issued(seat)
    copy_as_of(seat, empty)

    assert schema.bring_up(empty)

    at_once = open_engine(tmp_path / "new.db", KEY, create=True)
    schema.create(at_once)
    migrated, new = shape(empty), shape(at_once)
    at_once.dispose()
    assert migrated == new
    assert rebuilt(empty, tmp_path) == []
    with Store(empty, clock).read() as reader:
        assert reader.get(Paper, paper.id) == paper


def issued(seat: Seat) -> Paper:
    """A paper as the first version wrote it: with the agreement it belongs to, and no further record."""
    with seat.write("issue", seat.account.centre_id) as unit:
        case = unit.read.find(Case)[0]
        return unit.put(
            Paper(
                id=unit.new_id(),
                centre_id=case.centre_id,
                case_id=case.id,
                paper_kind="agreement",
                agreement_id=unit.new_id(),
                code="7Q2K-41MD",
                wording="2011.1-henan",
                view="sha256:1",
                pdf="sha256:2",
                pages=2,
                copies=3,
                issued_at=seat.desk.store.clock(),
            )
        )
