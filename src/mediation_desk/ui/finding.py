"""What Ctrl+K looks for: cases by names, initials, numbers, last fours and facts; in the background."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from mediation_desk.actions.lists import FOUND_AT_MOST, CaseRow, find
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.stages import STAGE_LABELS
from mediation_desk.reference.language import _, say
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.palette import Answer, Hit
from mediation_desk.ui.work import Job, Progress, run


class Finding(QObject):
    """``search`` answers the palette. A search that was overtaken by further typing is stopped."""

    def __init__(self, seat: Seat, open_case: Callable[[UUID], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat, self._open = seat, open_case
        self._job: Job[list[CaseRow]] | None = None

    def search(self, typed: str, answer: Answer) -> None:
        """Look for every word typed; the first fifty cases, newest first."""
        if self._job is not None:
            self._job.stop()

        def work(_progress: Progress) -> list[CaseRow]:
            return find(self._seat, typed, FOUND_AT_MOST + 1)

        def failed(problem: KnownProblem) -> None:
            answer([Hit(say(problem.sentence), "", lambda: None, tone=Tone.STOP)], 1)

        self._job = run(
            work, lambda rows: answer([self._hit(r) for r in rows[:FOUND_AT_MOST]], len(rows)), failed, self
        )

    def _hit(self, row: CaseRow) -> Hit:
        detail = f"{row.number}　{_(STAGE_LABELS[row.stage])}"
        return Hit(row.title or row.number, detail, lambda: self._open(row.case_id), Mark.PAPER)
