"""For each kind of paper: can it be issued now, was it, does it still stand, and if not, what is missing and where."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.issuing import stands
from mediation_desk.actions.paper_slots import (
    PAPER_KINDS,
    PaperSlot,
    absent,
    is_signed_by_hand,
    lacking,
    paper_in,
    slots_of,
)
from mediation_desk.domain.records import Paper
from mediation_desk.reference.codes import table


@dataclass(frozen=True, slots=True)
class AtHand:
    """One paper, or a kind that the case has none of yet (``slot`` None).

    ``lacking``: what it needs before it can be issued. ``paper``: the draft that stands; ``stands``: the record still
    says what it says. ``to_sign``: its signed copy belongs into the dossier; ``scanned``: it is there.
    """

    kind: str
    slot: PaperSlot | None
    lacking: tuple[Missing, ...]
    paper: Paper | None = None
    stands: bool = False
    to_sign: bool = False
    scanned: bool = False

    @property
    def can_be_issued(self) -> bool:
        """Whether nothing stands in the way."""
        return self.slot is not None and not self.lacking


def papers_at_hand(file: CaseFile) -> list[AtHand]:
    """Every paper of the case and every kind it has none of, in the order of the dossier."""
    return [one for kind in PAPER_KINDS for one in _of_kind(file, kind)]


def must(kind: str) -> bool:
    """Whether the dossier is not complete without it (必须)."""
    return table("paper_kind")[kind].attributes.get("must") == "yes"


def _of_kind(file: CaseFile, kind: str) -> list[AtHand]:
    slots = slots_of(file, kind)
    return [_one(file, slot) for slot in slots] or [AtHand(kind, None, (absent(kind),))]


def _one(file: CaseFile, slot: PaperSlot) -> AtHand:
    paper = paper_in(file, slot)
    return AtHand(
        slot.kind,
        slot,
        tuple(lacking(file, slot)),
        paper,
        paper is not None and stands(file, slot),
        is_signed_by_hand(file, slot),
        paper is not None and any(copy.paper_id == paper.id for copy in file.signed_copies),
    )
