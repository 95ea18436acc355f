"""Previewing, issuing, printing and saving the paper of an agreement."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from mediation_desk.actions.agreement_paper import NO_AGREEMENT, agreement_view
from mediation_desk.actions.agreements import copies_of
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.centre_wording import words_for
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.agreement import AGREEMENT, ORAL_AGREEMENT, PAPER
from mediation_desk.documents.agreement_view import AgreementForm, AgreementView
from mediation_desk.documents.pages import Pages
from mediation_desk.documents.paper import (
    PaperKind,
    missing_characters,
    paper_differences,
    render,
    view_bytes,
)
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Paper, Printing
from mediation_desk.domain.roles import ISSUE, PRINT, READ
from mediation_desk.domain.words import N_
from mediation_desk.records.outside import writing_outside
from mediation_desk.reference.papers import Wording

NO_GLYPH = N_(
    "No typeface here can print “{char}” ({code}) in: {place}. Nothing was issued. Correct it, or declare it a blank "
    "that is filled in by hand and fingerprinted."
)
UNFAITHFUL = N_(
    "The paper did not read back as the record says (page {page}). Nothing was issued. Please report this; "
    "the record is safe."
)
SIGNED_ALREADY = N_("This agreement has been signed. It is not issued again: print the signed one once more instead.")
UNTERMED = N_("The agreement has no terms yet. Write them first.")
NOT_ISSUED = N_("This paper has not been issued yet. Issue it first.")

# Without I, L, O and U: read over the telephone and by a scanner alike.
_CODE_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def preview(file: CaseFile, at: datetime) -> bytes:
    """The paper as it would be now, with 草稿 across it. Never stored.

    ``KnownProblem`` when it cannot be laid out yet; a character without a typeface is named.
    """
    view = agreement_view(file, draft=_next_draft(file), issued=at, code="")
    words = words_for(file, PAPER)
    _refuse_missing(view, words)
    return render(_kind(view), view, draft=True, words=words)


def missing(file: CaseFile, at: datetime) -> list[tuple[str, str, str]]:
    """The characters no typeface has: (place, character, code point). Empty when the paper can be issued."""
    view = agreement_view(file, draft=1, issued=at, code="")
    return missing_characters(_kind(view), view, words_for(file, PAPER))


def issue(seat: Seat, file: CaseFile) -> Paper:
    """Issue the agreement: freeze its view, lay it out, write the PDF, read it back and compare, store, journal.

    One that was issued and not signed is superseded (作废重打) by the next draft; both are kept. ``KnownProblem`` when it
    has been signed, has no terms, or holds a character that nothing can print.
    """
    seat.require(ISSUE, file.case.centre_id)
    agreement = file.agreement
    if agreement is None:
        raise KnownProblem(NO_AGREEMENT)
    if file.standing_signings:
        raise KnownProblem(SIGNED_ALREADY)
    if not file.terms:
        raise KnownProblem(UNTERMED)
    former = file.paper
    paper_id = seat.desk.store.ids.new()
    at = seat.desk.store.clock()
    view = agreement_view(file, draft=_next_draft(file), issued=at, code=code_of(paper_id))
    pdf = _faithful(view, words_for(file, PAPER))
    with Pages(pdf) as pages:
        count = len(pages)
    with seat.write(ISSUE, file.case.centre_id) as unit:
        return unit.put(
            Paper(
                id=paper_id,
                centre_id=file.case.centre_id,
                case_id=file.case.id,
                paper_kind=PAPER,
                agreement_id=agreement.id,
                code=view.code,
                draft=view.draft,
                supersedes=former.id if former else None,
                wording=view.wording,
                view=seat.desk.blobs.put(view_bytes(view)).digest,
                pdf=seat.desk.blobs.put(pdf).digest,
                pages=count,
                copies=copies_of(file).total,
                issued_at=at,
            )
        )


def stands_as_issued(file: CaseFile) -> bool:
    """Whether the agreement still says what its latest issued paper says. An oral one needs no paper."""
    paper = file.paper
    if paper is None or file.agreement is None:
        return False
    view = agreement_view(file, draft=paper.draft, issued=paper.issued_at, code=paper.code, wording=paper.wording)
    return hashlib.sha256(view_bytes(view)).hexdigest() == paper.view


def content(seat: Seat, paper: Paper) -> bytes:
    """The issued file, as stored. Preview, print and check all read this one."""
    seat.require(READ, paper.centre_id)
    return seat.desk.blobs.get(paper.pdf)


def print_paper(seat: Seat, paper: Paper, printer: str, copies: int, *, again: bool) -> int:
    """Print an issued paper on the printer of exactly that name; returns its pages. Noted in the record.

    ``KnownProblem`` when the printer is gone: the paper is kept, and no other printer is tried.
    """
    from mediation_desk.documents.printing import print_pdf

    seat.require(PRINT, paper.centre_id)
    pages = print_pdf(content(seat, paper), printer, copies)
    note_printing(seat, paper, printer, copies, again=again)
    return pages


def save_as(seat: Seat, paper: Paper, target: Path) -> None:
    """Save the issued file outside the desk, where it is no longer in our keeping. Noted in the record."""
    seat.require(PRINT, paper.centre_id)
    pdf = content(seat, paper)
    with writing_outside(target) as file:
        file.write(pdf)
    note_printing(seat, paper, "", 1, again=False)


def code_of(paper_id: UUID) -> str:
    """The short code at the foot: eight letters from the identity's random part, no personal data in it."""
    bits = paper_id.int & ((1 << 40) - 1)
    letters = "".join(_CODE_LETTERS[bits >> shift & 31] for shift in range(35, -1, -5))
    return f"{letters[:4]}-{letters[4:]}"


def _next_draft(file: CaseFile) -> int:
    return file.paper.draft + 1 if file.paper else 1


def _refuse_missing(view: AgreementView, words: Wording) -> None:
    for place, char, code in missing_characters(_kind(view), view, words):
        raise KnownProblem(NO_GLYPH, char=char, code=code, place=place)


def _faithful(view: AgreementView, words: Wording) -> bytes:
    _refuse_missing(view, words)
    kind = _kind(view)
    pdf = render(kind, view, draft=False, words=words)
    for difference in paper_differences(kind, view, pdf, words):
        raise KnownProblem(UNFAITHFUL, page=difference.page)
    return pdf


def _kind(view: AgreementView) -> PaperKind[AgreementView]:
    return ORAL_AGREEMENT if view.form is AgreementForm.ORAL else AGREEMENT


def note_printing(seat: Seat, paper: Paper, printer: str, copies: int, *, again: bool) -> None:
    """Note that copies were printed (``printer`` empty: saved as a file)."""
    with seat.write(PRINT, paper.centre_id) as unit:
        unit.put(
            Printing(
                id=unit.new_id(),
                centre_id=paper.centre_id,
                case_id=paper.case_id,
                paper_id=paper.id,
                at=seat.desk.store.clock(),
                printer=printer,
                copies=copies,
                again=again,
            )
        )
