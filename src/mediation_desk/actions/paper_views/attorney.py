"""授权委托书 (domain §4.12), one for each principal and agent."""

from __future__ import annotations

from dataclasses import replace

from mediation_desk.actions.case_file import CaseFile, PartyEntry
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import agent_name, agent_view, dispute, opposite, party_view
from mediation_desk.actions.paper_views.source import UNWRITTEN, Head, PaperSource
from mediation_desk.documents.agreement_view import PartyView
from mediation_desk.documents.papers.attorney import AttorneyView
from mediation_desk.domain.records import Agent, Mandate
from mediation_desk.domain.words import N_, Say

_SPECIAL = "special"


def _records(file: CaseFile) -> list[Mandate]:
    stored = {(m.party_id, m.agent): m for m in file.mandates}
    return [
        stored.get((entry.party.id, agent_name(file, agent))) or _made(file, entry, agent)
        for entry in file.parties
        for agent in entry.party.agents
    ]


def _made(file: CaseFile, entry: PartyEntry, agent: Agent) -> Mandate:
    name = agent_name(file, agent)
    return Mandate(
        id=UNWRITTEN,
        centre_id=file.case.centre_id,
        case_id=file.case.id,
        party_id=entry.party.id,
        agent=name,
    )


def _agent(file: CaseFile, mandate: Mandate) -> Agent | None:
    agents = file.party(mandate.party_id).party.agents
    return next((a for a in agents if agent_name(file, a) == mandate.agent), None)


def _view(file: CaseFile, mandate: Mandate, head: Head) -> AttorneyView:
    entry, agent = file.party(mandate.party_id), _agent(file, mandate) or Agent(name=mandate.agent)
    on = mandate.begins or file.case.applied_on or head.day
    principal = party_view(file, entry, on)
    return AttorneyView(
        **head.fields(),
        principal=_alone(principal),
        agent=_alone(agent_view(file, agent, mandate, on)),
        relation=agent.relation,
        opposite=opposite(file, entry),
        dispute=dispute(file),
        special=agent.authority == _SPECIAL,
        further=mandate.further,
        begins=mandate.begins,
        ends=mandate.ends,
    )


def _alone(party: PartyView) -> PartyView:
    """Without side and agents: this paper is between two people."""
    return replace(party, role="", agents=())


def _called(file: CaseFile, mandate: Mandate) -> str:
    return f"{file.party(mandate.party_id).name}—{mandate.agent}"


SOURCE = PaperSource(
    "attorney",
    _records,
    _view,
    absent=Missing(Say(N_("No party has an agent")), "parties", "agents"),
    called=_called,
)
