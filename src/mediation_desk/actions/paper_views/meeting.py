"""人民调解记录 (domain §4.7), one for each meeting."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import apart, code_name, signer_view
from mediation_desk.actions.paper_views.source import Head, PaperSource, need
from mediation_desk.documents.papers.meeting import MeetingView, Outcome
from mediation_desk.domain.records import Meeting
from mediation_desk.domain.words import N_, Say

_WRITTEN = "written"
_OUTCOMES = {
    _WRITTEN: Outcome.AGREED,
    "oral": Outcome.AGREED,
    "continue": Outcome.CONTINUED,
    "not_agreed": Outcome.CONTINUED,
    "failed": Outcome.FAILED,
}


def _lacking(_file: CaseFile, meeting: Meeting) -> Iterator[Missing]:
    yield from need(meeting.at, N_("Time of the meeting missing"), "meetings", "at")
    yield from need(meeting.present_ids, N_("Parties present not chosen"), "meetings", "present_ids")
    yield from need(meeting.minutes.strip(), N_("Record of the meeting not written"), "meetings", "minutes")
    yield from need(meeting.result, N_("Result of the meeting not chosen"), "meetings", "result")


def _view(file: CaseFile, meeting: Meeting, head: Head) -> MeetingView:
    return MeetingView(
        **head.fields(),
        ordinal=file.meetings.index(meeting) + 1 if len(file.meetings) > 1 else None,
        at=meeting.at,
        place=meeting.place,
        form=code_name("meeting_form", meeting.form),
        public=file.case.in_public,
        subject=file.case.title,
        parties=tuple(signer_view(file, e) for e in file.parties if e.party.id in meeting.present_ids),
        present=apart(meeting.others),
        minutes=meeting.minutes,
        outcome=_OUTCOMES.get(meeting.result),
        result=_result(file, meeting),
        mediators=file.mediator_names(meeting.mediator_ids),
        recorder=meeting.recorder,
    )


def _result(file: CaseFile, meeting: Meeting) -> str:
    name = code_name("meeting_result", meeting.result)
    if meeting.result == _WRITTEN and file.agreement is not None:
        return f"{name}，详见{file.agreement.number}人民调解协议书。"
    return f"{name}。" if name else ""


def _called(file: CaseFile, meeting: Meeting) -> str:
    return str(file.meetings.index(meeting) + 1) if len(file.meetings) > 1 else ""


SOURCE = PaperSource(
    "meeting",
    lambda file: file.meetings,
    _view,
    absent=Missing(Say(N_("No meeting recorded yet")), "meetings"),
    lacking=_lacking,
    called=_called,
)
