"""Evidence, inquiries, meetings, powers of attorney: what reviewers open the volume for."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.paper_slots import lacking, slots_of
from mediation_desk.actions.paper_views.people import agent_name
from mediation_desk.actions.selfcheck.checked import REVIEW, Checked
from mediation_desk.domain.finding import Severity
from mediation_desk.domain.words import N_, Say

_COPIES = "人民调解卷宗装订要求（复印件与原件核对无异）"
_AGENTS = "民事诉讼法第六十一条、第六十二条；法释〔2011〕5号第三条"
_MOST_AGENTS = 2


def evidence(file: CaseFile) -> Iterator[Checked]:
    """Copies that nobody compared with their originals; items without a scan."""
    for place, item in enumerate(file.evidence, start=1):
        values: dict[str, object] = {"place": place}
        if not item.original and not item.checked_by.strip():
            said = Say(N_("Evidence {place}: nobody is named who compared the copy with the original."), values)
            yield Checked(said, _COPIES, "evidence", "checked_by", place, Severity.HINT)
        if not item.blobs:
            said = Say(N_("Evidence {place}: no scan."), values)
            yield Checked(said, REVIEW, "evidence", "blobs", place, Severity.HINT)
        if item.pages is None:
            said = Say(N_("Evidence {place}: number of pages missing."), values)
            yield Checked(said, REVIEW, "evidence", "pages", place, Severity.HINT)


def minutes(file: CaseFile) -> Iterator[Checked]:
    """Inquiries, meetings and visits that cannot be issued as they are."""
    for kind in ("inquiry", "meeting", "follow_up"):
        for place, slot in enumerate(slots_of(file, kind), start=1):
            for missing in lacking(file, slot):
                yield Checked(missing.what, REVIEW, missing.page, missing.field, place)


def agents(file: CaseFile) -> Iterator[Checked]:
    """At most two agents a party, each with a document."""
    for entry in file.parties:
        if len(entry.party.agents) > _MOST_AGENTS:
            said = Say(N_("{name} has more than two agents."), {"name": entry.name})
            yield Checked(said, _AGENTS, "parties", "agents", severity=Severity.HINT)
        for agent in entry.party.agents:
            if agent.party_id is None and not agent.document_number:
                said = Say(N_("{name}: number of the agent's document not written"), {"name": agent_name(file, agent)})
                yield Checked(said, _AGENTS, "parties", "agents", severity=Severity.HINT)
