"""当事人身份证明 (domain §4.0, item 3)."""

from __future__ import annotations

from mediation_desk.actions.case_file import CaseFile, PartyEntry
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import code_name, role_of
from mediation_desk.actions.paper_views.source import Head, PaperSource
from mediation_desk.documents.agreement_view import PartyKind
from mediation_desk.documents.papers.identity import HolderView, IdentityView
from mediation_desk.domain.records import Case
from mediation_desk.domain.records.party import ORGANISATION
from mediation_desk.domain.words import N_, Say

_CARD, _LICENCE = "居民身份证", "营业执照（登记证书）"


def _records(file: CaseFile) -> list[Case]:
    return [file.case] if file.parties else []


def _view(file: CaseFile, case: Case, head: Head) -> IdentityView:
    return IdentityView(**head.fields(), holders=tuple(_holder(entry) for entry in file.parties), checker=case.recorder)


def _holder(entry: PartyEntry) -> HolderView:
    subject = entry.subject
    organisation = subject.subject_kind == ORGANISATION
    shown = code_name("document_type", subject.document_type) or (_CARD if subject.document_number else "")
    return HolderView(
        role=role_of(entry),
        kind=PartyKind(subject.subject_kind),
        name=subject.name,
        document=_LICENCE if organisation else shown,
        document_number=subject.credit_code if organisation else subject.document_number,
    )


SOURCE = PaperSource("identity", _records, _view, absent=Missing(Say(N_("No parties yet")), "parties"))
