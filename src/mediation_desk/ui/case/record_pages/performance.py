"""履行: what was done of the agreement, when, with what proof (人民调解法 Art. 31)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.performances import remove_performance, save_performance
from mediation_desk.domain.money import format_amount
from mediation_desk.domain.records import Performance, Term
from mediation_desk.domain.records.agreement import STATEMENT
from mediation_desk.domain.roles import PERFORM
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.fields import one_id, text
from mediation_desk.ui.case.item_strip import Item
from mediation_desk.ui.case.meeting_page import counted
from mediation_desk.ui.case.page import Pair
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.record_pages.record_page import RecordPage, some, state_of
from mediation_desk.ui.case.record_pages.when import in_effect

TITLE = N_("Performance and proof")
_SHORT = 24


class PerformancePage(RecordPage):
    """One performance: of which term, how much, when."""

    purpose: ClassVar[str] = PERFORM
    kind = "performances"
    one = "performance"
    title_words = TITLE
    needed = ("on",)
    latest_first = True

    def add_words(self) -> str:
        return _("One more performance")

    def called(self, file: CaseFile, record: Any) -> Item:
        paid = f"{format_amount(record.amount)}" if record.amount is not None else ""
        return Item(record.id, f"{record.on:%m-%d}", paid)

    def blank(self, file: CaseFile) -> Performance:
        agreement, case = file.agreement, file.case
        assert agreement is not None
        open_terms = _to_perform(file)
        return Performance(
            id=self.blank_id,
            centre_id=case.centre_id,
            case_id=case.id,
            agreement_id=agreement.id,
            term_id=open_terms[0].id if len(open_terms) == 1 else None,
            on=self.today(),
        )

    def lay(self, record: BoundRecord[Any], file: CaseFile) -> None:
        terms = [(t.id, _in_short(file, t)) for t in _to_perform(file)]
        self.field(record, "term_id", one_id(terms), wide=True)
        self.field(record, "on")
        self.field(record, "amount")
        self.field(record, "proof", wide=True)
        self.field(record, "note", text(3))

    def write(self, pairs: Sequence[Pair]) -> None:
        save_performance(self.seat, self.file.case, pairs[0])

    def take_out(self) -> Callable[[], object]:
        seat, case, record = self.seat, self.file.case, self.bounds[0].base
        return lambda: remove_performance(seat, case, record)


def _to_perform(file: CaseFile) -> list[Term]:
    return [term for term in file.terms if term.term_kind != STATEMENT]


def _in_short(file: CaseFile, term: Term) -> str:
    """``第二项 赔偿款 6,007.14元`` as far as one line goes."""
    number = _("Term {number}").format(number=counted(file.terms.index(term) + 1))
    what = term.text if len(term.text) <= _SHORT else f"{term.text[:_SHORT]}…"
    amount = format_amount(term.amount) if term.amount is not None else ""
    return " ".join(filter(None, (number, what, amount)))


PERFORMANCES = PageKind(
    "performances",
    lambda _file: TITLE,
    PerformancePage,
    lambda f: state_of(f.performances, lambda p: p.term_id),
    lambda f: some(f.performances),
    shown=lambda f: f.agreement is not None and (bool(f.performances) or in_effect(f)),
    one="performance",
)
