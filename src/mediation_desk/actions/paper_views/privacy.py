"""个人信息处理告知书 (domain §11.1), one for each natural person."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import code_name
from mediation_desk.actions.paper_views.source import Head, PaperSource
from mediation_desk.documents.papers.privacy import PrivacyView, Sensitive
from mediation_desk.domain.age import full_years
from mediation_desk.domain.records import Party
from mediation_desk.domain.records.party import PERSON
from mediation_desk.domain.words import N_, Say

_CHILD = 14
_MEDICAL = frozenset({"medical", "personal_injury", "work_injury", "work_injury_civil", "campus_injury"})


def _records(file: CaseFile) -> list[Party]:
    return [entry.party for entry in file.parties if entry.subject.subject_kind == PERSON]


def _view(file: CaseFile, party: Party, head: Head) -> PrivacyView:
    return PrivacyView(
        **head.fields(),
        name=file.party(party.id).name,
        guardian=party.guardian,
        contact=file.centre.phone or file.centre.address,
        retention=next((code_name("retention", v.retention) for v in file.volumes if v.retention), ""),
        sensitive=tuple(_sensitive(file, party, head)),
    )


def _sensitive(file: CaseFile, party: Party, head: Head) -> Iterator[Sensitive]:
    if any(term.account for term in file.terms if party.id in (*term.obligee_ids, *term.obligor_ids)):
        yield Sensitive.ACCOUNT
    if file.case.dispute_class in _MEDICAL:
        yield Sensitive.HEALTH
    born = file.party(party.id).subject.born_on
    years = full_years(born, head.day) if born else None
    if years is not None and years < _CHILD:
        yield Sensitive.MINOR
    yield Sensitive.BIOMETRIC  # every agreement is fingerprinted


def _called(file: CaseFile, party: Party) -> str:
    return file.party(party.id).name


SOURCE = PaperSource(
    "privacy",
    _records,
    _view,
    absent=Missing(Say(N_("No natural person among the parties yet")), "parties"),
    called=_called,
)
