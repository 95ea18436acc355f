"""人民调解申请书 (domain §4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import party_view
from mediation_desk.actions.paper_views.source import Head, PaperSource, need
from mediation_desk.documents.papers.application import ApplicationView
from mediation_desk.domain.money import format_amount
from mediation_desk.domain.records import Case, Claim
from mediation_desk.domain.records.party import APPLICANT
from mediation_desk.domain.words import N_, Say


def _records(file: CaseFile) -> list[Case]:
    return [file.case] if any(p.party.side == APPLICANT for p in file.parties) else []


def _lacking(file: CaseFile, case: Case) -> Iterator[Missing]:
    yield from need(case.facts.strip(), N_("Facts of the dispute not written"), "case", "facts")
    yield from need(file.claims, N_("No claim written yet"), "claims")


def _view(file: CaseFile, case: Case, head: Head) -> ApplicationView:
    on = case.applied_on or head.day
    return ApplicationView(
        **head.fields(),
        parties=tuple(party_view(file, entry, on) for entry in file.parties),
        facts=case.facts,
        claims=tuple(claim_text(claim) for claim in file.claims),
        applicants=tuple(entry.name for entry in file.parties if entry.party.side == APPLICANT),
        recorder="" if case.in_writing else case.recorder,
    )


def claim_text(claim: Claim) -> str:
    """What is asked for, with its amount where the text does not name it."""
    text = claim.text.strip()
    amount = "" if claim.amount is None else f"{format_amount(claim.amount)}元"
    return f"{text}（{amount}）" if amount and not _names(text, claim.amount or 0) else text


def _names(text: str, amount: int) -> bool:
    written = format_amount(amount)
    return written in text or written.replace(",", "") in text


SOURCE = PaperSource(
    "application", _records, _view, absent=Missing(Say(N_("No applicant yet")), "parties"), lacking=_lacking
)
