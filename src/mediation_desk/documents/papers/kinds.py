"""Every kind of paper, in the order of the dossier."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from mediation_desk.documents.agreement import AGREEMENT, ORAL_AGREEMENT
from mediation_desk.documents.paper import PaperKind
from mediation_desk.documents.papers.application import APPLICATION
from mediation_desk.documents.papers.attorney import ATTORNEY
from mediation_desk.documents.papers.confirmation import CONFIRMATION
from mediation_desk.documents.papers.consent import CONSENT
from mediation_desk.documents.papers.court_report import COURT_REPORT
from mediation_desk.documents.papers.court_summary import COURT_SUMMARY
from mediation_desk.documents.papers.decline import DECLINE
from mediation_desk.documents.papers.disclosure import DISCLOSURE
from mediation_desk.documents.papers.effect_notice import EFFECT_NOTICE
from mediation_desk.documents.papers.evidence import EVIDENCE
from mediation_desk.documents.papers.evidence_sheet import EVIDENCE_SHEET
from mediation_desk.documents.papers.extension import EXTENSION
from mediation_desk.documents.papers.false_mediation import FALSE_MEDIATION
from mediation_desk.documents.papers.follow_up import FOLLOW_UP
from mediation_desk.documents.papers.hosted import HOSTED
from mediation_desk.documents.papers.identity import IDENTITY
from mediation_desk.documents.papers.inquiry import INQUIRY
from mediation_desk.documents.papers.meeting import MEETING
from mediation_desk.documents.papers.privacy import PRIVACY
from mediation_desk.documents.papers.receipt import RECEIPT
from mediation_desk.documents.papers.referral_receipt import REFERRAL_RECEIPT
from mediation_desk.documents.papers.registration import REGISTRATION
from mediation_desk.documents.papers.rights import RIGHTS
from mediation_desk.documents.papers.service_address import SERVICE_ADDRESS
from mediation_desk.documents.papers.termination import TERMINATION
from mediation_desk.documents.papers.undisputed import UNDISPUTED
from mediation_desk.documents.papers.volume import BACK, CONTENTS, COVER, VOLUME_NOTES

_ALL: tuple[PaperKind[Any], ...] = (
    COVER,
    CONTENTS,
    APPLICATION,
    REGISTRATION,
    DECLINE,
    RIGHTS,
    PRIVACY,
    IDENTITY,
    SERVICE_ADDRESS,
    ATTORNEY,
    INQUIRY,
    EVIDENCE,
    EVIDENCE_SHEET,
    MEETING,
    AGREEMENT,
    ORAL_AGREEMENT,
    TERMINATION,
    EFFECT_NOTICE,
    RECEIPT,
    FOLLOW_UP,
    CONFIRMATION,
    HOSTED,
    REFERRAL_RECEIPT,
    CONSENT,
    DISCLOSURE,
    EXTENSION,
    UNDISPUTED,
    COURT_REPORT,
    COURT_SUMMARY,
    FALSE_MEDIATION,
    VOLUME_NOTES,
    BACK,
)

KINDS: Mapping[str, PaperKind[Any]] = MappingProxyType({kind.key: kind for kind in _ALL})
"""By key, in the order of the dossier."""
