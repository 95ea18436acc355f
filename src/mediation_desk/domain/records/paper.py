"""Issued papers, and each time one is printed or saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar
from uuid import UUID

from mediation_desk.domain.fields import CaseRecord, Facet
from mediation_desk.domain.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(CaseRecord):
    """文书: one issued paper, write-once. ``view`` and ``pdf`` are digests of blobs: the frozen view it was made from and
    the file itself. ``subject_id``: the record it was made from, where that is not the agreement (the case, a meeting, a
    visit …). ``supersedes`` names the unsigned draft it replaces (作废重打)."""

    kind: ClassVar[str] = "paper"
    paper_kind: Annotated[str, Facet("paper", N_("Kind of paper"))]
    agreement_id: Annotated[UUID | None, Facet("paper", N_("Agreement"))] = None
    subject_id: Annotated[UUID | None, Facet("paper", N_("Made from"))] = None
    code: Annotated[str, Facet("paper", N_("Code at the foot"), searched=True)]
    draft: Annotated[int, Facet("paper", N_("Draft"))] = 1
    supersedes: Annotated[UUID | None, Facet("paper", N_("Replaces"))] = None
    wording: Annotated[str, Facet("paper", N_("Version of the wording"))]
    view: Annotated[str, Facet("paper", N_("Digest of the content"))]
    pdf: Annotated[str, Facet("paper", N_("Digest of the file"))]
    pages: Annotated[int, Facet("paper", N_("Pages"))]
    copies: Annotated[int, Facet("paper", N_("Copies"))]
    issued_at: Annotated[datetime, Facet("paper", N_("Issued at"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing(CaseRecord):
    """打印: a paper sent to a printer or saved as a file (``printer`` empty). ``again``: 补打. ``queued``: still 待打印."""

    kind: ClassVar[str] = "printing"
    paper_id: Annotated[UUID, Facet("printing", N_("Paper"))]
    at: Annotated[datetime, Facet("printing", N_("Printed at"))]
    printer: Annotated[str, Facet("printing", N_("Printer"))] = ""
    copies: Annotated[int, Facet("printing", N_("Copies"))] = 1
    again: Annotated[bool, Facet("printing", N_("Printed again"))] = False
