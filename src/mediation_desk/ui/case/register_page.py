"""申请书／受理登记表: the case's own facts (人民调解法 Arts. 17, 18, 25)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.cases import amend_case
from mediation_desk.domain.fields import Record
from mediation_desk.domain.records import Point
from mediation_desk.domain.roles import AMEND
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.fields import many_ids, one_id, suggested, text, yes_no
from mediation_desk.ui.case.page import Page, Pair
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.look.marks import Mark

TITLE = N_("Application and acceptance")


class RegisterPage(Page):
    """The case itself; there is always exactly one."""

    purpose: ClassVar[str] = AMEND

    @property
    def name(self) -> str:
        return "case"

    def heading(self) -> str:
        return _(TITLE)

    def build(self, file: CaseFile) -> None:
        case = self.case = self.bound(file.case)
        self.field(case, "in_writing", yes_no(_("In writing"), _("By word of mouth")), label=_("Application"))
        self.field(case, "applied_on")
        self.field(case, "accepted_on")
        self.field(case, "dispute_class")
        self.field(case, "source")
        self.field(case, "difficulty")
        self.field(case, "mediation_kind")
        self.field(case, "point_id", one_id(self._points(file)))
        self.field(case, "mediator_ids", many_ids([(m.id, m.name) for m in file.mediators.values()]), wide=True)
        self.field(case, "recorder", suggested([m.name for m in file.mediators.values()]))
        self.field(case, "people")
        self.field(case, "in_public", yes_no(_("In public"), _("Not in public")))
        self.field(case, "finish_by")
        self.risks = self.field(case, "risks", wide=True)
        self.report = self.field(case, "risk_report", wide=True)
        self.field(case, "facts", text(5, hint=_("Who, when, where, what about")))
        self.risks.on_edited(self._show_report)
        self._show_report()
        self.goes_on_to_next()

    def _points(self, file: CaseFile) -> list[tuple[UUID, str]]:
        with self.seat.read() as reader:
            return [(p.id, p.name) for p in reader.find(Point, centre_id=file.case.centre_id)]

    def _show_report(self) -> None:
        """To whom a risk was reported is asked where there is one."""
        self.form.show_field(self.report.widget, bool(self.risks.value() or self.report.value()))

    def records_of(self, file: CaseFile) -> Sequence[Record]:
        return [file.case]

    def refresh(self, file: CaseFile) -> None:
        super().refresh(file)
        self._show_report()

    def write(self, pairs: Sequence[Pair]) -> None:
        new, was = pairs[0]
        amend_case(self.seat, new, was)


def _state(file: CaseFile) -> Mark:
    case = file.case
    filled = (case.applied_on, case.accepted_on, case.dispute_class, case.source, case.mediator_ids, case.facts.strip())
    return Mark.DONE if all(filled) else Mark.BEGUN


REGISTER = PageKind("case", lambda _file: TITLE, lambda at, _item: RegisterPage(at), _state)
