"""All kinds of pages of this version, in the legal order of the dossier (卷内目录)."""

from __future__ import annotations

from mediation_desk.ui.case.agreement_page import AGREEMENT
from mediation_desk.ui.case.claims_page import CLAIMS
from mediation_desk.ui.case.evidence_page import EVIDENCE
from mediation_desk.ui.case.inquiry_page import INQUIRIES
from mediation_desk.ui.case.meeting_page import MEETINGS
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.party_page import PARTIES
from mediation_desk.ui.case.register_page import REGISTER
from mediation_desk.ui.case.signing_page import SIGNING

PAGES: tuple[PageKind, ...] = (REGISTER, CLAIMS, PARTIES, INQUIRIES, EVIDENCE, MEETINGS, AGREEMENT, SIGNING)
"""A page that exists is named here once: outline, keys, what is missing, all follow from it."""


def kind_of(key: str) -> PageKind | None:
    """The kind of page with that key."""
    return next((kind for kind in PAGES if kind.key == key), None)
