"""People and bodies in the blanks the forms have for them, and where they sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mediation_desk.documents.agreement_view import AgentView, PartyKind, PartyView
from mediation_desk.documents.compose import COMPANY_SEAL, Compose, Shown
from mediation_desk.documents.layout import Block, Field, Fields, SignatureLine

Row = tuple[Field, ...]


@dataclass(frozen=True, kw_only=True)
class SignerView:
    """A party as far as signing goes: nothing of it is on the paper but its name."""

    role: str = ""
    kind: PartyKind = PartyKind.PERSON
    name: str = ""
    legal_representative: str = ""
    agents: tuple[AgentView, ...] = ()


Signer = PartyView | SignerView


def person(role: str = "") -> PartyView:
    """A party nothing is known of: the block of a blank form."""
    return PartyView(role=role, kind=PartyKind.PERSON, name="")


def party_fields(party: PartyView, page: Compose, side: tuple[str, ...], *further: Row) -> Fields:
    """A party's block under its heading; ``further`` rows stand after its first."""
    own = _organisation if party.kind is PartyKind.ORGANISATION else _person
    first, *rows = own(party, page)
    agents = (_agent(agent, page) for agent in party.agents)
    return page.fields(first, *further, *rows, *agents, side=side)


def by_role(parties: Sequence[PartyView], page: Compose, blank: tuple[str, ...]) -> Iterator[Block]:
    """Each party's block under its role (申请人, 被申请人); for a blank form one of each role named."""
    for party in parties or [person(role) for role in blank]:
        yield party_fields(party, page, (party.role,))


def party_signatures(parties: Sequence[Signer], page: Compose, who: str, how: str) -> Iterator[SignatureLine]:
    """A place for each party; a body's seal and its representative's hand; then the agents, each once."""
    for party in parties:
        if party.kind is PartyKind.PERSON:
            yield page.sign(who, how, role=party.role, name=party.name)
            continue
        yield page.sign(who, "how_seal", COMPANY_SEAL, role=party.role, name=party.name)
        yield page.sign("sign_representative", "how_representative", name=party.legal_representative)
    for (title, name), principals in _acting(parties).items():
        yield page.sign("sign_agent", "how_finger", title=title, name=name, principal="、".join(principals))


def name_signatures(names: Sequence[str], page: Compose, who: str, how: str, least: int = 1) -> Iterator[SignatureLine]:
    """A place for each name; ``least`` empty ones on a blank form."""
    for name in names or [""] * least:
        yield page.sign(who, how, name=name)


def joined(names: Sequence[str]) -> str:
    """``张喆、刘堃``."""
    return "、".join(name for name in names if name)


def _acting(parties: Sequence[Signer]) -> dict[tuple[str, str], list[str]]:
    acting: dict[tuple[str, str], list[str]] = {}
    for party in parties:
        for agent in party.agents:
            acting.setdefault((agent.title, agent.name), []).append(party.name)
    return acting


def _person(party: PartyView, page: Compose) -> Iterator[Row]:
    age: Shown = None if party.age is None else page.words("age_value", age=party.age)
    yield (
        page.field("name", party.name, 3, 5),
        page.field("sex", party.sex, 0.6, 2),
        page.field("ethnicity", party.ethnicity, 1, 3),
        page.field("age", age, 0.6, 3),
    )
    yield page.field("occupation", party.occupation, 1, 8), page.field("phone", party.phone, 1, 8)
    yield (Field(party.identity_label or page.words("identity"), party.identity),)
    yield (page.field("address", party.address),)
    if party.legal_representative:
        yield (page.field("guardian", party.legal_representative),)


def _organisation(party: PartyView, page: Compose) -> Iterator[Row]:
    yield (page.field("organisation_name", party.name),)
    code = Field(party.identity_label or page.words("credit_code"), party.identity, 1, 10)
    yield code, page.field("phone", party.phone, 1, 6)
    yield (
        page.field("legal_representative", party.legal_representative, 2, 5),
        page.field("post", party.legal_representative_post, 1, 4),
    )
    yield (page.field("organisation_address", party.address),)


def _agent(agent: AgentView, page: Compose) -> Row:
    return (
        Field(agent.title, agent.name, 1.2, 5),
        page.field("authority", agent.authority, 1, 4),
        page.field("phone", agent.phone, 1, 6),
    )
