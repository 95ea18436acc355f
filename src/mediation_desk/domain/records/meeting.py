"""What was looked into, what proves it, and the meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar
from uuid import UUID

from mediation_desk.domain.fields import CaseRecord, Facet
from mediation_desk.domain.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry(CaseRecord):
    """调查记录. ``at`` is an instant (UTC), shown in Asia/Shanghai."""

    kind: ClassVar[str] = "inquiry"
    position: Annotated[int, Facet("position", N_("Position"))]
    at: Annotated[datetime | None, Facet("when", N_("Time"))] = None
    place: Annotated[str, Facet("where", N_("Place"))] = ""
    investigators: Annotated[str, Facet("investigators", N_("Investigators"))] = ""
    questioned: Annotated[str, Facet("questioned", N_("Person questioned"), personal=True)] = ""
    present: Annotated[str, Facet("present", N_("Others present"), personal=True)] = ""
    recorder: Annotated[str, Facet("recorder", N_("Recorder"))] = ""
    minutes: Annotated[str, Facet("minutes", N_("Record"), searched=True)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(CaseRecord):
    """证据材料: one item of the list. ``blobs``: digests of its scans."""

    kind: ClassVar[str] = "evidence"
    position: Annotated[int, Facet("position", N_("Position"))]
    name: Annotated[str, Facet("name", N_("Evidence"), searched=True)]
    evidence_kind: Annotated[str, Facet("name", N_("Kind of evidence"), codes="evidence_kind")] = ""
    provider: Annotated[str, Facet("provider", N_("Submitted by"), personal=True)] = ""
    original: Annotated[bool, Facet("original", N_("Original"))] = False
    pages: Annotated[int | None, Facet("pages", N_("Pages"))] = None
    proves: Annotated[str, Facet("proves", N_("What it proves"))] = ""
    submitted_on: Annotated[date | None, Facet("submitted", N_("Submitted on"))] = None
    checked_by: Annotated[str, Facet("checked", N_("Checked against the original by"))] = ""
    blobs: Annotated[tuple[str, ...], Facet("blobs", N_("Scans"))] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(CaseRecord):
    """调解场次 and its record (人民调解法 Art. 27). ``at`` is an instant (UTC), shown in Asia/Shanghai."""

    kind: ClassVar[str] = "meeting"
    position: Annotated[int, Facet("position", N_("Position"))]
    at: Annotated[datetime | None, Facet("when", N_("Time"))] = None
    place: Annotated[str, Facet("where", N_("Place"))] = ""
    form: Annotated[str, Facet("form", N_("How it was held"), codes="meeting_form")] = ""
    mediator_ids: Annotated[tuple[UUID, ...], Facet("mediators", N_("Mediators"))] = ()
    recorder: Annotated[str, Facet("recorder", N_("Recorder"))] = ""
    present_ids: Annotated[tuple[UUID, ...], Facet("parties", N_("Parties present"))] = ()
    others: Annotated[str, Facet("others", N_("Others taking part"), personal=True)] = ""
    minutes: Annotated[str, Facet("minutes", N_("Record"), searched=True)] = ""
    result: Annotated[str, Facet("result", N_("Result"), codes="meeting_result")] = ""
