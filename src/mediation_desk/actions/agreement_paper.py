"""A case's agreement as its paper shows it: the plain view that is laid out, frozen and stored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from mediation_desk.actions.agreements import copies_of, name_of
from mediation_desk.actions.case_file import CaseFile, PartyEntry
from mediation_desk.actions.due import age_of
from mediation_desk.documents.agreement import PAPER
from mediation_desk.documents.agreement_view import (
    AgentView,
    AgreementForm,
    AgreementView,
    DeclaredBlank,
    PartyKind,
    PartyView,
    ScheduleView,
    TermView,
)
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Term
from mediation_desk.domain.records.party import ORGANISATION, Agent
from mediation_desk.domain.terms import has_table, term_text
from mediation_desk.domain.words import N_
from mediation_desk.reference.codes import table
from mediation_desk.reference.papers import wording_on

NO_AGREEMENT = N_("There is no agreement in this case yet.")
NO_PARTIES = N_("The case has no parties yet; an agreement is between at least two.")
_IDENTITY_CARD = "111"


def agreement_view(file: CaseFile, *, draft: int, issued: datetime, code: str) -> AgreementView:
    """The agreement as it reads now. ``issued`` also fixes the day of ages when no day of agreement is given.

    ``KnownProblem`` when the case has no agreement or fewer than two parties.
    """
    agreement = file.agreement
    if agreement is None:
        raise KnownProblem(NO_AGREEMENT)
    if len(file.parties) < 2:
        raise KnownProblem(NO_PARTIES)
    on = agreement.concluded_on or day_in_china(issued)

    def called(party_id: UUID) -> str:
        return name_of(file, party_id)

    return AgreementView(
        wording=wording_on(PAPER, file.case.rules_on).version,
        form=AgreementForm(agreement.form),
        number=agreement.number,
        centre=file.centre.name,
        parties=tuple(_party(file, entry, age_of(entry, on)) for entry in file.parties),
        facts=agreement.facts,
        terms=tuple(_term(term, called) for term in file.terms),
        performance=agreement.method,
        copies=copies_of(file).sentence(),
        mediators=file.mediator_names(agreement.mediator_ids),
        recorder=agreement.recorder,
        declared_blanks=tuple(DeclaredBlank(char=c) for c in agreement.blanks),
        draft=draft,
        issued=issued,
        code=code,
    )


def _term(term: Term, called: Callable[[UUID], str]) -> TermView:
    if not has_table(term):
        return TermView(text=term_text(term, called))
    parts = tuple((part.due, part.amount) for part in term.schedule)
    obligees = "、".join(called(party_id) for party_id in term.obligee_ids)
    return TermView(text=term_text(term, called), schedules=(ScheduleView(obligee=obligees, instalments=parts),))


def _party(file: CaseFile, entry: PartyEntry, age: int | None) -> PartyView:
    subject, party = entry.subject, entry.party
    organisation = subject.subject_kind == ORGANISATION
    agents = [_agent(file, agent) for agent in party.agents]
    if party.guardian:
        agents.insert(0, AgentView(name=party.guardian, title="法定代理人"))
    return PartyView(
        role=table("party_side").name_zh(party.side),
        kind=PartyKind(subject.subject_kind),
        name=subject.name,
        sex=_name("sex", subject.sex),
        ethnicity=_name("ethnicity", subject.ethnicity),
        age=age,
        occupation=subject.occupation,
        phone=subject.phone,
        identity_label="" if organisation else _identity_label(subject.document_type),
        identity=subject.credit_code if organisation else subject.document_number,
        address=subject.address,
        legal_representative=subject.representative,
        legal_representative_post=subject.representative_post,
        agents=tuple(agents),
    )


def _agent(file: CaseFile, agent: Agent) -> AgentView:
    name, phone = agent.name, agent.phone
    if agent.party_id is not None:
        fellow = file.party(agent.party_id).subject
        name, phone = name or fellow.name, phone or fellow.phone
    return AgentView(name=name, authority=_name("authority", agent.authority), phone=phone)


def _identity_label(document_type: str) -> str:
    if document_type in ("", _IDENTITY_CARD):
        return ""  # the form's own words
    return f"{_name('document_type', document_type)}号码"


def _name(codes: str, code: str) -> str:
    known = table(codes)
    return known.name_zh(code) if code in known else code
