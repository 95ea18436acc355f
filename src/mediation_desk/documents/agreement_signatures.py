"""Who signs an agreement, and where (人民调解法 Art. 29; a body's representative signs and its seal is added)."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.documents.agreement_view import AgreementForm, AgreementView, PartyKind, PartyView
from mediation_desk.documents.blanks import Blanks
from mediation_desk.documents.canvas import MM
from mediation_desk.documents.flow import Bond
from mediation_desk.documents.layout import Block, SealSpace, SignatureLine
from mediation_desk.documents.typefaces import Role
from mediation_desk.reference.papers import Wording

_COMPANY_SEAL = 24 * MM


def signature_blocks(view: AgreementView, words: Wording, blanks: Blanks, role: Role) -> Iterator[Block]:
    """Parties and who acts for them, mediators, recorder, seal. An oral agreement needs no party's hand (Art. 28)."""
    lines = list(_mediation_side(view, words, blanks, role))
    if view.form is AgreementForm.WRITTEN:
        lines = [*_parties_side(view, words, blanks, role), *lines]
    yield from lines
    yield SealSpace(blanks.printed(view.centre), words("seal"), role)


def _parties_side(view: AgreementView, words: Wording, blanks: Blanks, role: Role) -> Iterator[SignatureLine]:
    for party in view.parties:
        yield from _party(party, words, blanks, role)
    for (title, name), principals in _agents(view).items():
        label = words("sign_agent", title=title, name=name, principals="、".join(principals))
        yield SignatureLine(blanks.printed(label), role)


def _party(party: PartyView, words: Wording, blanks: Blanks, role: Role) -> Iterator[SignatureLine]:
    if party.kind is PartyKind.PERSON:
        label = words("sign_person", role=party.role, name=party.name)
        yield SignatureLine(blanks.printed(label), role)
        return
    label = words("sign_organisation", role=party.role, name=party.name)
    yield SignatureLine(blanks.printed(label), role, room=_COMPANY_SEAL)
    label = words("sign_representative", name=party.legal_representative)
    yield SignatureLine(blanks.printed(label), role)


def _agents(view: AgreementView) -> dict[tuple[str, str], list[str]]:
    """Each agent once, with everyone he acts for."""
    acting: dict[tuple[str, str], list[str]] = {}
    for party in view.parties:
        for agent in party.agents:
            acting.setdefault((agent.title, agent.name), []).append(party.name)
    return acting


def _mediation_side(view: AgreementView, words: Wording, blanks: Blanks, role: Role) -> Iterator[SignatureLine]:
    """With the seal, firmly on one sheet."""
    for name in view.mediators:
        label = words("sign_mediator", name=name)
        yield SignatureLine(blanks.printed(label), role, bond=Bond.FIRM)
    yield SignatureLine(blanks.printed(words("sign_recorder", name=view.recorder)), role, bond=Bond.FIRM)
