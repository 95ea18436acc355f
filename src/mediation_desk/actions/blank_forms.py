"""Blank forms for days without power: printed empty, with a number leased from the desk's series that no other case gets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from mediation_desk.actions.infix import infix_of
from mediation_desk.actions.papers import code_of
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.paper import blank_form, render
from mediation_desk.documents.papers.kinds import KINDS
from mediation_desk.domain.numbers import CaseNumber, format_number
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import BlankForm, Centre
from mediation_desk.domain.roles import ISSUE
from mediation_desk.domain.words import N_
from mediation_desk.records.numbers import next_serial
from mediation_desk.records.outside import require_place, writing_outside
from mediation_desk.reference.papers import wording_on

NUMBERED = frozenset({"application", "registration", "oral_agreement"})
"""With these a case begins, so they lease a number; the other forms of the case take the one it has."""

NO_FORM = N_("There is no blank form of the kind “{kind}”. Nothing was printed.")
NOT_LEASED = N_("No blank form was printed with the number {number} here. Nothing was printed.")


@dataclass(frozen=True, slots=True)
class Printed:
    """A blank form as it was noted, and its file."""

    form: BlankForm
    pdf: bytes


def make_blank(seat: Seat, centre_id: UUID, kind: str, number: str = "") -> Printed:
    """A blank form of a kind; one with which a case begins gets the next number. ``number``: one that was leased before,
    so that all forms of one case bear it. Noted in the record: a leased number is never given again."""
    if kind not in KINDS:
        raise KnownProblem(NO_FORM, kind=kind)
    at = seat.desk.store.clock()
    with seat.write(ISSUE, centre_id) as unit:
        centre = unit.read.get(Centre, centre_id)
        assert centre is not None
        leased = CaseNumber(seat.desk.today.year, centre.short_name, 0, infix_of(seat.desk.store))
        if number:
            known = unit.read.find(BlankForm, centre_id=centre_id, number=number)
            if not known:
                raise KnownProblem(NOT_LEASED, number=number)
            first = known[0]
            leased = CaseNumber(first.number_year, centre.short_name, first.number_serial, first.number_infix)
        elif kind in NUMBERED:
            serial = next_serial(unit, centre_id, leased.year, leased.infix)
            leased = CaseNumber(leased.year, leased.short_name, serial, leased.infix)
            number = format_number(leased)
        form_id = unit.new_id()
        form = unit.put(
            BlankForm(
                id=form_id,
                centre_id=centre_id,
                paper_kind=kind,
                number=number,
                number_year=leased.year,
                number_infix=leased.infix if number else "",
                number_serial=leased.serial,
                code=code_of(form_id),
                issued_at=at,
            )
        )
        words = wording_on(kind, seat.desk.today).version
        view = blank_form(KINDS[kind], centre=centre.name, issued=at, wording=words, number=number, code=form.code)
        return Printed(form, render(KINDS[kind], view, draft=False))


def save_blank(seat: Seat, centre_id: UUID, kind: str, target: Path, number: str = "") -> BlankForm:
    """Make a blank form and save it outside the desk."""
    require_place(target)  # before a number is given away
    made = make_blank(seat, centre_id, kind, number)
    with writing_outside(target) as file:
        file.write(made.pdf)
    return made.form
