"""The JSON Schema of the case document, with the label of every field and the table its codes come from."""

from __future__ import annotations

from typing import Any

import msgspec

from mediation_desk.actions.case_document import shape
from mediation_desk.actions.case_document.dossier_lists import DOSSIER_LISTS
from mediation_desk.actions.case_document.shape_base import Part
from mediation_desk.actions.case_document.values import called, written_fields
from mediation_desk.domain.fields import Record
from mediation_desk.domain.records import (
    Agreement,
    Case,
    Claim,
    Evidence,
    Inquiry,
    Meeting,
    Party,
    Performance,
    Signing,
    StageChange,
    Subject,
    Term,
)
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SHOWN_BY: dict[type[Part], tuple[type[Record], ...]] = {
    shape.CaseDocument: (Case,),
    shape.StagePart: (StageChange,),
    shape.PartyPart: (Party, Subject),
    shape.ClaimPart: (Claim,),
    shape.InquiryPart: (Inquiry,),
    shape.EvidencePart: (Evidence,),
    shape.MeetingPart: (Meeting,),
    shape.AgreementPart: (Agreement,),
    shape.TermPart: (Term,),
    shape.SigningPart: (Signing,),
    shape.PerformancePart: (Performance,),
    **{one.part: (one.record,) for one in DOSSIER_LISTS},
}
"""Which records each part of the document shows."""

WITH_CODES = N_("{label} (a code of the table {table}, or its Chinese name)")


def json_schema() -> dict[str, Any]:
    """The schema: draft 2020-12, labels in the language in use."""
    schema = msgspec.json.schema(shape.CaseDocument)
    for definition in schema["$defs"].values():
        definition["description"] = " ".join(definition.get("description", "").replace("``", "`").split())
    for part, records in SHOWN_BY.items():
        properties = schema["$defs"][part.__name__]["properties"]
        for record in records:
            for field in written_fields(record):
                properties[called(field)]["description"] = _described(field.facet.label, field.facet.codes)
    return {"$schema": DIALECT, "title": _("Case document"), **schema}


def _described(label: str, codes: str | None) -> str:
    spoken = _(label)
    return _(WITH_CODES).format(label=spoken, table=codes) if codes else spoken
