"""Parties, agents and names of a case as papers show them."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile, PartyEntry
from mediation_desk.actions.due import age_of
from mediation_desk.documents.agreement_view import AgentView, PartyKind, PartyView
from mediation_desk.documents.papers.people import SignerView
from mediation_desk.domain.age import full_years
from mediation_desk.domain.identity import read_identity
from mediation_desk.domain.records import Mandate
from mediation_desk.domain.records.party import ORGANISATION, Agent
from mediation_desk.domain.records.referral import IN
from mediation_desk.reference.codes import table

_IDENTITY_CARD = "111"
_APART = re.compile(r"[、，,；;\s]+")


def party_view(file: CaseFile, entry: PartyEntry, on: date) -> PartyView:
    """A party with its agents, its age on a day."""
    subject = entry.subject
    organisation = subject.subject_kind == ORGANISATION
    return PartyView(
        role=role_of(entry),
        kind=PartyKind(subject.subject_kind),
        name=subject.name,
        sex=code_name("sex", subject.sex),
        ethnicity=code_name("ethnicity", subject.ethnicity),
        age=age_of(entry, on),
        occupation=subject.occupation,
        phone=subject.phone,
        identity_label="" if organisation else identity_label(subject.document_type),
        identity=subject.credit_code if organisation else subject.document_number,
        address=subject.address,
        legal_representative=subject.representative,
        legal_representative_post=subject.representative_post,
        agents=agents_of(file, entry),
    )


def signer_view(file: CaseFile, entry: PartyEntry) -> SignerView:
    """A party as far as signing goes."""
    return SignerView(
        role=role_of(entry),
        kind=PartyKind(entry.subject.subject_kind),
        name=entry.name,
        legal_representative=entry.subject.representative,
        agents=agents_of(file, entry),
    )


def signers(file: CaseFile) -> tuple[SignerView, ...]:
    """All parties, in their order."""
    return tuple(signer_view(file, entry) for entry in file.parties)


def agents_of(file: CaseFile, entry: PartyEntry) -> tuple[AgentView, ...]:
    """Guardian and agents of a party."""
    agents = [_agent(file, agent) for agent in entry.party.agents]
    if entry.party.guardian:
        agents.insert(0, AgentView(name=entry.party.guardian, title="法定代理人"))
    return tuple(agents)


def agent_view(file: CaseFile, agent: Agent, mandate: Mandate, on: date) -> PartyView:
    """An agent as a power of attorney shows him: a fellow party in full, anyone else by what is known of him."""
    if agent.party_id is not None:
        return party_view(file, file.party(agent.party_id), on)
    reading = read_identity(agent.document_number, on) if agent.document_number else None
    return PartyView(
        role="",
        kind=PartyKind.PERSON,
        name=agent.name,
        sex=(reading.sex or "") if reading else "",
        age=full_years(reading.born, on) if reading and reading.born else None,
        occupation=mandate.occupation,
        phone=agent.phone,
        identity=agent.document_number,
        address=mandate.address,
    )


def agent_name(file: CaseFile, agent: Agent) -> str:
    """An agent's name: a fellow party's own where none was written."""
    return agent.name or (file.party(agent.party_id).name if agent.party_id is not None else "")


def role_of(entry: PartyEntry) -> str:
    """申请人, 被申请人, 第三人."""
    return code_name("party_side", entry.party.side)


def names(file: CaseFile) -> tuple[str, ...]:
    """The names of all parties."""
    return tuple(entry.name for entry in file.parties)


def names_of(file: CaseFile, ids: tuple[UUID, ...]) -> tuple[str, ...]:
    """The names of some parties, in the order of the case."""
    return tuple(entry.name for entry in file.parties if entry.party.id in ids)


def opposite(file: CaseFile, entry: PartyEntry) -> str:
    """Those of another side."""
    return "、".join(other.name for other in file.parties if other.party.side != entry.party.side)


def dispute(file: CaseFile) -> str:
    """``邻里纠纷``; 纠纷 where no class was chosen."""
    return code_name("dispute_class", file.case.dispute_class) or "纠纷"


def court_number(file: CaseFile) -> str:
    """The number of the court that sent the case, if one did."""
    return next((r.body_number for r in file.referrals if r.direction == IN and r.body_number), "")


def apart(text: str) -> tuple[str, ...]:
    """Names that were typed into one field, one by one."""
    return tuple(name for name in _APART.split(text) if name)


def code_name(codes: str, code: str) -> str:
    """The Chinese name of a code; what is no code stays as it is."""
    known = table(codes)
    return known.name_zh(code) if code in known else code


def identity_label(document_type: str) -> str:
    """``护照号码``; empty for an identity card, for which the form has words of its own."""
    if document_type in ("", _IDENTITY_CARD):
        return ""
    return f"{code_name('document_type', document_type)}号码"


def _agent(file: CaseFile, agent: Agent) -> AgentView:
    phone = agent.phone
    if agent.party_id is not None:
        phone = phone or file.party(agent.party_id).subject.phone
    return AgentView(name=agent_name(file, agent), authority=code_name("authority", agent.authority), phone=phone)
