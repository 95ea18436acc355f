"""Recording case documents: all of a file or nothing of it, in one unit a centre."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.actions.case_document.directory import Directory, Register, register_of
from mediation_desk.actions.case_document.entries import Step
from mediation_desk.actions.case_document.following import implied_stages
from mediation_desk.actions.case_document.planning import Planner
from mediation_desk.actions.case_document.problems import Faults
from mediation_desk.actions.case_document.reading import read_documents
from mediation_desk.actions.case_document.shape import CaseDocument
from mediation_desk.actions.case_document.showing import document_of
from mediation_desk.actions.case_file import NO_CASE, CaseFile, load, load_by_number, read_case
from mediation_desk.actions.purposes import purpose_of
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.writing import composed, reach
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Case, Centre
from mediation_desk.domain.roles import AMEND, READ, REGISTER
from mediation_desk.domain.words import N_, Say
from mediation_desk.records.door import Unit
from mediation_desk.records.store import NOT_PERMITTED

STALE = N_(
    "the case was changed after this document was made; look at it again (“show --json”) and make your change there"
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of one document: the case's number, and whether it is new or was changed at all."""

    case_id: UUID
    number: str
    new: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class _Placed:
    path: str
    document: CaseDocument
    centre: Centre
    called: str


def show(seat: Seat, number: str) -> CaseDocument:
    """The document of the case of that number. ``KnownProblem`` when there is none that he may read."""
    return show_file(seat, load_by_number(seat, number))


def show_case(seat: Seat, case_id: UUID) -> CaseDocument:
    """The document of a case by its id."""
    return show_file(seat, load(seat, case_id))


def show_file(seat: Seat, file: CaseFile) -> CaseDocument:
    """The document of a case that was read already."""
    with seat.read() as reader:
        register = register_of(reader, file.case.centre_id)
    return document_of(file, _centres(seat).name_of(file.case.centre_id), register)


def record(seat: Seat, data: bytes) -> tuple[Recorded, ...]:
    """Record the document, or the array of documents, in ``data`` (JSON in UTF-8): all or nothing.

    Raises ``DocumentRefused`` with every fault found, ``KnownProblem`` for what is no JSON; nothing is written then.
    """
    faults = Faults()
    placed = _placed(seat, read_documents(data, faults), faults)
    if not placed:
        faults.refuse()
        return ()
    purposes = {p.centre.id: AMEND for p in placed} | {p.centre.id: REGISTER for p in placed if p.document.id is None}
    done = []
    with seat.desk.store.write_together(seat.actor, purposes) as units:
        registers = {c: register_of(unit.read, c) for c, unit in units.items()}
        planners = {
            p.centre.id: Planner(seat, units[p.centre.id], p.centre, registers[p.centre.id], faults) for p in placed
        }
        for one in placed:
            unit = units[one.centre.id]
            done.append(_record(seat, unit, planners[one.centre.id], registers[one.centre.id], one, faults))
        faults.refuse()
    return tuple(one for one in done if one is not None)


def _placed(seat: Seat, read: Sequence[tuple[str, CaseDocument]], faults: Faults) -> list[_Placed]:
    directory = _centres(seat)
    centres = {c.id: c for c in seat.centres()}
    placed = []
    for path, document in read:
        centre_id = directory.id_of(document.centre)
        if centre_id is None or not seat.may(READ, centre_id):
            faults.add(f"{path}.centre", Say(N_("this desk serves no centre of this name where you may work")))
        elif not seat.may(REGISTER if document.id is None else AMEND, centre_id):
            faults.add(f"{path}.centre", Say(NOT_PERMITTED))
        else:
            placed.append(_Placed(path, document, centres[centre_id], directory.name_of(centre_id)))
    return placed


def _centres(seat: Seat) -> Directory:
    return Directory((c.id, c.name) for c in seat.centres())


def _record(
    seat: Seat, unit: Unit, planner: Planner, register: Register, one: _Placed, faults: Faults
) -> Recorded | None:
    found = len(faults.found)
    before = _before(seat, unit, register, one, faults)
    if len(faults.found) > found:
        return None
    title = composed(unit, before.case.id) if before else ""
    case, steps = planner.plan(one.document, one.path, before)
    steps = [step for step in steps if step.changes]
    _check_rights(seat, one, steps, faults)
    if len(faults.found) > found:
        return None
    for step in steps:
        _write(unit, step, faults)
    if len(faults.found) == found and steps:
        _follow(seat, unit, one, before, case, title)
    return Recorded(case.id, case.number, before is None, bool(steps))


def _before(seat: Seat, unit: Unit, register: Register, one: _Placed, faults: Faults) -> CaseFile | None:
    """The case that a document amends, when it still is as the document shows it."""
    document = one.document
    if document.id is None:
        if document.revision is not None:
            faults.add(f"{one.path}.id", Say(N_("a revision belongs to an id")))
        return None
    case = unit.read.get(Case, document.id)
    if case is None or case.centre_id != one.centre.id:
        faults.add(f"{one.path}.id", Say(NO_CASE))
        return None
    before = read_case(seat, unit.read, case.id)
    if document.revision is None:
        faults.add(f"{one.path}.revision", Say(N_("an id needs the revision that “show --json” gave with it")))
    elif document_of(before, one.called, register).revision != document.revision:
        faults.add(f"{one.path}.revision", Say(STALE))
    return before


def _check_rights(seat: Seat, one: _Placed, steps: Sequence[Step], faults: Faults) -> None:
    for step in steps:
        kind = (step.new or step.was).kind
        if not seat.may(purpose_of(kind), one.centre.id):
            faults.add(step.path, Say(NOT_PERMITTED))


def _write(unit: Unit, step: Step, faults: Faults) -> None:
    try:
        if step.new is None:
            unit.void(step.was)
        else:
            unit.put(step.new, was=step.was)
    except KnownProblem as problem:
        faults.add(step.path, problem.sentence)


def _follow(seat: Seat, unit: Unit, one: _Placed, before: CaseFile | None, case: Case, title: str) -> None:
    """The title and the stages that follow from what was written, as in the window."""
    after = composed(unit, case.id)
    if case.title in ("", title) and case.title != after:
        unit.put(dataclasses.replace(case, title=after), was=case)
    file = read_case(seat, unit.read, case.id)
    earlier = implied_stages(before, seat.desk.today) if before else []
    untouched = before is None and not one.document.stages
    untouched = untouched or (before is not None and [s.id for s in file.stages] == [s.id for s in before.stages])
    if untouched:
        past = {stage for stage, _ in earlier}
        for stage, on in implied_stages(file, seat.desk.today):
            if stage not in past:
                reach(unit, case, stage, on)
