"""人民调解证据材料, the list, and 证据粘贴页 (domain §4.6)."""

from __future__ import annotations

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import code_name
from mediation_desk.actions.paper_views.source import Head, PaperSource
from mediation_desk.documents.papers.evidence import EvidenceItem, EvidenceView
from mediation_desk.documents.papers.evidence_sheet import EvidenceSheet, EvidenceSheetView
from mediation_desk.domain.records import Case, Evidence
from mediation_desk.domain.words import N_, Say

_NONE = Missing(Say(N_("No evidence recorded yet")), "evidence")


def _records(file: CaseFile) -> list[Case]:
    return [file.case] if file.evidence else []


def _view(file: CaseFile, case: Case, head: Head) -> EvidenceView:
    providers = dict.fromkeys(item.provider for item in file.evidence if item.provider)
    return EvidenceView(
        **head.fields(),
        items=tuple(_item(item) for item in file.evidence),
        providers=tuple(providers),
        receiver=case.recorder,
    )


def _item(item: Evidence) -> EvidenceItem:
    return EvidenceItem(
        name=item.name,
        sort=code_name("evidence_kind", item.evidence_kind),
        provider=item.provider,
        original=item.original,
        pages=item.pages,
        proves=item.proves,
        submitted=item.submitted_on,
    )


def _sheets(file: CaseFile, case: Case, head: Head) -> EvidenceSheetView:
    return EvidenceSheetView(
        **head.fields(),
        sheets=tuple(
            EvidenceSheet(order=place, name=item.name, provider=item.provider, pages=item.pages)
            for place, item in enumerate(file.evidence, start=1)
        ),
        checker=next((item.checked_by for item in file.evidence if item.checked_by), case.recorder),
    )


SOURCE = PaperSource("evidence", _records, _view, absent=_NONE)
SHEETS = PaperSource("evidence_sheet", _records, _sheets, absent=_NONE)
