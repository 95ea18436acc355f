"""人民调解受理登记表 (domain §4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import code_name, dispute, names
from mediation_desk.actions.paper_views.source import Head, PaperSource, need
from mediation_desk.documents.papers.registration import RegistrationView, Source
from mediation_desk.domain.records import Case
from mediation_desk.domain.words import N_, Say

_APPLIED, _INITIATIVE = "01", "02"


def _records(file: CaseFile) -> list[Case]:
    return [file.case] if file.case.accepted_on else []


def _lacking(file: CaseFile, case: Case) -> Iterator[Missing]:
    yield from need(case.facts.strip(), N_("Facts of the dispute not written"), "case", "facts")
    yield from need(case.dispute_class, N_("Dispute class not chosen"), "case", "dispute_class")
    yield from need(case.source, N_("Source of the case not chosen"), "case", "source")
    yield from need(len(file.parties) > 1, N_("Fewer than two parties"), "parties")


def _view(file: CaseFile, case: Case, head: Head) -> RegistrationView:
    own = case.source == _INITIATIVE
    return RegistrationView(
        **head.fields(),
        accepted=case.accepted_on,
        names=names(file),
        dispute=dispute(file),
        source=Source.INITIATIVE if own else Source.APPLICATION,
        referrer="" if own or case.source == _APPLIED else code_name("case_source", case.source),
        facts=case.facts,
        registrar=case.recorder,
    )


SOURCE = PaperSource(
    "registration",
    _records,
    _view,
    absent=Missing(Say(N_("Not accepted yet")), "case", "accepted_on"),
    lacking=_lacking,
)
