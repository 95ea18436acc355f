"""Inquiries, evidence and meetings: the pages of the dossier that grow while a case goes on."""

from __future__ import annotations

from collections.abc import Sequence

from mediation_desk.actions.parties import Write
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.writing import case_unit, reach
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.records import Case, Evidence, Inquiry, Meeting
from mediation_desk.domain.roles import INQUIRE, MEET
from mediation_desk.domain.stages import Stage

_ENDS_WITHOUT = "failed"


def save_inquiry(seat: Seat, case: Case, inquiry: Write[Inquiry]) -> None:
    """Write an inquiry; the first one takes the case to that stage on its day."""
    new, was = inquiry
    with case_unit(seat, INQUIRE, case) as unit:
        unit.put(new, was=was)
        if new.at is not None:
            reach(unit, case, Stage.INQUIRING, day_in_china(new.at))


def remove_inquiry(seat: Seat, case: Case, inquiry: Inquiry) -> None:
    """Take an inquiry out."""
    with case_unit(seat, INQUIRE, case) as unit:
        unit.void(inquiry)


def save_evidence(seat: Seat, case: Case, items: Sequence[Write[Evidence]], removed: Sequence[Evidence] = ()) -> None:
    """Write the list of evidence as a whole, in one unit."""
    with case_unit(seat, INQUIRE, case) as unit:
        for new, was in items:
            unit.put(new, was=was)
        for item in removed:
            unit.void(item)


def save_meeting(seat: Seat, case: Case, meeting: Write[Meeting]) -> None:
    """Write a meeting. The first takes the case to mediation on its day; one that failed ends it (人民调解法 Art. 26)."""
    new, was = meeting
    with case_unit(seat, MEET, case) as unit:
        unit.put(new, was=was)
        if new.at is None:
            return
        on = day_in_china(new.at)
        reach(unit, case, Stage.MEDIATING, on)
        if new.result == _ENDS_WITHOUT and (was is None or was.result != _ENDS_WITHOUT):
            reach(unit, case, Stage.FAILED, on, again=True)


def remove_meeting(seat: Seat, case: Case, meeting: Meeting) -> None:
    """Take a meeting out."""
    with case_unit(seat, MEET, case) as unit:
        unit.void(meeting)
