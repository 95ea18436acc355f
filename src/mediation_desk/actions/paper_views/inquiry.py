"""人民调解调查记录 (domain §4.5), one for each inquiry."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import apart
from mediation_desk.actions.paper_views.source import Head, PaperSource, need
from mediation_desk.documents.papers.inquiry import InquiryView
from mediation_desk.domain.records import Inquiry
from mediation_desk.domain.words import N_, Say


def _lacking(_file: CaseFile, inquiry: Inquiry) -> Iterator[Missing]:
    yield from need(inquiry.at, N_("Time of the inquiry missing"), "inquiries", "at")
    yield from need(inquiry.questioned, N_("Person questioned missing"), "inquiries", "questioned")
    yield from need(inquiry.minutes.strip(), N_("Record of the inquiry not written"), "inquiries", "minutes")


def _view(_file: CaseFile, inquiry: Inquiry, head: Head) -> InquiryView:
    return InquiryView(
        **head.fields(),
        at=inquiry.at,
        place=inquiry.place,
        present=inquiry.present,
        questioned=inquiry.questioned,
        investigators=apart(inquiry.investigators),
        recorder=inquiry.recorder,
        minutes=inquiry.minutes,
    )


def _called(file: CaseFile, inquiry: Inquiry) -> str:
    return str(file.inquiries.index(inquiry) + 1) if len(file.inquiries) > 1 else ""


SOURCE = PaperSource(
    "inquiry",
    lambda file: file.inquiries,
    _view,
    absent=Missing(Say(N_("No inquiry recorded yet")), "inquiries"),
    lacking=_lacking,
    called=_called,
)
