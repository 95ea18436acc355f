"""``check``: proves that the desk is whole, down to each byte."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from mediation_desk.actions.check_report import CheckReport, Counted
from mediation_desk.actions.desk import Desk
from mediation_desk.actions.paper_check import number_of, paper_faults
from mediation_desk.actions.rebuilding import fill_from, fresh_database
from mediation_desk.domain.records import Case, Evidence, Paper, SignedCopy, Signing
from mediation_desk.domain.words import N_, Say
from mediation_desk.journal.chain import Stored, breaks
from mediation_desk.records import rebuild
from mediation_desk.records.blobs import BlobFault, BlobRef
from mediation_desk.records.engine import cipher_check, reading
from mediation_desk.records.reading import Reader
from mediation_desk.records.rebuild import Mismatch
from mediation_desk.records.tables import CHAIN_HEAD, OP, RECORD_TABLES


def check(desk: Desk) -> CheckReport:
    """Look at everything the desk keeps: the seal of every page, the chain of the journal, the tables against what the
    journal makes, the papers and the facts of their signing, and every file. Changes nothing.

    What is broken below is not asked further: of a damaged database nothing is read, and with a broken chain the tables
    have nothing to be compared with.
    """
    with reading(desk.store.engine) as connection:
        cipher = cipher_check(connection)
    name = f"SQLCipher {cipher.cipher}, SQLite {cipher.sqlite}"
    if cipher.faults:
        faults = tuple(Say(N_("The database is damaged: {what}."), {"what": fault}) for fault in cipher.faults)
        held, damaged = _held(desk)
        return CheckReport(name, Counted(pages=cipher.pages, blobs=len(held)), (*faults, *damaged))
    held, damaged = _held(desk)
    with reading(desk.store.engine) as connection:
        chain = list(chain_faults(connection))
        differing = [] if chain else list(_table_faults(desk, connection))
        papers = list(paper_faults(connection, held))
        counted = _count(desk, connection, cipher.pages, held)
    return CheckReport(name, counted, (*chain, *differing, *papers, *damaged), mendable=bool(differing) and not chain)


def chain_faults(connection: Connection) -> Iterator[Say]:
    """Every place where the journal does not hold."""
    columns = OP.c.body, OP.c.digest, OP.c.desk_id, OP.c.centre_id, OP.c.desk_seq
    rows = connection.execute(select(*columns).order_by(OP.c.place))
    for found in breaks(Stored(body, known, str(desk), str(centre), seq) for body, known, desk, centre, seq in rows):
        values = {"number": found.desk_seq, "desk": found.desk_id, "what": found.what}
        yield Say(N_("Journal of desk {desk}, entry {number}: {what}."), values)
    yield from _tail_faults(connection)


def _tail_faults(connection: Connection) -> Iterator[Say]:
    """Entries cut off at the end leave a chain that holds; the noted heads know how far it went."""
    last = select(OP.c.desk_id, OP.c.centre_id, func.max(OP.c.desk_seq)).group_by(OP.c.desk_id, OP.c.centre_id)
    reached = {(desk, centre): seq for desk, centre, seq in connection.execute(last)}
    heads = connection.execute(select(CHAIN_HEAD.c.desk_id, CHAIN_HEAD.c.centre_id, CHAIN_HEAD.c.desk_seq))
    for desk, centre, seq in heads:
        if reached.get((desk, centre), 0) < seq:
            yield Say(
                N_("Journal of desk {desk}: entries up to {number} are missing at its end."),
                {"desk": desk, "number": seq},
            )


def _table_faults(desk: Desk, live: Connection) -> Iterator[Say]:
    with desk.profile.temporary_folder() as folder, fresh_database(folder / "rebuilt.db", desk.vault) as target:
        fill_from(live, target)
        with reading(target) as rebuilt:
            found = rebuild.mismatches(live, rebuilt)
    for mismatch in found:
        yield _differs(live, mismatch)


def _differs(live: Connection, mismatch: Mismatch) -> Say:
    values: dict[str, object] = {"table": mismatch.table, "rows": mismatch.rows, "record": mismatch.record_id or "-"}
    number = number_of(live, mismatch.table, mismatch.record_id)
    if number:
        values["number"] = number
        return Say(
            N_(
                "Table {table}: {rows} rows are not what the journal says, the first of case {number} (record {record})."
            ),
            values,
        )
    return Say(N_("Table {table}: {rows} rows are not what the journal says, the first of record {record}."), values)


def _held(desk: Desk) -> tuple[frozenset[str], list[Say]]:
    """The digests of all blobs that are whole, and what is wrong with the others."""
    whole: set[str] = set()
    damaged = []
    for found in desk.blobs.verify():
        match found:
            case BlobRef(digest=digest):
                whole.add(digest)
            case BlobFault(problem=problem):
                damaged.append(problem.sentence)
    return frozenset(whole), damaged


def _count(desk: Desk, connection: Connection, pages: int, held: frozenset[str]) -> Counted:
    def rows(kind: str) -> int:
        return int(connection.execute(select(func.count()).select_from(RECORD_TABLES[kind])).scalar_one())

    reader = Reader(connection)
    named = {d for p in reader.find(Paper, voided=True) for d in (p.view, p.pdf)}
    named |= {d for e in reader.find(Evidence, voided=True) for d in e.blobs}
    named |= {d for s in reader.find(SignedCopy, voided=True) for d in s.blobs}
    return Counted(
        pages=pages,
        ops=int(connection.execute(select(func.count()).select_from(OP)).scalar_one()),
        records=sum(map(rows, RECORD_TABLES)),
        cases=rows(Case.kind),
        tables=len(RECORD_TABLES),
        papers=rows(Paper.kind),
        signings=rows(Signing.kind),
        blobs=len(held),
        orphans=len(desk.blobs.orphans(named)),
    )
