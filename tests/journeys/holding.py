"""Holding a case, its paper and what follows from its signing against what is expected."""

from __future__ import annotations

from tests.documents.readers import by_poppler
from tests.journeys.expected import Expected

from mediation_desk.actions.agreement_paper import agreement_view
from mediation_desk.actions.agreements import copies_of
from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.due import age_of, due_of
from mediation_desk.documents.agreement import agreement_text, furniture
from mediation_desk.documents.check import comparable, differences, page_texts
from mediation_desk.domain.dates import CHINA
from mediation_desk.domain.effect import EffectState
from mediation_desk.domain.records.agreement import PAY
from mediation_desk.domain.records.party import PERSON
from mediation_desk.reference.codes import table


def hold_parties(file: CaseFile, expected: Expected) -> None:
    """Everybody by name, number, age, side and agent."""
    assert file.centre.name == expected.centre
    assert file.case.number == expected.number
    assert file.case.title == expected.title
    sides = {p.name: p.party.side for p in file.parties}
    assert [n for n, side in sides.items() if side == "applicant"] == list(expected.applicants)
    assert [n for n, side in sides.items() if side == "respondent"] == list(expected.respondents)
    people = [p for p in file.parties if p.subject.subject_kind == PERSON]
    assert {p.name: str(p.subject.born_on) for p in people} == expected.born
    assert {p.name: table("sex").name_zh(p.subject.sex) for p in people} == expected.sexes
    assert all(p.subject.document_type == "111" for p in people)
    assert {p.name: p.subject.document_number or p.subject.credit_code for p in file.parties} == expected.numbers
    assert {p.name: p.subject.phone for p in file.parties if p.subject.phone} == expected.phones
    assert {p.name: p.subject.address for p in file.parties} == expected.addresses
    bodies = [p for p in file.parties if p.subject.subject_kind != PERSON]
    assert {p.name: p.subject.representative for p in bodies} == expected.representatives
    _hold_agents(file, expected)


def _hold_agents(file: CaseFile, expected: Expected) -> None:
    """A fellow party who acts for others is that party, not a namesake."""
    own = {p.name: p.party.id for p in file.parties}
    agents = {p.name: [(a.name, a.authority) for a in p.party.agents] for p in file.parties if p.party.agents}
    assert agents == {name: [agent] for name, agent in expected.agents.items()}
    assert all(a.party_id == own.get(a.name) for p in file.parties for a in p.party.agents)


def hold_course(file: CaseFile, expected: Expected) -> None:
    """What was asked, looked into and said, on which days."""
    assert tuple((c.text, c.amount) for c in file.claims) == expected.claims
    assert (str(file.case.applied_on), str(file.case.accepted_on)) == (expected.applied, expected.accepted)
    assert tuple(f"{i.at.astimezone(CHINA):%Y-%m-%d %H:%M}" for i in file.inquiries if i.at) == expected.inquiries
    assert tuple(e.name for e in file.evidence) == expected.evidence
    results = table("meeting_result")
    held = [(f"{m.at.astimezone(CHINA):%Y-%m-%d %H:%M}", results.name_zh(m.result)) for m in file.meetings if m.at]
    assert tuple(held) == expected.meetings


def hold_agreement(file: CaseFile, expected: Expected) -> None:
    """Sums and days to the fen; ages of the day of the agreement; copies."""
    agreement = file.agreement
    assert agreement is not None and agreement.concluded_on is not None
    assert str(agreement.concluded_on) == expected.concluded
    assert file.mediator_names(agreement.mediator_ids) == expected.mediators
    assert agreement.recorder == expected.recorder
    ages = {p.name: age_of(p, agreement.concluded_on) for p in file.parties}
    assert {name: age for name, age in ages.items() if age is not None} == expected.ages
    paid = tuple(
        (
            file.party(t.obligor_ids[0]).name,
            file.party(t.obligee_ids[0]).name,
            t.amount,
            tuple((str(p.due), p.amount) for p in t.schedule),
        )
        for t in file.terms
        if t.term_kind == PAY
    )
    assert paid == expected.paid
    for _payer, _payee, total, parts in expected.paid:
        assert sum(amount for _due, amount in parts) == total
    assert agreement.court_copy == bool(expected.court)
    if expected.court:
        assert agreement.court == expected.court
    assert copies_of(file).total == expected.copies


def hold_signed(file: CaseFile, expected: Expected) -> None:
    """Who signed when, what follows from it, and on which day each period ends."""
    who = {p.party.id: p.name for p in file.parties} | {i: m.name for i, m in file.mediators.items()}
    facts = [
        (s.fact, who.get(s.party_id or s.mediator_id, "") if s.party_id or s.mediator_id else "", str(s.on), s.by)
        for s in file.signings
    ]
    assert sorted(facts) == sorted(expected.facts)
    effect = file.effect
    assert effect is not None
    assert (effect.state, str(effect.on)) == (EffectState.EFFECTIVE, expected.effect)
    ends = {d.what.text: str(d.deadline.last) for d in due_of(file)}
    assert ends == {
        "Period of mediation": expected.mediation_ends,
        "Joint application for judicial confirmation": expected.confirm,
        **({"Joint application for arbitration review": expected.review} if expected.review else {}),
    }
    assert tuple((s.stage.value, str(s.on)) for s in file.steps) == expected.stages


def hold_paper(pdf: bytes, file: CaseFile, expected: Expected) -> None:
    """Two readers take the same text out of the paper, it is the record's, and it says what it must."""
    paper = file.paper
    assert paper is not None
    assert (paper.draft, paper.copies) == (1, expected.copies)
    view = agreement_view(file, draft=paper.draft, issued=paper.issued_at, code=paper.code)
    assert differences(pdf, agreement_text(view), furniture(view)) == []
    read = comparable("".join(page_texts(pdf)))
    assert comparable(by_poppler(pdf)) == read
    body = comparable(agreement_text(view))
    for words in (*expected.printed, *expected.numbers.values(), *expected.phones.values(), expected.centre):
        assert comparable(words) in body, words


def hold_everything(file: CaseFile, pdf: bytes, expected: Expected) -> None:
    """The whole case, signed and sealed."""
    hold_parties(file, expected)
    hold_course(file, expected)
    hold_agreement(file, expected)
    hold_signed(file, expected)
    hold_paper(pdf, file, expected)
