"""人民调解回访记录 (domain §4.10), one for each visit."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import apart, code_name, names, names_of
from mediation_desk.actions.paper_views.source import Head, PaperSource, need
from mediation_desk.documents.papers.follow_up import FollowUpView, Performed
from mediation_desk.domain.records import FollowUp
from mediation_desk.domain.words import N_, Say

FINANCE = "finance"
_PERFORMED = {
    "at_once": Performed.YES,
    "on_time": Performed.YES,
    "partly": Performed.PARTLY,
    "overdue": Performed.NO,
    "gone_back": Performed.NO,
}


def _lacking(_file: CaseFile, visit: FollowUp) -> Iterator[Missing]:
    yield from need(visit.at, N_("Time of the visit missing"), "follow_ups", "at")
    yield from need(visit.situation.strip(), N_("What was found is not written"), "follow_ups", "situation")


def _view(file: CaseFile, visit: FollowUp, head: Head) -> FollowUpView:
    measures = visit.measures.strip()
    return FollowUpView(
        **head.fields(),
        names=names_of(file, visit.party_ids) if visit.party_ids else names(file),
        agreement=file.agreement.number if file.agreement else "",
        reason=file.case.title,
        at=visit.at,
        method=code_name("follow_up_way", visit.way),
        performed=_PERFORMED.get(visit.performed),
        finance=file.centre.legal_kind == FINANCE,
        outside_cause=visit.outside_cause,
        situation=f"{visit.situation}\n采取的措施：{measures}" if measures else visit.situation,
        visitors=apart(visit.visitor),
    )


def _called(file: CaseFile, visit: FollowUp) -> str:
    return str(file.follow_ups.index(visit) + 1) if len(file.follow_ups) > 1 else ""


SOURCE = PaperSource(
    "follow_up",
    lambda file: file.follow_ups,
    _view,
    absent=Missing(Say(N_("No visit recorded yet")), "follow_ups"),
    lacking=_lacking,
    called=_called,
)
