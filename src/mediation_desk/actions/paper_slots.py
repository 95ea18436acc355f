"""The papers a case can have now, each in its own place: a kind of paper and the record it is made from."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.actions.agreements import copies_of
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.source import UNWRITTEN
from mediation_desk.actions.paper_views.sources import SOURCES
from mediation_desk.documents.agreement import PAPER
from mediation_desk.domain.fields import Record
from mediation_desk.domain.records import Paper
from mediation_desk.domain.records.agreement import ORAL
from mediation_desk.domain.words import N_, Say
from mediation_desk.reference.codes import table

AGREEMENT = PAPER
PAPER_KINDS: tuple[str, ...] = tuple(entry.code for entry in table("paper_kind"))


@dataclass(frozen=True, slots=True)
class PaperSlot:
    """One paper that the case can have. ``called`` tells it from others of its kind: a party's name, a count, or empty."""

    kind: str
    record: Record
    called: str = ""

    @property
    def written(self) -> bool:
        """Whether the record is stored; one that is not is stored with the paper."""
        return self.record.id != UNWRITTEN


def slots_of(file: CaseFile, kind: str) -> list[PaperSlot]:
    """The papers of a kind, in their order; none for what is made when the dossier is bound."""
    if kind == AGREEMENT:
        return [PaperSlot(AGREEMENT, file.agreement)] if file.agreement is not None else []
    source = SOURCES.get(kind)
    if source is None:
        return []
    return [PaperSlot(kind, record, source.called(file, record)) for record in source.records(file)]


def all_slots(file: CaseFile) -> list[PaperSlot]:
    """All papers the case can have, in the order of the dossier."""
    return [slot for kind in PAPER_KINDS for slot in slots_of(file, kind)]


def absent(kind: str) -> Missing:
    """What to do where the case has no paper of a kind."""
    if kind == AGREEMENT:
        return Missing(Say(N_("There is no agreement in this case yet.")), "agreement")
    source = SOURCES.get(kind)
    return source.absent if source else Missing(Say(N_("This is made when the dossier is bound")), "volumes")


def lacking(file: CaseFile, slot: PaperSlot) -> list[Missing]:
    """What the paper still needs before it can be issued."""
    if slot.kind != AGREEMENT:
        return list(SOURCES[slot.kind].lacking(file, slot.record))
    found = []
    if len(file.parties) < 2:
        found.append(Missing(Say(N_("Fewer than two parties")), "parties"))
    if not file.terms:
        found.append(Missing(Say(N_("The agreement has no terms yet")), "agreement", "terms"))
    return found


def paper_in(file: CaseFile, slot: PaperSlot) -> Paper | None:
    """The issued paper that stands: the latest draft of this kind and record."""
    if slot.kind == AGREEMENT:
        return file.paper
    own = [p for p in file.papers if p.paper_kind == slot.kind and p.subject_id == slot.record.id]
    return max(own, key=lambda p: p.draft, default=None)


def slot_of(file: CaseFile, paper: Paper) -> PaperSlot | None:
    """The place of an issued paper; ``None`` when what it was made from is gone."""
    belongs = paper.agreement_id or paper.subject_id
    return next((s for s in slots_of(file, paper.paper_kind) if s.record.id == belongs), None)


def copies_in(file: CaseFile, slot: PaperSlot) -> int:
    """How many copies are made."""
    if slot.kind == AGREEMENT:
        return copies_of(file).total
    return SOURCES[slot.kind].copies(file, slot.record)


def is_signed_by_hand(file: CaseFile, slot: PaperSlot) -> bool:
    """Whether a hand or a seal is put to it, so that its signed copy is scanned back."""
    if slot.kind == AGREEMENT:
        return file.agreement is not None and file.agreement.form != ORAL
    return SOURCES[slot.kind].signed
