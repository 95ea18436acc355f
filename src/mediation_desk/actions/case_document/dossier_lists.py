"""The lists behind the other papers of the dossier: where each stands in a document, and in the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mediation_desk.actions.case_document.shape_base import Entry
from mediation_desk.actions.case_document.shape_dossier import (
    ConfirmationPart,
    DisclosurePart,
    FollowUpPart,
    InspectionPart,
    MandatePart,
    NonAcceptancePart,
    ReferralPart,
    ServiceAddressPart,
    SignedCopyPart,
    TerminationPart,
    UndisputedPart,
    VolumePart,
)
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.domain.fields import CaseRecord
from mediation_desk.domain.records import (
    Confirmation,
    Disclosure,
    FollowUp,
    Inspection,
    Mandate,
    NonAcceptance,
    Referral,
    ServiceAddress,
    SignedCopy,
    Termination,
    Undisputed,
    Volume,
)


@dataclass(frozen=True, slots=True)
class DossierList:
    """``name``: of the list in the document, and of the tuple in ``CaseFile``."""

    name: str
    part: type[Entry]
    record: type[CaseRecord]

    def stored(self, file: CaseFile | None) -> Sequence[Any]:
        """What the case has of it."""
        return getattr(file, self.name) if file is not None else ()


DOSSIER_LISTS = (
    DossierList("mandates", MandatePart, Mandate),
    DossierList("service_addresses", ServiceAddressPart, ServiceAddress),
    DossierList("undisputed", UndisputedPart, Undisputed),
    DossierList("disclosures", DisclosurePart, Disclosure),
    DossierList("non_acceptances", NonAcceptancePart, NonAcceptance),
    DossierList("terminations", TerminationPart, Termination),
    DossierList("referrals", ReferralPart, Referral),
    DossierList("follow_ups", FollowUpPart, FollowUp),
    DossierList("confirmations", ConfirmationPart, Confirmation),
    DossierList("volumes", VolumePart, Volume),
    DossierList("signed_copies", SignedCopyPart, SignedCopy),
    DossierList("inspections", InspectionPart, Inspection),
)
