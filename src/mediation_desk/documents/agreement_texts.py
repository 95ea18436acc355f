"""Every text a view brings to the paper, with the place where it stands: for coverage, blanks and completeness."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.documents.agreement_view import AgreementView, PartyKind, PartyView
from mediation_desk.domain.numerals import chinese_count
from mediation_desk.reference.papers import Wording


def placed_texts(view: AgreementView, words: Wording) -> Iterator[tuple[str, str]]:
    """(place in the paper's own words, text) in the order of printing; empty texts are left out."""
    for place, text in _all(view, words):
        if text:
            yield place, text


def _all(view: AgreementView, words: Wording) -> Iterator[tuple[str, str]]:
    yield words("number", number=""), view.number
    for place, party in enumerate(view.parties, start=1):
        who = f"{words('party')}{chinese_count(place)}"
        yield who, party.role
        for label, text in _party(party, words):
            yield f"{who}{label}", text
    yield words("facts"), view.facts
    for place, term in enumerate(view.terms, start=1):
        where = words("place_term", count=chinese_count(place))
        yield where, term.text
        for schedule in term.schedules:
            yield where, schedule.obligee
    yield words("performance"), view.performance
    yield words("place_copies"), view.copies
    for name in view.mediators:
        yield words("place_mediator"), name
    yield words("place_recorder"), view.recorder
    yield words("place_centre"), view.centre
    yield words("place_code"), view.code


def _party(party: PartyView, words: Wording) -> Iterator[tuple[str, str]]:
    body = party.kind is PartyKind.ORGANISATION
    yield words("organisation_name" if body else "name"), party.name
    yield words("sex"), party.sex
    yield words("ethnicity"), party.ethnicity
    yield words("occupation"), party.occupation
    yield words("phone"), party.phone
    yield words("identity"), party.identity_label + party.identity
    yield words("organisation_address" if body else "address"), party.address
    yield words("legal_representative" if body else "guardian"), party.legal_representative
    yield words("post"), party.legal_representative_post
    for agent in party.agents:
        yield agent.title, agent.title + agent.name
        yield words("authority"), agent.authority
        yield words("phone"), agent.phone
