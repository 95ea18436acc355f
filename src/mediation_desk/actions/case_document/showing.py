"""The case document of a case as it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

import msgspec

from mediation_desk.actions.case_document.directory import Directory, Names, Register, refs_for
from mediation_desk.actions.case_document.dossier_lists import DOSSIER_LISTS
from mediation_desk.actions.case_document.shape import (
    AgreementPart,
    CaseDocument,
    ClaimPart,
    EvidencePart,
    InquiryPart,
    MeetingPart,
    PartyPart,
    PerformancePart,
    SigningPart,
    StagePart,
    TermPart,
)
from mediation_desk.actions.case_document.shape_base import Entry
from mediation_desk.actions.case_document.values import called, written, written_fields
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.domain.effect import Fact
from mediation_desk.domain.fields import Record
from mediation_desk.domain.records import Signing, StageChange
from mediation_desk.domain.stages import Stage

E = TypeVar("E", bound=Entry)


def names_of(file: CaseFile, register: Register) -> Names:
    """What the names in this case's document stand for."""
    parties = {p.party.id: p.name for p in file.parties}
    return Names(
        register=register,
        parties=Directory((parties | refs_for(parties)).items()),
        papers=Directory((p.id, p.code) for p in file.papers),
        terms=[t.id for t in own(file, file.terms)],
        signings=[s.id for s in own(file, file.signings)],
    )


def own(file: CaseFile, records: Sequence[Any]) -> list[Any]:
    """Those that belong to the agreement the document shows."""
    return [r for r in records if file.agreement is not None and r.agreement_id == file.agreement.id]


def document_of(file: CaseFile, centre: str, register: Register) -> CaseDocument:
    """The document of a case, with its revision. ``centre``: how the document calls the centre."""
    names = names_of(file, register)
    document = CaseDocument(
        id=file.case.id,
        centre=centre,
        **_fields(file.case, names),
        stages=[_stage(step, names) for step in file.stages],
        parties=_parties(file, names),
        claims=_entries(ClaimPart, file.claims, names),
        inquiries=_entries(InquiryPart, file.inquiries, names),
        evidence=_entries(EvidencePart, file.evidence, names),
        meetings=_entries(MeetingPart, file.meetings, names),
        agreement=_agreement(file, names),
        **_dossier(file, names),
    )
    return msgspec.structs.replace(document, revision=_digest(document))


def to_json(document: CaseDocument) -> bytes:
    """The bytes of a document, laid out for reading."""
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _digest(document: CaseDocument) -> str:
    # Over the content itself: whatever moved in what is shown makes another revision, nothing else does.
    return hashlib.sha256(msgspec.json.encode(document)).hexdigest()[:32]


def _fields(record: Record, names: Names) -> dict[str, Any]:
    return {called(f): written(f, getattr(record, f.name), names) for f in written_fields(type(record))}


def _entries(part: type[E], records: Sequence[Record], names: Names) -> list[E]:
    return [part(id=record.id, **_fields(record, names)) for record in records]


def _dossier(file: CaseFile, names: Names) -> dict[str, Any]:
    return {one.name: _entries(one.part, one.stored(file), names) for one in DOSSIER_LISTS}


def _stage(step: StageChange, names: Names) -> StagePart:
    return StagePart(id=step.id, **_fields(step, names) | {"stage": Stage(step.stage)})


def _signing(signing: Signing, names: Names) -> SigningPart:
    return SigningPart(id=signing.id, **_fields(signing, names) | {"fact": Fact(signing.fact)})


def _parties(file: CaseFile, names: Names) -> list[PartyPart]:
    refs: dict[UUID, str] = refs_for({p.party.id: p.name for p in file.parties})
    return [
        PartyPart(
            id=entry.party.id,
            ref=refs.get(entry.party.id),
            **_fields(entry.party, names),
            **_fields(entry.subject, names),
        )
        for entry in file.parties
    ]


def _agreement(file: CaseFile, names: Names) -> AgreementPart | None:
    if file.agreement is None:
        return None
    return AgreementPart(
        id=file.agreement.id,
        **_fields(file.agreement, names),
        terms=_entries(TermPart, own(file, file.terms), names),
        signings=[_signing(s, names) for s in own(file, file.signings)],
        performances=_entries(PerformancePart, own(file, file.performances), names),
    )
