"""Papers of many cases at once: a bad case is reported and the rest go on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mediation_desk.actions.case_file import CaseFile, load, load_by_number
from mediation_desk.actions.issuing import issue_slot, stands
from mediation_desk.actions.paper_slots import PaperSlot, absent, lacking, paper_in, slots_of
from mediation_desk.actions.papers import save_as
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Paper
from mediation_desk.domain.words import Say

_UNFIT = re.compile(r'[\\/:*?"<>|\s]+')

Progress = Callable[[int, int], None]
"""Called with the cases done and all of them; may raise to stop."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one case: the files written, or why there are none."""

    number: str
    files: tuple[Path, ...] = ()
    problem: Say | None = None


def issue_batch(
    seat: Seat, numbers: Sequence[str], kind: str, folder: Path, told: Progress = lambda _done, _all: None
) -> list[Outcome]:
    """Issue a kind of paper for each case and save it into the folder under the case's number. One case is held at a time.

    A paper that stands is saved as it is. What a case lacks is said in its outcome; the others go on.
    """
    outcomes = []
    for place, number in enumerate(numbers, start=1):
        try:
            outcomes.append(Outcome(number, tuple(_one(seat, number, kind, folder))))
        except KnownProblem as problem:
            outcomes.append(Outcome(number, problem=problem.sentence))
        told(place, len(numbers))
    return outcomes


def standing(seat: Seat, file: CaseFile, slot: PaperSlot) -> Paper:
    """The issued paper where it stands or was signed, else a new one. ``KnownProblem`` where something is lacking."""
    paper = paper_in(file, slot)
    signed = paper is not None and paper.agreement_id is not None and file.standing_signings
    return paper if paper is not None and (signed or stands(file, slot)) else issue_slot(seat, file, slot)


def file_name(number: str, kind: str, place: int | None = None) -> str:
    """``（2026）木城人调字第03001号-agreement.pdf``: never a person's name."""
    suffix = "" if place is None else f"-{place}"
    return f"{_UNFIT.sub('_', number)}-{kind}{suffix}.pdf"


def _one(seat: Seat, number: str, kind: str, folder: Path) -> list[Path]:
    file = load_by_number(seat, number)
    count = len(slots_of(file, kind))
    if not count:
        raise KnownProblem(absent(kind).what.text, **absent(kind).what.values)
    files = []
    for place in range(count):
        slot = slots_of(file, kind)[place]
        wanting = lacking(file, slot)
        if wanting:
            raise KnownProblem(wanting[0].what.text, **wanting[0].what.values)
        target = folder / file_name(file.case.number, kind, place + 1 if count > 1 else None)
        save_as(seat, standing(seat, file, slot), target)
        files.append(target)
        file = load(seat, file.case.id)
    return files
