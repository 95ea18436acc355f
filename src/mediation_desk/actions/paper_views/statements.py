"""无争议事实记载 and 回避与披露记录 (domain §4.13)."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import Missing
from mediation_desk.actions.paper_views.people import code_name, court_number, dispute, signers
from mediation_desk.actions.paper_views.source import Head, PaperSource, each_party, need
from mediation_desk.documents.papers.disclosure import DisclosureView
from mediation_desk.documents.papers.undisputed import UndisputedView
from mediation_desk.domain.records import Disclosure, Undisputed
from mediation_desk.domain.words import N_, Say


def _undisputed_lacking(_file: CaseFile, noted: Undisputed) -> Iterator[Missing]:
    yield from need(noted.facts.strip(), N_("Facts not in dispute are not written"), "undisputed", "facts")


def _undisputed(file: CaseFile, noted: Undisputed, head: Head) -> UndisputedView:
    return UndisputedView(
        **head.fields(),
        dispute=dispute(file),
        case_number=court_number(file),
        parties=signers(file),
        on=noted.on,
        facts=tuple(line.strip() for line in noted.facts.splitlines() if line.strip()),
        mediators=file.mediator_names(noted.mediator_ids or file.case.mediator_ids),
        recorder=noted.recorder,
    )


def _undisputed_called(file: CaseFile, noted: Undisputed) -> str:
    return str(file.undisputed.index(noted) + 1) if len(file.undisputed) > 1 else ""


def _disclosure(file: CaseFile, disclosed: Disclosure, head: Head) -> DisclosureView:
    ground = code_name("recusal_ground", disclosed.ground)
    relation = "：".join(text for text in (ground, disclosed.statement.strip()) if text)
    mediators = (disclosed.mediator_id,) if disclosed.mediator_id else file.case.mediator_ids
    return DisclosureView(
        **head.fields(),
        at=disclosed.at,
        place=disclosed.place,
        dispute=dispute(file),
        case_number=court_number(file),
        mediators=file.mediator_names(mediators),
        clear=not relation,
        relation=relation,
        result=disclosed.outcome,
        parties=signers(file),
    )


def _disclosure_called(file: CaseFile, disclosed: Disclosure) -> str:
    return str(file.disclosures.index(disclosed) + 1) if len(file.disclosures) > 1 else ""


UNDISPUTED = PaperSource(
    "undisputed",
    lambda file: file.undisputed,
    _undisputed,
    absent=Missing(Say(N_("No facts are noted as not in dispute")), "undisputed"),
    lacking=_undisputed_lacking,
    called=_undisputed_called,
    copies=each_party,
)
DISCLOSURE = PaperSource(
    "disclosure",
    lambda file: file.disclosures,
    _disclosure,
    absent=Missing(Say(N_("No disclosure noted")), "disclosures"),
    called=_disclosure_called,
)
