"""A process that writes cases through the actions and tells each unit once it is committed, until it is killed.

python -m tests.faults.writer FOLDER ROUND
"""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import msgspec
from tests.faults.reopened import reopened
from tests.ui.case.desks import seated

from mediation_desk.actions.case_document import record
from mediation_desk.actions.case_file import load
from mediation_desk.actions.cases import amend_case
from mediation_desk.actions.papers import issue
from mediation_desk.actions.sample.plan import case_bytes
from mediation_desk.actions.seat import Seat

CHANGES = 4


def tell(**unit: object) -> None:
    """One line for one committed unit."""
    sys.stdout.buffer.write(msgspec.json.encode(unit) + b"\n")
    sys.stdout.buffer.flush()


def facts(place: str, change: int) -> str:
    """The facts of a case after so many changes."""
    return f"{place}，第{change}次写下。" + "卫生间渗漏，双方多次协商未果。" * 20


def write_case(seat: Seat, place: str) -> None:
    """A case with all that hangs on it, some changes to it, and its paper."""
    case_id = record(seat, case_bytes("case1"))[0].case_id
    tell(case=case_id, facts=None)
    for change in range(CHANGES):
        case = load(seat, case_id).case
        amend_case(seat, dataclasses.replace(case, facts=facts(place, change)), case)
        tell(case=case_id, facts=facts(place, change))
    paper = issue(seat, load(seat, case_id))
    tell(case=case_id, paper=paper.id, pdf=paper.pdf)


def main(folder: Path, round_: str) -> None:
    """Write until killed."""
    with reopened(folder) as desk:
        seat = seated(desk)
        tell(ready=True)
        for number in range(1_000_000):
            write_case(seat, f"{round_}·{number}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
