"""终止调解告知书 (人民调解法 Art. 26), and what the court that sent the case is told (domain §4.13)."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import code_name, dispute, names
from mediation_desk.actions.paper_views.source import Head, PaperSource, each_party, need, two
from mediation_desk.documents.papers.court_report import CourtReportView
from mediation_desk.documents.papers.court_summary import CourtSummaryView, Step, Track
from mediation_desk.documents.papers.ending import TerminationReason
from mediation_desk.documents.papers.handed import Material
from mediation_desk.documents.papers.termination import TerminationView
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.numerals import chinese_count
from mediation_desk.domain.records import Referral, Termination
from mediation_desk.domain.records.referral import IN
from mediation_desk.domain.words import N_, Say

_NOT_ENDED = Missing(Say(N_("The mediation has not ended without agreement")), "terminations")
_NO_COURT = Missing(Say(N_("No court sent this case, or its mediation has not ended")), "referrals")
COURT_KINDS = frozenset({"assigned", "entrusted", "entrusted_summary"})


def from_court(file: CaseFile) -> Referral | None:
    """The referral by which a court sent the case."""
    return next((r for r in file.referrals if r.direction == IN and r.referral_kind in COURT_KINDS), None)


def _lacking(_file: CaseFile, ended: Termination) -> Iterator[Missing]:
    yield from need(ended.on, N_("Day on which the mediation ended missing"), "terminations", "on")
    yield from need(ended.reasons, N_("Reason for ending not chosen"), "terminations", "reasons")


def _view(file: CaseFile, ended: Termination, head: Head) -> TerminationView:
    reasons = "；".join(code_name("termination_reason", reason) for reason in ended.reasons if reason != "other")
    return TerminationView(
        **head.fields(),
        names=names(file),
        dispute=dispute(file),
        accepted=file.case.accepted_on,
        reason=ended.explanation.strip() or reasons,
        court=file.centre.court,
    )


def _of_court(file: CaseFile) -> list[Termination]:
    return list(file.terminations) if from_court(file) else []


def _report(file: CaseFile, ended: Termination, head: Head) -> CourtReportView:
    sent = from_court(file)
    assert sent is not None
    undisputed = "\n".join(u.facts.strip() for u in file.undisputed if u.facts.strip())
    return CourtReportView(
        **head.fields(),
        court=sent.body,
        case_number=sent.body_number,
        cause=sent.cause or dispute(file),
        names=names(file),
        mediators=file.mediator_names(file.case.mediator_ids),
        received=sent.signed_for_on,
        ended=ended.on,
        reasons=_reasons(ended),
        other=_other(ended),
        facts="\n".join(text for text in (file.case.facts.strip(), undisputed) if text),
        conduct=ended.conduct,
        hints=ended.issues,
        materials=tuple(Material(material=name) for name in sent.materials),
    )


def _summary(file: CaseFile, ended: Termination, head: Head) -> CourtSummaryView:
    sent = from_court(file)
    assert sent is not None
    return CourtSummaryView(
        **head.fields(),
        case_number=sent.body_number,
        cause=sent.cause or dispute(file),
        names=names(file),
        mediators=file.mediator_names(file.case.mediator_ids),
        received=sent.signed_for_on,
        ended=ended.on,
        steps=tuple(_steps(file)),
        reasons=_reasons(ended),
        other=_other(ended),
        issues=ended.issues,
        track=Track(ended.track) if ended.track in set(Track) else None,
        filler=file.case.recorder,
    )


def _steps(file: CaseFile) -> Iterator[Step]:
    for inquiry in file.inquiries:
        if inquiry.at:
            yield Step(on=day_in_china(inquiry.at), what="调查。")
    for place, meeting in enumerate(file.meetings, start=1):
        if meeting.at:
            result = code_name("meeting_result", meeting.result)
            what = f"第{chinese_count(place)}次调解，{result}。" if result else f"第{chinese_count(place)}次调解。"
            yield Step(on=day_in_china(meeting.at), what=what)


def _reasons(ended: Termination) -> tuple[TerminationReason, ...]:
    return tuple(TerminationReason(r) for r in ended.reasons if r in set(TerminationReason))


def _other(ended: Termination) -> str:
    return ended.explanation if TerminationReason.OTHER in ended.reasons else ""


SOURCE = PaperSource(
    "termination",
    lambda file: file.terminations,
    _view,
    absent=_NOT_ENDED,
    lacking=_lacking,
    copies=each_party,
)
REPORT = PaperSource("court_report", _of_court, _report, absent=_NO_COURT, lacking=_lacking, copies=two)
SUMMARY = PaperSource("court_summary", _of_court, _summary, absent=_NO_COURT, lacking=_lacking, copies=two)
