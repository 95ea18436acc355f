"""A centre's own wording of a paper, and the blank forms it printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar

from mediation_desk.domain.fields import Facet, Record
from mediation_desk.domain.words import N_


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a wording, by the name it has in the shipped one."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreWording(Record):
    """A centre's own wording of one kind of paper, the same on all its desks. ``base``: the shipped version it stands on;
    phrases that are not among ``phrases`` are that version's."""

    kind: ClassVar[str] = "centre_wording"
    paper_kind: Annotated[str, Facet("wording", N_("Kind of paper"))]
    version: Annotated[str, Facet("wording", N_("Version of the wording"))]
    base: Annotated[str, Facet("wording", N_("Stands on the version"))]
    effective: Annotated[date, Facet("wording", N_("In use since"))]
    source: Annotated[str, Facet("wording", N_("Source of the wording"))]
    phrases: Annotated[tuple[Phrase, ...], Facet("wording", N_("Own phrases"))] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankForm(Record):
    """空白表: an empty form that was printed for the hand, with a number leased from the desk's series (``number_serial`` 0:
    without one). A leased number is given to no other case."""

    kind: ClassVar[str] = "blank_form"
    paper_kind: Annotated[str, Facet("form", N_("Kind of paper"))]
    number: Annotated[str, Facet("form", N_("Number leased"))] = ""
    number_year: Annotated[int, Facet("form", N_("Year of the number"))]
    number_infix: Annotated[str, Facet("form", N_("Desk's infix"))] = ""
    number_serial: Annotated[int, Facet("form", N_("Serial number"))] = 0
    code: Annotated[str, Facet("form", N_("Code at the foot"))]
    issued_at: Annotated[datetime, Facet("form", N_("Issued at"))]
