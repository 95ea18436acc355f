"""人民调解当事人权利义务告知书 (domain §4.4)."""

from __future__ import annotations

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import signers
from mediation_desk.actions.paper_views.source import Head, PaperSource
from mediation_desk.documents.papers.rights import RightsView
from mediation_desk.domain.records import Case
from mediation_desk.domain.words import N_, Say


def _records(file: CaseFile) -> list[Case]:
    return [file.case] if file.parties else []


def _view(file: CaseFile, case: Case, head: Head) -> RightsView:
    return RightsView(**head.fields(), parties=signers(file), public=case.in_public)


SOURCE = PaperSource("rights", _records, _view, absent=Missing(Say(N_("No parties yet")), "parties"))
