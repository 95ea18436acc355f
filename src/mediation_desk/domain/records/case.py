"""The case, its stages and what is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from mediation_desk.domain.fields import CaseRecord, Facet, Record
from mediation_desk.domain.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Record):
    """案件. Its stage is derived from ``StageChange`` rows and is never a field that someone can set.

    ``applied_on`` interrupts the limitation period (诉讼时效规定 Art. 12); ``accepted_on`` starts the period of
    mediation. ``rules_on`` is the day whose versions of codes and deadlines the case is judged by.
    """

    kind: ClassVar[str] = "case"
    number: Annotated[str, Facet("number", N_("Case number"), searched=True)]
    number_year: Annotated[int, Facet("number", N_("Year of the number"))]
    number_infix: Annotated[str, Facet("number", N_("Desk's infix"))]
    number_serial: Annotated[int, Facet("number", N_("Serial number"))]
    rules_on: Annotated[date, Facet("rules", N_("Rules of the day"))]
    title: Annotated[str, Facet("title", N_("Title"), searched=True)] = ""
    point_id: Annotated[UUID | None, Facet("point", N_("Point"))] = None
    mediation_kind: Annotated[str, Facet("kind", N_("Kind of mediation"), codes="mediation_kind")] = "PM"
    dispute_class: Annotated[str, Facet("class", N_("Dispute class"), codes="dispute_class")] = ""
    source: Annotated[str, Facet("source", N_("Source"), codes="case_source")] = ""
    difficulty: Annotated[str, Facet("difficulty", N_("Difficulty"), codes="difficulty")] = ""
    in_writing: Annotated[bool, Facet("application", N_("Applied in writing"))] = True
    applied_on: Annotated[date | None, Facet("application", N_("Applied on"))] = None
    accepted_on: Annotated[date | None, Facet("acceptance", N_("Accepted on"))] = None
    facts: Annotated[str, Facet("facts", N_("Facts of the dispute"), searched=True)] = ""
    mediator_ids: Annotated[tuple[UUID, ...], Facet("mediators", N_("Mediators"))] = ()
    recorder: Annotated[str, Facet("recorder", N_("Recorder"))] = ""
    people: Annotated[int | None, Facet("people", N_("People concerned"))] = None
    in_public: Annotated[bool, Facet("public", N_("Mediated in public"))] = False
    risks: Annotated[tuple[str, ...], Facet("risk", N_("Risks of escalation"), codes="risk_flag")] = ()
    risk_report: Annotated[str, Facet("risk", N_("Reported to"))] = ""
    finish_by: Annotated[date | None, Facet("finish_by", N_("Finish by, as agreed"))] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageChange(CaseRecord):
    """A step of a case on a day. The latest by (day, time of entry) is its stage."""

    kind: ClassVar[str] = "stage_change"
    stage: Annotated[str, Facet("stage", N_("Stage"))]
    on: Annotated[date, Facet("stage", N_("On"))]
    note: Annotated[str, Facet("note", N_("Note"))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(CaseRecord):
    """申请事项. ``amount`` in fen."""

    kind: ClassVar[str] = "claim"
    position: Annotated[int, Facet("position", N_("Position"))]
    text: Annotated[str, Facet("text", N_("Claim"), searched=True)]
    amount: Annotated[int | None, Facet("text", N_("Amount"))] = None
