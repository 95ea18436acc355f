"""All copies of a paper in one go, each labelled with whom it is for; and certified copies."""

from __future__ import annotations

import io
from collections.abc import Sequence

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.paper_slots import AGREEMENT, PaperSlot, copies_in, paper_in
from mediation_desk.actions.papers import NOT_ISSUED, content, note_printing
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.binding.bind import bind
from mediation_desk.documents.binding.parts import Leaf, Part
from mediation_desk.documents.compose import DAY_BY_HAND
from mediation_desk.documents.typefaces import BLANK
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Paper
from mediation_desk.domain.roles import PRINT
from mediation_desk.reference.papers import Wording, wording_on

_BINDING = "binding"


def copy_labels(file: CaseFile, slot: PaperSlot) -> tuple[str, ...]:
    """Whom each copy is for: the parties in their order, the court where one is meant, the committee's own last."""
    words = _words(file)
    count = copies_in(file, slot)
    own = words("label_committee", centre=file.centre.name)
    parties = [words("label_party", name=entry.name) for entry in file.parties]
    if count <= len(parties):
        return ("",) * (count - 1) + (own,)
    court = file.agreement.court if file.agreement is not None else ""
    courts = [words("label_court", court=court or words("a_court"))] * (count - len(parties) - 1)
    return (*parties, *courts, own) if slot.kind == AGREEMENT else (*parties, own, *[""] * len(courts))


def all_copies(seat: Seat, file: CaseFile, slot: PaperSlot) -> bytes:
    """One PDF with every copy, its label at the foot of its first sheet. ``KnownProblem`` when it was not issued."""
    paper = _issued(file, slot)
    return _captioned(content(seat, paper), paper.pages, copy_labels(file, slot))


def certified_copy(seat: Seat, file: CaseFile, paper: Paper, checked_by: str = "") -> bytes:
    """A copy of an issued paper that says it agrees with the original; the day is left for the hand."""
    name = checked_by or BLANK * 4
    caption = _words(file)("certified", name=name, day=DAY_BY_HAND)
    return _captioned(content(seat, paper), paper.pages, (caption,))


def print_all_copies(seat: Seat, file: CaseFile, slot: PaperSlot, printer: str, *, again: bool) -> int:
    """Print every copy on the printer of exactly that name; returns the sheets printed. Noted in the record."""
    from mediation_desk.documents.printing import print_pdf

    seat.require(PRINT, file.case.centre_id)
    paper = _issued(file, slot)
    sheets = print_pdf(all_copies(seat, file, slot), printer, 1)
    note_printing(seat, paper, printer, len(copy_labels(file, slot)), again=again)
    return sheets


def _captioned(pdf: bytes, pages: int, captions: Sequence[str]) -> bytes:
    out = io.BytesIO()
    bind([Part(caption or "—", (Leaf(lambda: pdf, pages, caption),), numbered=False) for caption in captions], out)
    return out.getvalue()


def _issued(file: CaseFile, slot: PaperSlot) -> Paper:
    paper = paper_in(file, slot)
    if paper is None:
        raise KnownProblem(NOT_ISSUED)
    return paper


def _words(file: CaseFile) -> Wording:
    return wording_on(_BINDING, file.case.rules_on)
