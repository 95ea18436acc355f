"""How a paper is called, and how far it is, in words."""

from __future__ import annotations

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.paper_slots import AGREEMENT, PaperSlot, is_signed_by_hand, paper_in
from mediation_desk.domain.records.agreement import ORAL
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, chosen
from mediation_desk.ui.case.issuing import signed, standing_paper
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone

State = tuple[Mark, str, Tone]
"""The mark of a paper, what it means, and in which tone that is said."""


def kind_name(kind: str) -> str:
    """``人民调解记录``."""
    return table("paper_kind")[kind].name(chosen())


def name_of(slot: PaperSlot) -> str:
    """``授权委托书（张喆—杨犇）``."""
    name = kind_name(slot.kind)
    return _("{paper} ({called})").format(paper=name, called=slot.called) if slot.called else name


def state_of(file: CaseFile, slot: PaperSlot) -> State:
    """Not issued, issued, moved since, printed, signed and scanned."""
    paper = paper_in(file, slot)
    if paper is None:
        return Mark.NOT_YET, _("not issued"), Tone.PLAIN
    if standing_paper(file, slot) is None:
        return Mark.BEGUN, _("draft {draft}, changed since").format(draft=paper.draft), Tone.SOON
    if any(copy.paper_id == paper.id for copy in file.signed_copies):
        return Mark.DONE, _("signed copy attached"), Tone.ACT
    printed = any(p.paper_id == paper.id for p in file.printings)
    if printed and _wants_scan(file, slot):
        return Mark.DONE, _("printed, signed copy not scanned"), Tone.SOON
    if printed:
        return Mark.DONE, _("printed"), Tone.ACT
    if slot.kind == AGREEMENT and signed(file, paper):
        return Mark.DONE, _("signed"), Tone.ACT
    return Mark.DONE, _("draft {draft}").format(draft=paper.draft), Tone.ACT


def _wants_scan(file: CaseFile, slot: PaperSlot) -> bool:
    oral = slot.kind == AGREEMENT and file.agreement is not None and file.agreement.form == ORAL
    return is_signed_by_hand(file, slot) and not oral
