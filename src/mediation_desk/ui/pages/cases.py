"""The list of all cases one may read: filtered, sorted, quick at a hundred thousand rows. Enter opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from mediation_desk.actions import lists
from mediation_desk.actions.lists import CaseQuery, CaseRow, Sort
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.stages import ENDED, STAGE_LABELS, Stage
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, chosen
from mediation_desk.ui.changed import changed
from mediation_desk.ui.keys import Key, bind
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.pages.case_filter import CaseFilter
from mediation_desk.ui.pages.case_source import CaseSource, NoCases
from mediation_desk.ui.pages.fresh import Fresh
from mediation_desk.ui.parts.banner import Banner
from mediation_desk.ui.parts.empty_state import EmptyState
from mediation_desk.ui.parts.lazy_table import LazyTable
from mediation_desk.ui.parts.table_model import Column
from mediation_desk.ui.parts.words import Words, quiet, title
from mediation_desk.ui.work import Progress, run

if TYPE_CHECKING:
    from mediation_desk.ui.work import Job


class CasesPage(QWidget):
    """``chosen`` carries the case to open, ``counted`` how many cases there are in all."""

    chosen = Signal(object)
    counted = Signal(int)
    new_case = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._job: Job[tuple[int, int]] | None = None
        self._query = CaseQuery()
        self.filter = CaseFilter(lambda: seat.desk.today)
        self.table = LazyTable(_("Cases"), self._columns(), NoCases())
        self.banner = Banner()
        self.told: Words = quiet("")
        self._body = QStackedWidget()
        self._nothing = EmptyState(
            _("No case yet"),
            _("Register the first dispute: who, with whom, about what. The rest can wait."),
            _("New case"),
            self.new_case.emit,
        )
        self._no_result = EmptyState(
            _("No case is like this"), _("Change the filter, or show all cases."), _("Show all"), self.filter.clear,
            mark=Mark.SEARCH,
        )  # fmt: skip
        self._lay()
        self.filter.changed.connect(self.show_query)
        self.filter.left.connect(self.table.setFocus)
        self.table.chosen.connect(lambda r: self.chosen.emit(r.case_id) if r is not None else None)
        bind(self, Key.FILTER, self._to_filter)
        Fresh(self, self.renew, "case", "party", "subject", "stage_change")
        Fresh(self, self._offer, "mediator", "centre")
        changed().on(self, lambda _named: self._count_behind(), "case")
        self._offer()
        self.renew()

    @property
    def begins_at(self) -> QWidget:
        """The list."""
        return self.table

    def _lay(self) -> None:
        for part in (self.table, self._nothing, self._no_result):
            self._body.addWidget(part)
        top = row(None, 0, 12)
        top.addWidget(title(_("Cases")), 1)
        top.addWidget(self.told)
        whole = column(self, 0, 12)
        whole.addLayout(top)
        whole.addWidget(self.filter)
        whole.addWidget(self.banner)
        whole.addWidget(self._body, 1)

    def _columns(self) -> list[Column]:
        classes = {c.code: c.name(chosen()) for c in table("dispute_class")}
        stages: dict[Stage, str] = {s: _(STAGE_LABELS[s]) for s in Stage}

        def kind(row: CaseRow) -> str:
            return classes.get(row.dispute_class, row.dispute_class)

        return [
            Column(_("Case number"), lambda r: r.number, 17, 0, Sort.NUMBER.value),
            Column(_("Title"), lambda r: r.title, 12, 8, Sort.TITLE.value),
            Column(_("Stage"), lambda r: stages[r.stage], 6, 0, Sort.STAGE.value, _stage_tone),
            Column(_("Accepted on"), lambda r: r.accepted_on.isoformat() if r.accepted_on else "—", 6, 0,
                   Sort.ACCEPTED.value),
            Column(_("Mediators"), lambda r: r.mediators, 6, 1, Sort.MEDIATORS.value),
            Column(_("Class"), kind, 7, 1, Sort.DISPUTE_CLASS.value),
        ]  # fmt: skip

    def _offer(self) -> None:
        centres = [c for c in self._seat.centres() if c.id in set(self._seat.readable())]
        names = [m.name for c in centres for m in self._seat.mediators(c.id)]
        self.filter.offer(names, [(c.id, c.name) for c in centres])

    def _to_filter(self) -> None:
        self.filter.text.setFocus()
        self.filter.text.selectAll()

    def show_query(self, query: CaseQuery) -> None:
        """Show other cases."""
        if query != self._query:
            self._query = query
            self.renew(top=True)

    def renew(self, *, top: bool = False) -> None:
        """Count and read the first page in the background, then show; the keyboard stays where it was unless ``top``."""
        if self._job is not None:
            self._job.stop()
        query = self._query

        def work(_progress: Progress) -> tuple[int, int]:
            of = lists.count(self._seat, CaseQuery())
            return (of if query == CaseQuery() else lists.count(self._seat, query)), of

        def done(counts: tuple[int, int]) -> None:
            self._show(query, *counts, top=top)

        self._job = run(work, done, self._failed, self)

    def _show(self, query: CaseQuery, count: int, of: int, *, top: bool) -> None:
        self.banner.hide()
        self.table.renew(CaseSource(self._seat, query, count))
        if count and (top or not self.table.currentIndex().isValid()):
            self.table.go_to(0)
        self._body.setCurrentWidget(self.table if count else self._no_result if of else self._nothing)
        words = _("{of} cases") if count == of else _("{count} of {of} cases")
        self.told.setText(words.format(count=f"{count:,}", of=f"{of:,}"))
        self.filter.setVisible(of > 0)
        self.counted.emit(of)

    def _count_behind(self) -> None:
        """The number on the rail stays right while another page is shown."""
        if not self.isVisible():
            run(lambda _progress: lists.count(self._seat, CaseQuery()), self.counted.emit, self._failed, self)

    def _failed(self, problem: KnownProblem) -> None:
        self.banner.problem(problem, _("Try again"), self.renew)


def _stage_tone(row: CaseRow) -> Tone:
    """What is still under way can be acted on."""
    return Tone.PLAIN if row.stage in ENDED else Tone.ACT
