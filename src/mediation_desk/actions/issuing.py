"""Previewing and issuing a paper of any kind: one way for all, and the agreement's own rules where it is one."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from mediation_desk.actions import papers
from mediation_desk.actions.case_file import CaseFile, load, read_case
from mediation_desk.actions.centre_wording import words_for, words_named
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_slots import AGREEMENT, PaperSlot, copies_in, lacking, paper_in
from mediation_desk.actions.paper_views.source import Head
from mediation_desk.actions.paper_views.sources import SOURCES
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.pages import Pages
from mediation_desk.documents.paper import missing_characters, paper_differences, render, view_bytes
from mediation_desk.documents.paper_view import PaperView
from mediation_desk.documents.papers.kinds import KINDS
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Paper
from mediation_desk.domain.roles import ISSUE
from mediation_desk.domain.words import N_
from mediation_desk.reference.papers import Wording

Wanted = Callable[[CaseFile], Sequence[PaperSlot]]
"""Which papers of a case are wanted, as the case is then."""

NOT_YET = N_("This paper cannot be issued yet: {what}. Nothing was issued.")
UNCHANGED = N_("The signed copy of this paper is attached and nothing was changed since. Print it once more instead.")


def preview_slot(file: CaseFile, slot: PaperSlot, at: datetime) -> bytes:
    """The paper as it would be now, with 草稿 across it. Never stored.

    ``KnownProblem`` when it cannot be laid out yet; a character without a typeface is named.
    """
    if slot.kind == AGREEMENT:
        return papers.preview(file, at)
    words = words_for(file, slot.kind)
    view = _view(file, slot, words, _next_draft(file, slot), at, "", _declared(file))
    _refuse_missing(slot, view, words)
    return render(KINDS[slot.kind], view, draft=True, words=words)


def missing_in(file: CaseFile, slot: PaperSlot, at: datetime) -> list[tuple[str, str, str]]:
    """The characters no typeface has: (place, character, code point). Empty when the paper can be issued."""
    if slot.kind == AGREEMENT:
        return papers.missing(file, at)
    words = words_for(file, slot.kind)
    view = _view(file, slot, words, 1, at, "", _declared(file))
    return missing_characters(KINDS[slot.kind], view, words)


def issue_slot(seat: Seat, file: CaseFile, slot: PaperSlot, *, declare: bool = False) -> Paper:
    """Issue the paper: freeze its view, lay it out, write the PDF, read it back and compare, store, journal.

    One that was issued before is superseded by the next draft; both are kept. ``declare``: characters that no typeface
    has are declared blanks (此字留空格手写并按指印). ``KnownProblem`` when something is lacking, cannot be printed, or the
    signed copy is attached and says the same.
    """
    if slot.kind == AGREEMENT:
        return papers.issue(seat, file)
    seat.require(ISSUE, file.case.centre_id)
    wanting = lacking(file, slot)
    if wanting:
        raise KnownProblem(NOT_YET, what=wanting[0].what)
    former = paper_in(file, slot)
    if former is not None and _signed(file, former) and stands(file, slot):
        raise KnownProblem(UNCHANGED)
    with seat.write(ISSUE, file.case.centre_id) as unit:
        if not slot.written:
            record: Any = dataclasses.replace(slot.record, id=unit.new_id())
            unit.put(record)
            slot = dataclasses.replace(slot, record=record)
            file = read_case(seat, unit.read, file.case.id)
        return unit.put(_made(seat, file, slot, former, declare=declare))


def stands(file: CaseFile, slot: PaperSlot) -> bool:
    """Whether the record still says what its latest issued paper says."""
    if slot.kind == AGREEMENT:
        return papers.stands_as_issued(file)
    paper = paper_in(file, slot)
    words = words_named(file, slot.kind, paper.wording) if paper else None
    if paper is None or words is None:
        return False
    plain = _view(file, slot, words, paper.draft, paper.issued_at, paper.code, _declared(file))
    if _digest(plain) == paper.view:
        return True
    blanks = _with_missing(slot, plain, words, _declared(file))
    declared = _view(file, slot, words, paper.draft, paper.issued_at, paper.code, blanks)
    return _digest(declared) == paper.view


def issue_all(seat: Seat, file: CaseFile, wanted: Wanted) -> list[tuple[PaperSlot, Missing]]:
    """Issue every wanted paper that was not, or no longer stands; returns those that still lack something, with what.

    What was signed stays as it was issued. A paper that cannot be issued for any other reason stops the rest.
    """
    short: list[tuple[PaperSlot, Missing]] = []
    done: set[tuple[str, str]] = set()
    while True:
        slot = next((s for s in wanted(file) if (s.kind, s.called) not in done), None)
        if slot is None:
            return short
        done.add((slot.kind, slot.called))
        former = paper_in(file, slot)
        if former is not None and (_signed(file, former) or stands(file, slot)):
            continue
        wanting = lacking(file, slot)
        if wanting:
            short.append((slot, wanting[0]))
            continue
        issue_slot(seat, file, slot)
        file = load(seat, file.case.id)


def _made(seat: Seat, file: CaseFile, slot: PaperSlot, former: Paper | None, *, declare: bool) -> Paper:
    paper_id, at = seat.desk.store.ids.new(), seat.desk.store.clock()
    kind, words, code = KINDS[slot.kind], words_for(file, slot.kind), papers.code_of(paper_id)
    draft = former.draft + 1 if former else 1
    view = _view(file, slot, words, draft, at, code, _declared(file))
    if declare:
        view = _view(file, slot, words, draft, at, code, _with_missing(slot, view, words, _declared(file)))
    _refuse_missing(slot, view, words)
    pdf = render(kind, view, draft=False, words=words)
    for difference in paper_differences(kind, view, pdf, words):
        raise KnownProblem(papers.UNFAITHFUL, page=difference.page)
    with Pages(pdf) as pages:
        count = len(pages)
    return Paper(
        id=paper_id,
        centre_id=file.case.centre_id,
        case_id=file.case.id,
        paper_kind=slot.kind,
        subject_id=slot.record.id,
        code=code,
        draft=draft,
        supersedes=former.id if former else None,
        wording=words.version,
        view=seat.desk.blobs.put(view_bytes(view)).digest,
        pdf=seat.desk.blobs.put(pdf).digest,
        pages=count,
        copies=copies_in(file, slot),
        issued_at=at,
    )


def _view(
    file: CaseFile, slot: PaperSlot, words: Wording, draft: int, at: datetime, code: str, blanks: tuple[str, ...]
) -> PaperView:
    head = Head(words.version, file.centre.name, file.case.number, code, draft, at, blanks)
    return SOURCES[slot.kind].view(file, slot.record, head)


def _declared(file: CaseFile) -> tuple[str, ...]:
    """What the agreement declared is a blank in all papers of the case."""
    return file.agreement.blanks if file.agreement is not None else ()


def _with_missing(slot: PaperSlot, view: PaperView, words: Wording, blanks: tuple[str, ...]) -> tuple[str, ...]:
    found = (char for _, char, _ in missing_characters(KINDS[slot.kind], view, words))
    return tuple(dict.fromkeys((*blanks, *found)))


def _refuse_missing(slot: PaperSlot, view: PaperView, words: Wording) -> None:
    for place, char, code in missing_characters(KINDS[slot.kind], view, words):
        raise KnownProblem(papers.NO_GLYPH, char=char, code=code, place=place)


def _next_draft(file: CaseFile, slot: PaperSlot) -> int:
    former = paper_in(file, slot)
    return former.draft + 1 if former else 1


def _signed(file: CaseFile, paper: Paper) -> bool:
    if paper.agreement_id is not None:
        return bool(file.standing_signings)
    return any(copy.paper_id == paper.id for copy in file.signed_copies)


def _digest(view: PaperView) -> str:
    return hashlib.sha256(view_bytes(view)).hexdigest()
