"""The sheets of a dossier: issued papers as they lie, signed copies and evidence scan by scan, each encrypted meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.paper_slots import PaperSlot, is_signed_by_hand, paper_in
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.binding.parts import Leaf
from mediation_desk.documents.binding.said import notice_sheet
from mediation_desk.documents.compose import DAY_BY_HAND
from mediation_desk.documents.pages import Pages
from mediation_desk.documents.scans.pages import scan_pages
from mediation_desk.documents.scans.sheet import on_sheet
from mediation_desk.documents.typefaces import BLANK
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Evidence
from mediation_desk.domain.words import Say
from mediation_desk.records.blobs import BlobStore
from mediation_desk.reference.language import printed
from mediation_desk.reference.papers import Wording

_HAND = BLANK * 4


@dataclass(frozen=True, slots=True)
class Refused:
    """A scan that could not be bound: what it is, and why."""

    what: str
    why: Say


@dataclass(slots=True)
class Leaves:
    """Makes the leaves of one case. ``scratch``: encrypted room for sheets until the volume is written."""

    seat: Seat
    file: CaseFile
    scratch: BlobStore
    words: Wording
    refused: list[Refused] = field(default_factory=list)
    unscanned: int = 0

    def of_slot(self, slot: PaperSlot, name: str) -> Iterator[Leaf]:
        """The signed copy where it was scanned, else the paper as issued; after the list of evidence, the evidence."""
        paper = paper_in(self.file, slot)
        assert paper is not None
        scans = [blob for copy in self.file.signed_copies if copy.paper_id == paper.id for blob in copy.blobs]
        if scans:
            for blob in scans:
                yield from self._scanned(blob, name, whole=True)
        else:
            if is_signed_by_hand(self.file, slot):
                self.unscanned += 1
            yield Leaf(lambda: self.seat.desk.blobs.get(paper.pdf), paper.pages)
        if slot.kind == "evidence":
            for place, item in enumerate(self.file.evidence, start=1):
                yield from self._evidence(item, place)

    def made(self, pdf: bytes) -> Leaf:
        """Sheets made for this volume."""
        with Pages(pdf) as pages:
            return self._kept(pdf, len(pages))

    def _evidence(self, item: Evidence, place: int) -> Iterator[Leaf]:
        name = self.words("item", place=place, name=item.name)
        caption = "" if item.original else self.words("copy", name=item.checked_by or _HAND, day=DAY_BY_HAND)
        for blob in item.blobs:
            yield from self._scanned(blob, name, whole=False, caption=caption)

    def _scanned(self, blob: str, name: str, *, whole: bool, caption: str = "") -> Iterator[Leaf]:
        try:
            for picture in scan_pages(self.seat.desk.blobs.get(blob)):
                yield self._kept(on_sheet(picture, whole=whole), 1, caption)
        except KnownProblem as problem:
            self.refused.append(Refused(name, problem.sentence))
            why = self.words("why", why=printed(problem.sentence))
            lines = (self.words("not_shown", what=name), why, self.words("kept"))
            yield self._kept(notice_sheet(lines), 1)

    def _kept(self, pdf: bytes, pages: int, caption: str = "") -> Leaf:
        digest = self.scratch.put(pdf).digest
        return Leaf(lambda: self.scratch.get(digest), pages, caption)
