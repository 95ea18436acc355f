"""司法确认申请书 (domain §§4.11, 7.1) and 主持调解证明."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from mediation_desk.actions.agreements import name_of
from mediation_desk.actions.case_file import CaseFile, PartyEntry
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import dispute, names, party_view
from mediation_desk.actions.paper_views.source import UNWRITTEN, Head, PaperSource, need, two
from mediation_desk.documents.papers.confirmation import ApplicantView, ConfirmationView
from mediation_desk.documents.papers.hosted import HostedView
from mediation_desk.domain.records import Agreement, Confirmation
from mediation_desk.domain.records.following import JUDICIAL
from mediation_desk.domain.terms import term_text
from mediation_desk.domain.words import N_, Say

_NOT_IN_EFFECT = Missing(Say(N_("The agreement is not in effect yet")), "signing")


def _records(file: CaseFile) -> list[Confirmation]:
    agreement, effect = file.agreement, file.effect
    if agreement is None or effect is None or effect.on is None:
        return []
    stored = [c for c in file.confirmations if c.way == JUDICIAL]
    return stored or [
        Confirmation(
            id=UNWRITTEN,
            centre_id=file.case.centre_id,
            case_id=file.case.id,
            body=agreement.court or file.centre.court,
        )
    ]


def _lacking(_file: CaseFile, confirmation: Confirmation) -> Iterator[Missing]:
    yield from need(confirmation.body.strip(), N_("Court for confirmation missing"), "confirmations", "body")


def _view(file: CaseFile, confirmation: Confirmation, head: Head) -> ConfirmationView:
    agreement = file.agreement
    assert agreement is not None
    on = confirmation.applied_on or head.day
    return ConfirmationView(
        **head.fields(),
        applicants=tuple(_applicant(file, entry, on) for entry in file.parties),
        court=confirmation.body,
        agreement=agreement.number,
        agreed=agreement.concluded_on,
        dispute=dispute(file),
        facts=agreement.facts,
        terms=tuple(term_text(term, lambda party: name_of(file, party)) for term in file.terms),
    )


def _applicant(file: CaseFile, entry: PartyEntry, on: date) -> ApplicantView:
    party = party_view(file, entry, on)
    own = {name: getattr(party, name) for name in asdict(party)}
    return ApplicantView(**own | {"role": ""}, born=entry.subject.born_on)


def _hosted_records(file: CaseFile) -> list[Agreement]:
    effect = file.effect
    return [file.agreement] if file.agreement is not None and effect is not None and effect.on is not None else []


def _hosted(file: CaseFile, agreement: Agreement, head: Head) -> HostedView:
    effect = file.effect
    assert effect is not None
    return HostedView(
        **head.fields(),
        court=next((c.body for c in file.confirmations if c.way == JUDICIAL and c.body), "")
        or agreement.court
        or file.centre.court,
        names=names(file),
        dispute=dispute(file),
        accepted=file.case.accepted_on,
        mediators=file.mediator_names(agreement.mediator_ids),
        place=file.meetings[-1].place if file.meetings else "",
        agreed=agreement.concluded_on,
        agreement=agreement.number,
        effective=effect.on,
    )


SOURCE = PaperSource("confirmation", _records, _view, absent=_NOT_IN_EFFECT, lacking=_lacking, copies=two)
HOSTED = PaperSource("hosted", _hosted_records, _hosted, absent=_NOT_IN_EFFECT, copies=two)
