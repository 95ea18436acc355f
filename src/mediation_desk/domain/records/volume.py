"""The dossier as a volume: its cover, the signed copies in it, and who looked into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from mediation_desk.domain.fields import CaseRecord, Facet
from mediation_desk.domain.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume(CaseRecord):
    """卷宗: what cover and 卷宗情况说明 say beside the case (人民调解法 Art. 27). ``situation``: what is missing, damaged or was
    added later. No law fixes the period of keeping."""

    kind: ClassVar[str] = "volume"
    retention: Annotated[str, Facet("retention", N_("Period of keeping"), codes="retention")] = ""
    filed_by: Annotated[str, Facet("filed", N_("Filed by"))] = ""
    filed_on: Annotated[date | None, Facet("filed", N_("Filed on"))] = None
    checked_by: Annotated[str, Facet("checked", N_("Checked by"))] = ""
    checked_on: Annotated[date | None, Facet("checked", N_("Checked on"))] = None
    situation: Annotated[str, Facet("situation", N_("State of the dossier"))] = ""
    remark: Annotated[str, Facet("remark", N_("Remark"))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedCopy(CaseRecord):
    """扫描签字件: the signed paper, scanned back. ``blobs``: digests of the scans in the order of their pages; ``recognised``:
    the code in the page foot found its paper, and no hand chose it."""

    kind: ClassVar[str] = "signed_copy"
    paper_id: Annotated[UUID, Facet("scan", N_("Paper"))]
    blobs: Annotated[tuple[str, ...], Facet("scan", N_("Scans"))] = ()
    on: Annotated[date | None, Facet("scan", N_("Attached on"))] = None
    recognised: Annotated[bool, Facet("scan", N_("Recognised by its code"))] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection(CaseRecord):
    """查阅/复印登记: who looked into the dossier, why, which pages, and who permitted it."""

    kind: ClassVar[str] = "inspection"
    on: Annotated[date | None, Facet("what", N_("Inspected on"))] = None
    reader: Annotated[str, Facet("what", N_("Inspected by"), personal=True)] = ""
    purpose: Annotated[str, Facet("what", N_("Purpose"))] = ""
    pages: Annotated[str, Facet("what", N_("Pages"))] = ""
    copied: Annotated[bool, Facet("what", N_("Pages copied"))] = False
    permitted_by: Annotated[str, Facet("what", N_("Permitted by"))] = ""
