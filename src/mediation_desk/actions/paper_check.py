"""Whether what was issued and signed still stands: each paper with its content and file, each signature with its paper."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Connection, select

from mediation_desk.domain.records import Evidence, Paper, SignedCopy, Signing
from mediation_desk.domain.words import N_, Say
from mediation_desk.records.reading import Reader
from mediation_desk.records.tables import RECORD_TABLES


def paper_faults(connection: Connection, held: frozenset[str]) -> Iterator[Say]:
    """Each issued paper has its frozen content and its file, each signature its paper, each scan its bytes."""
    reader = Reader(connection)
    papers = {paper.id: paper for paper in reader.find(Paper)}
    for paper in papers.values():
        for digest in (paper.view, paper.pdf):
            if digest not in held:
                yield Say(N_("Paper {code}: its content is missing or damaged on the disk."), {"code": paper.code})
    for signing in reader.find(Signing):
        yield from _signing_faults(papers, signing)
    for evidence in reader.find(Evidence):
        if not held.issuperset(evidence.blobs):
            number = number_of(connection, Evidence.kind, evidence.id)
            yield Say(
                N_("Case {number}: a scan of its evidence is missing or damaged on the disk."), {"number": number}
            )
    for copy in reader.find(SignedCopy):
        if not held.issuperset(copy.blobs):
            code = papers[copy.paper_id].code if copy.paper_id in papers else "—"
            yield Say(N_("Paper {code}: a scan of its signed copy is missing or damaged on the disk."), {"code": code})


def _signing_faults(papers: dict[UUID, Paper], signing: Signing) -> Iterator[Say]:
    if signing.paper_id is None:
        return
    paper = papers.get(signing.paper_id)
    if paper is None:
        yield Say(N_("A fact of signing names a paper that is not there (record {record})."), {"record": signing.id})
    elif paper.agreement_id != signing.agreement_id:
        yield Say(N_("Paper {code}: a fact of signing on it belongs to another agreement."), {"code": paper.code})


def number_of(connection: Connection, kind: str, record_id: UUID | None) -> str | None:
    """The number of the case that a record belongs to, for whoever has to look at it; ``None`` when it has none."""
    case, table = RECORD_TABLES["case"], RECORD_TABLES.get(kind)
    case_id = record_id
    if table is not None and "case_id" in table.c and record_id is not None:
        case_id = connection.execute(select(table.c.case_id).where(table.c.id == record_id)).scalar()
    if case_id is None:
        return None
    found: str | None = connection.execute(select(case.c.number).where(case.c.id == case_id)).scalar()
    return found
