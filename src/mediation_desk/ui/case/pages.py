"""The pages of the dossier in their legal order (卷内目录), those that not every case has among them."""

from __future__ import annotations

from mediation_desk.ui.case.agreement_page import AGREEMENT
from mediation_desk.ui.case.binding_page import BINDING
from mediation_desk.ui.case.claims_page import CLAIMS
from mediation_desk.ui.case.evidence_page import EVIDENCE
from mediation_desk.ui.case.inquiry_page import INQUIRIES
from mediation_desk.ui.case.meeting_page import MEETINGS
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.papers_page import PAPERS
from mediation_desk.ui.case.party_page import PARTIES
from mediation_desk.ui.case.record_pages.confirmation import CONFIRMATIONS
from mediation_desk.ui.case.record_pages.ending import NON_ACCEPTANCES, TERMINATIONS
from mediation_desk.ui.case.record_pages.follow_up import FOLLOW_UPS
from mediation_desk.ui.case.record_pages.performance import PERFORMANCES
from mediation_desk.ui.case.record_pages.referral import REFERRALS
from mediation_desk.ui.case.record_pages.standing_in import MANDATES, SERVICE_ADDRESSES
from mediation_desk.ui.case.record_pages.statement import DISCLOSURES, UNDISPUTED
from mediation_desk.ui.case.record_pages.volume import VOLUMES
from mediation_desk.ui.case.register_page import REGISTER
from mediation_desk.ui.case.signing_page import SIGNING

PAGES: tuple[PageKind, ...] = (
    REGISTER,
    CLAIMS,
    PARTIES,
    REFERRALS,
    DISCLOSURES,
    SERVICE_ADDRESSES,
    MANDATES,
    INQUIRIES,
    EVIDENCE,
    UNDISPUTED,
    MEETINGS,
    AGREEMENT,
    SIGNING,
    PERFORMANCES,
    FOLLOW_UPS,
    CONFIRMATIONS,
    NON_ACCEPTANCES,
    TERMINATIONS,
    VOLUMES,
    PAPERS,
    BINDING,
)
"""A page that exists is named here once: outline, keys, what is missing, all follow from it."""


def kind_of(key: str) -> PageKind | None:
    """The kind of page with that key."""
    return next((kind for kind in PAGES if kind.key == key), None)
