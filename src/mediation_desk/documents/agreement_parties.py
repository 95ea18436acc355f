"""The block of one party: a person, or a body in blanks of the same kind."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.documents.agreement_view import AgentView, PartyKind, PartyView
from mediation_desk.documents.blanks import Blanks
from mediation_desk.documents.layout import Field, Fields
from mediation_desk.documents.typefaces import Role
from mediation_desk.reference.papers import Wording

_Row = tuple[Field, ...]


def party_block(party: PartyView, words: Wording, blanks: Blanks, role: Role) -> Fields:
    """The fields of a party, its agents' after them."""
    rows = _organisation if party.kind is PartyKind.ORGANISATION else _person
    return Fields(
        side=(words("party"), blanks.printed(words("party_role", role=party.role))),
        rows=tuple(_printed(row, blanks) for row in (*rows(party, words), *_agents(party, words))),
        role=role,
        label_role=Role.SONG,
    )


def _printed(row: _Row, blanks: Blanks) -> _Row:
    return tuple(
        Field(blanks.printed(field.label), blanks.printed(field.value), field.share, field.least) for field in row
    )


def _person(party: PartyView, words: Wording) -> Iterator[_Row]:
    age = "" if party.age is None else words("age_value", age=party.age)
    yield (
        Field(words("name"), party.name, 3, 5),
        Field(words("sex"), party.sex, 0.6, 2),
        Field(words("ethnicity"), party.ethnicity, 1, 3),
        Field(words("age"), age, 0.6, 3),
    )
    yield Field(words("occupation"), party.occupation, 1, 8), Field(words("phone"), party.phone, 1, 8)
    yield (Field(party.identity_label or words("identity"), party.identity),)
    yield (Field(words("address"), party.address),)
    if party.legal_representative:
        yield (Field(words("guardian"), party.legal_representative),)


def _organisation(party: PartyView, words: Wording) -> Iterator[_Row]:
    yield (Field(words("organisation_name"), party.name),)
    yield (
        Field(party.identity_label or words("credit_code"), party.identity, 1, 10),
        Field(words("phone"), party.phone, 1, 6),
    )
    yield (
        Field(words("legal_representative"), party.legal_representative, 2, 5),
        Field(words("post"), party.legal_representative_post, 1, 4),
    )
    yield (Field(words("organisation_address"), party.address),)


def _agents(party: PartyView, words: Wording) -> Iterator[_Row]:
    for agent in party.agents:
        yield _agent(agent, words)


def _agent(agent: AgentView, words: Wording) -> _Row:
    return (
        Field(agent.title, agent.name, 1.2, 5),
        Field(words("authority"), agent.authority, 1, 4),
        Field(words("phone"), agent.phone, 1, 6),
    )
