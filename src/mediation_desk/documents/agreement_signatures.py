"""Who signs an agreement, and where (人民调解法 Art. 29; a body's representative signs and its seal is added)."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.documents.agreement_view import AgreementForm, AgreementView, PartyKind, PartyView
from mediation_desk.documents.canvas import MM
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block, SealSpace, SignatureLine
from mediation_desk.documents.papers.people import person
from mediation_desk.documents.typefaces import Role
from mediation_desk.reference.papers import Wording

_HAND, _HAND_OF_MANY = 14 * MM, 11 * MM
_COMPANY_SEAL = 20 * MM
_MANY = 8
_FIRM = 2  # of the parties' lines stand with the mediators' and the seal, whatever the page


def signature_blocks(view: AgreementView, words: Wording, role: Role) -> Iterator[Block]:
    """Parties and who acts for them, mediators, recorder, seal. An oral agreement needs no party's hand (Art. 28)."""
    lines = list(_mediation_side(view, words))
    firm = len(lines)
    if view.form is AgreementForm.WRITTEN:
        lines = [*_parties_side(view, words), *lines]
        firm += _FIRM
    hand = _HAND_OF_MANY if len(lines) > _MANY else _HAND
    for place, (label, how, room) in enumerate(lines):
        yield SignatureLine(
            label=label,
            hint=how,
            role=role,
            room=max(room, hand),
            before=0.0 if place else 6.0,
            bond=Bond.FIRM if place >= len(lines) - firm else Bond.TOGETHER,
        )
    yield SealSpace(view.centre, words("seal"), role)


_Signer = tuple[str, str, float]
"""Who, how (in brackets after it), and the least room in points."""


def _parties_side(view: AgreementView, words: Wording) -> Iterator[_Signer]:
    for party in view.parties or (person(words("party")),) * 2:
        yield from _party(party, words)
    for (title, name), principals in _agents(view).items():
        who = words("sign_agent", title=title, name=name, principals="、".join(principals))
        yield who, words("sign_agent_how"), 0.0


def _party(party: PartyView, words: Wording) -> Iterator[_Signer]:
    if party.kind is PartyKind.PERSON:
        yield words("sign_person", role=party.role, name=party.name), words("sign_person_how"), 0.0
        return
    who = words("sign_organisation", role=party.role, name=party.name)
    yield who, words("sign_organisation_how"), _COMPANY_SEAL
    who = words("sign_representative", name=party.legal_representative)
    yield who, words("sign_representative_how"), 0.0


def _agents(view: AgreementView) -> dict[tuple[str, str], list[str]]:
    """Each agent once, with everyone he acts for."""
    acting: dict[tuple[str, str], list[str]] = {}
    for party in view.parties:
        for agent in party.agents:
            acting.setdefault((agent.title, agent.name), []).append(party.name)
    return acting


def _mediation_side(view: AgreementView, words: Wording) -> Iterator[_Signer]:
    for name in view.mediators or ("",):
        yield words("sign_mediator", name=name), words("sign_mediator_how"), 0.0
    yield words("sign_recorder", name=view.recorder), words("sign_recorder_how"), 0.0
