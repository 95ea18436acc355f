"""What was done of an agreement: written as it happens, one record a performance (人民调解法 Art. 31)."""

from __future__ import annotations

from mediation_desk.actions.parties import Write
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.writing import case_unit, reach
from mediation_desk.domain.records import Case, Performance
from mediation_desk.domain.roles import PERFORM
from mediation_desk.domain.stages import Stage


def save_performance(seat: Seat, case: Case, performance: Write[Performance]) -> None:
    """Write a performance; the first one takes the case to that stage on its day."""
    new, was = performance
    with case_unit(seat, PERFORM, case) as unit:
        unit.put(new, was=was)
        reach(unit, case, Stage.PERFORMING, new.on)


def remove_performance(seat: Seat, case: Case, performance: Performance) -> None:
    """Take a performance out; it stays in the history."""
    with case_unit(seat, PERFORM, case) as unit:
        unit.void(performance)
