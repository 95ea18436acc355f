"""不予受理通知书 (人民调解工作若干规定 Art. 22)."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import dispute
from mediation_desk.actions.paper_views.source import Head, PaperSource, need, two
from mediation_desk.documents.papers.decline import DeclineReason, DeclineView
from mediation_desk.domain.records import NonAcceptance
from mediation_desk.domain.records.party import APPLICANT
from mediation_desk.domain.words import N_, Say


def _lacking(_file: CaseFile, declined: NonAcceptance) -> Iterator[Missing]:
    yield from need(declined.reason, N_("Reason for not accepting not chosen"), "non_acceptances", "reason")


def _view(file: CaseFile, declined: NonAcceptance, head: Head) -> DeclineView:
    other = declined.reason == DeclineReason.OTHER
    return DeclineView(
        **head.fields(),
        names=tuple(entry.name for entry in file.parties if entry.party.side == APPLICANT),
        applied=file.case.applied_on,
        dispute=dispute(file),
        reasons=(DeclineReason(declined.reason),) if declined.reason in set(DeclineReason) else (),
        other=declined.explanation if other else "",
        advice="\n".join(text for text in ("" if other else declined.explanation, declined.advice) if text.strip()),
    )


SOURCE = PaperSource(
    "decline",
    lambda file: file.non_acceptances,
    _view,
    absent=Missing(Say(N_("Nothing says that the dispute is not accepted")), "non_acceptances"),
    lacking=_lacking,
    copies=two,
)
