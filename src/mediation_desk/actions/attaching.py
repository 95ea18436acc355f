"""Signed copies scanned back: each sheet finds its paper by the square in its foot and goes into the dossier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.paper_slots import paper_in, slot_of
from mediation_desk.actions.scans import read_scan
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.foot_code import FootCode, codes_in
from mediation_desk.documents.scans.pages import scan_pages
from mediation_desk.documents.scans.picture import opened
from mediation_desk.documents.scans.sheet import on_sheet
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Paper, SignedCopy
from mediation_desk.domain.roles import ATTACH
from mediation_desk.domain.words import N_, Say
from mediation_desk.records.reading import Reader

NO_CODE = N_("no code was found in its foot; say which paper it is")
OF_ANOTHER = N_("it belongs to another case")
OLD_DRAFT = N_("it is draft {draft}, and draft {latest} was issued since")
UNKNOWN = N_("its code {code} is not known at this desk")


@dataclass(frozen=True, slots=True)
class Attached:
    """A paper that has its signed copy now, and of how many sheets."""

    paper: Paper
    sheets: int


@dataclass(frozen=True, slots=True)
class NotAttached:
    """A scan that found no paper, and why."""

    path: Path
    why: Say


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One scanned page: from which file, what it shows, which paper it said to be."""

    path: Path
    pdf: bytes
    found: FootCode | None


def attach_scans(seat: Seat, file: CaseFile, paths: Sequence[Path]) -> tuple[list[Attached], list[NotAttached]]:
    """Attach each sheet to the paper that its foot names; a sheet without a code follows the one before it in its file.

    A stack scanned in one go is taken apart by its codes. A paper that had a signed copy has the new one in its place; the
    old one stays in the history. What finds no paper of this case is returned with the reason, and nothing of it is kept.
    """
    seat.require(ATTACH, file.case.centre_id)
    sheets: dict[UUID, list[_Sheet]] = {}
    papers: dict[UUID, Paper] = {}
    left: list[NotAttached] = []
    with seat.read() as reader:
        for path in paths:
            last: Paper | None = None
            for sheet in _sheets(path):
                if sheet.found is None and last is None:
                    left.append(NotAttached(path, Say(NO_CODE)))
                    continue
                if sheet.found is not None:
                    last, why = _paper(reader, file, sheet.found)
                    if last is None:
                        left.append(NotAttached(path, why))
                        continue
                assert last is not None
                papers[last.id] = last
                sheets.setdefault(last.id, []).append(sheet)
    done = [_attach(seat, file, papers[paper_id], own) for paper_id, own in sheets.items()]
    return done, left


def attach_to(seat: Seat, file: CaseFile, paper: Paper, paths: Sequence[Path]) -> Attached:
    """Attach scans to a paper that was named by hand, in the order given."""
    seat.require(ATTACH, file.case.centre_id)
    sheets = [sheet for path in paths for sheet in _sheets(path)]
    return _attach(seat, file, paper, sheets, by_hand=True)


def _sheets(path: Path) -> Iterator[_Sheet]:
    for picture in scan_pages(read_scan(path)):
        found = codes_in(opened(picture))
        yield _Sheet(path, on_sheet(picture, whole=True), found[0] if found else None)


def _paper(reader: Reader, file: CaseFile, found: FootCode) -> tuple[Paper | None, Say]:
    """The paper of this case that a code names, or why there is none."""
    named = [paper for paper in file.papers if paper.code == found.code]
    if not named:
        elsewhere = reader.find(Paper, code=found.code)
        return None, Say(OF_ANOTHER) if elsewhere else Say(UNKNOWN, {"code": found.code})
    paper = named[0]
    slot = slot_of(file, paper)
    latest = paper_in(file, slot) if slot else paper
    if latest is not None and latest.id != paper.id:
        return None, Say(OLD_DRAFT, {"draft": paper.draft, "latest": latest.draft})
    return paper, Say("")


def _attach(seat: Seat, file: CaseFile, paper: Paper, sheets: Sequence[_Sheet], *, by_hand: bool = False) -> Attached:
    ordered = list(sheets) if by_hand else _by_page(sheets)
    blobs = tuple(dict.fromkeys(seat.desk.blobs.put(sheet.pdf).digest for sheet in ordered))
    if not blobs:
        raise KnownProblem(N_("There is no sheet in these scans. Nothing was attached."))
    with seat.write(ATTACH, file.case.centre_id) as unit:
        for former in unit.read.of_case(SignedCopy, file.case.id):
            if former.paper_id == paper.id:
                unit.void(former)
        unit.put(
            SignedCopy(
                id=unit.new_id(),
                centre_id=paper.centre_id,
                case_id=paper.case_id,
                paper_id=paper.id,
                blobs=blobs,
                on=seat.desk.today,
                recognised=not by_hand,
            )
        )
    return Attached(paper, len(blobs))


def _by_page(sheets: Sequence[_Sheet]) -> list[_Sheet]:
    """In the order of their printed pages; a sheet without a code stays behind the one it followed."""
    keyed, page = [], 0
    for place, sheet in enumerate(sheets):
        page = sheet.found.page if sheet.found else page
        keyed.append(((page, place), sheet))
    return [sheet for _, sheet in sorted(keyed, key=lambda pair: pair[0])]
