"""Which papers a dossier has, in the legal order (卷内目录), and which of them are issued without being asked for."""

from __future__ import annotations

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.paper_slots import AGREEMENT, PAPER_KINDS, PaperSlot, paper_in, slots_of
from mediation_desk.domain.records.agreement import ORAL
from mediation_desk.domain.records.following import JUDICIAL
from mediation_desk.reference.codes import table
from mediation_desk.reference.papers import Wording

OPENING = "opening"
_APPLICATION, _REGISTRATION = "application", "registration"
_NOTES = "volume_notes"

COURT = "court"
BANK = "bank"
SETS: dict[str, tuple[str, ...]] = {
    COURT: ("confirmation", AGREEMENT, "hosted", "identity", "attorney", "service_address"),
    BANK: (AGREEMENT, "effect_notice", "attorney", "receipt", "follow_up"),
}
"""The papers that a receiver expects, in its order: a court that confirms (民诉法解释 Art. 354), a bank that books."""


def wanted(file: CaseFile) -> list[PaperSlot]:
    """What is issued for the dossier of itself: of application and registration form the one that fits (人民调解法 Art. 17:
    either will do), and what stands aside only when something was written for it."""
    return [slot for kind in PAPER_KINDS for slot in slots_of(file, kind) if _asked(file, slot)]


def in_order(file: CaseFile, kinds: tuple[str, ...] = PAPER_KINDS) -> list[PaperSlot]:
    """The papers of the dossier that were issued, in order."""
    return [slot for kind in kinds for slot in slots_of(file, kind) if not _bound(kind) and paper_in(file, slot)]


def name_of(slot: PaperSlot, file: CaseFile, words: Wording) -> str:
    """A paper as 卷内目录 names it; ``words``: the wording ``binding``."""
    oral = slot.kind == AGREEMENT and file.agreement is not None and file.agreement.form == ORAL
    name = words("oral") if oral else table("paper_kind").name_zh(slot.kind)
    return words("several", paper=name, called=slot.called) if slot.called else name


def _asked(file: CaseFile, slot: PaperSlot) -> bool:
    attributes = table("paper_kind")[slot.kind].attributes
    if _bound(slot.kind):
        return False
    if attributes.get("either") == OPENING:
        return slot.kind == (_APPLICATION if file.case.in_writing else _REGISTRATION)
    if slot.kind == _NOTES:
        return bool(file.volumes and file.volumes[-1].situation.strip())
    if attributes.get("side") == "yes":
        return _written_for(file, slot)
    return True


def _written_for(file: CaseFile, slot: PaperSlot) -> bool:
    """What goes to the court is asked for when the agreement has a copy for it, or the application was begun."""
    if slot.kind in ("confirmation", "hosted"):
        court = file.agreement is not None and file.agreement.court_copy
        return court or any(c.way == JUDICIAL for c in file.confirmations)
    return slot.kind == "service_address" and slot.written


def _bound(kind: str) -> bool:
    return table("paper_kind")[kind].attributes.get("bound") == "yes"
