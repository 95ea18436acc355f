"""The agreement, its terms, the facts of its signing, and its performance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from mediation_desk.domain.fields import CaseRecord, Facet
from mediation_desk.domain.words import N_

WRITTEN = "written"
ORAL = "oral"

ACT = "act"
PAY = "pay"
STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Instalment:
    """One part of a sum: due on a day, ``amount`` in fen."""

    due: date
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(CaseRecord):
    """调解协议 (人民调解法 Arts. 28–31). Once a fact of signing is recorded its content is frozen for good."""

    kind: ClassVar[str] = "agreement"
    number: Annotated[str, Facet("number", N_("Agreement number"), searched=True)]
    form: Annotated[str, Facet("form", N_("Written or oral"))] = WRITTEN
    facts: Annotated[str, Facet("facts", N_("Main facts and matters in dispute"), searched=True)] = ""
    method: Annotated[str, Facet("method", N_("How and when to perform"))] = ""
    concluded_on: Annotated[date | None, Facet("concluded", N_("Reached on"))] = None
    mediator_ids: Annotated[tuple[UUID, ...], Facet("mediators", N_("Mediators"))] = ()
    recorder: Annotated[str, Facet("recorder", N_("Recorder"))] = ""
    court_copy: Annotated[bool, Facet("copies", N_("A copy for the court"))] = False
    court: Annotated[str, Facet("copies", N_("Court for confirmation"))] = ""
    blanks: Annotated[tuple[str, ...], Facet("blanks", N_("Characters left blank for the hand"))] = ()
    confirm_by: Annotated[date | None, Facet("confirm_by", N_("Last day for confirmation, set by the centre"))] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(CaseRecord):
    """协议条款. ``term_kind``: ``act`` (``text`` is done by ``due``), ``pay`` (``amount`` in fen, as a whole by ``due`` or
    in the parts of ``schedule``), ``statement`` (``text`` as it stands)."""

    kind: ClassVar[str] = "term"
    agreement_id: Annotated[UUID, Facet("agreement", N_("Agreement"))]
    position: Annotated[int, Facet("position", N_("Position"))]
    term_kind: Annotated[str, Facet("content", N_("Kind of term"))] = STATEMENT
    obligor_ids: Annotated[tuple[UUID, ...], Facet("who", N_("Who performs"))] = ()
    obligee_ids: Annotated[tuple[UUID, ...], Facet("who", N_("To whom"))] = ()
    text: Annotated[str, Facet("content", N_("What is done"), searched=True)] = ""
    amount: Annotated[int | None, Facet("content", N_("Amount"))] = None
    due: Annotated[date | None, Facet("due", N_("By"))] = None
    schedule: Annotated[tuple[Instalment, ...], Facet("due", N_("Instalments"))] = ()
    method: Annotated[str, Facet("method", N_("Way of payment"))] = ""
    account: Annotated[str, Facet("method", N_("Account"), personal=True)] = ""
    standard: Annotated[str, Facet("standard", N_("Standard of acceptance"))] = ""
    consequence: Annotated[str, Facet("consequence", N_("If not performed"))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing(CaseRecord):
    """签署: one fact. ``fact`` is one of ``effect.KINDS``. Facts are added and never changed; a mistaken one is taken
    back by a further row of the fact ``retracted`` that names it in ``retracts``."""

    kind: ClassVar[str] = "signing"
    agreement_id: Annotated[UUID, Facet("fact", N_("Agreement"))]
    paper_id: Annotated[UUID | None, Facet("fact", N_("Paper"))] = None
    fact: Annotated[str, Facet("fact", N_("Fact"))]
    party_id: Annotated[UUID | None, Facet("fact", N_("Party"))] = None
    mediator_id: Annotated[UUID | None, Facet("fact", N_("Mediator"))] = None
    by: Annotated[str, Facet("fact", N_("By the hand of"), personal=True)] = ""
    on: Annotated[date, Facet("fact", N_("On"))]
    place: Annotated[str, Facet("fact", N_("Place"))] = ""
    witness: Annotated[str, Facet("fact", N_("Witness"), personal=True)] = ""
    reason: Annotated[str, Facet("fact", N_("Reason"))] = ""
    retracts: Annotated[UUID | None, Facet("fact", N_("Takes back"))] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance(CaseRecord):
    """履行: what was done, when, with what proof; written after signing (人民调解法 Art. 31). ``amount`` in fen."""

    kind: ClassVar[str] = "performance"
    agreement_id: Annotated[UUID, Facet("what", N_("Agreement"))]
    term_id: Annotated[UUID | None, Facet("what", N_("Term"))] = None
    on: Annotated[date, Facet("what", N_("On"))]
    amount: Annotated[int | None, Facet("what", N_("Amount"))] = None
    note: Annotated[str, Facet("note", N_("Note"))] = ""
    proof: Annotated[str, Facet("note", N_("Proof"))] = ""
