"""What every write to a case has in common: its title kept up to date, and its stage following the facts."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.records import Case, Party, StageChange, Subject
from mediation_desk.domain.stages import Stage
from mediation_desk.domain.titles import compose_title
from mediation_desk.records.door import Unit
from mediation_desk.reference.codes import table


@contextmanager
def case_unit(seat: Seat, purpose: str, case: Case) -> Iterator[Unit]:
    """One unit on a case. When its title was the composed one, it is composed anew from what the unit leaves."""
    with seat.write(purpose, case.centre_id) as unit:
        before = composed(unit, case.id)
        yield unit
        now = unit.read.get(Case, case.id)
        after = composed(unit, case.id)
        if now is not None and now.title in ("", before) and now.title != after:
            unit.put(dataclasses.replace(now, title=after), was=now)


def composed(unit: Unit, case_id: UUID) -> str:
    """The title that the parties and the class of the case make."""
    case = unit.read.get(Case, case_id)
    if case is None:
        return ""
    parties = unit.read.of_case(Party, case_id)
    subjects = unit.read.many(Subject, [p.subject_id for p in parties])
    sides: dict[str, list[str]] = {}
    for party in parties:
        sides.setdefault(party.side, []).append(subjects[party.subject_id].name)
    known = table("dispute_class")
    name = known.name_zh(case.dispute_class) if case.dispute_class in known else "纠纷"
    return compose_title(sides.get("applicant", []), sides.get("respondent", []), name)


def reach(unit: Unit, case: Case, stage: Stage, on: date, *, again: bool = False) -> None:
    """The case reaches a stage on a day; nothing when it has been there before, unless ``again``."""
    past = unit.read.of_case(StageChange, case.id)
    if not again and any(step.stage == stage for step in past):
        return
    unit.put(StageChange(id=unit.new_id(), centre_id=case.centre_id, case_id=case.id, stage=stage.value, on=on))
