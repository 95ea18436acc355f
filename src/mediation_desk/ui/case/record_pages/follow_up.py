"""回访记录: a visit after the agreement (人民调解法 Art. 31)."""

from __future__ import annotations

from typing import Any, ClassVar

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.paper_views.follow_up import FINANCE
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.records import FollowUp
from mediation_desk.domain.roles import FOLLOW_UP
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.fields import many_ids, suggested, text
from mediation_desk.ui.case.item_strip import Item
from mediation_desk.ui.case.meeting_page import counted
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.record_pages.record_page import RecordPage, some, state_of
from mediation_desk.ui.case.record_pages.when import in_effect

TITLE = N_("Visits afterwards")


class FollowUpPage(RecordPage):
    """One visit and what was found."""

    purpose: ClassVar[str] = FOLLOW_UP
    kind = "follow_ups"
    one = "follow_up"
    title_words = N_("Record of a visit")
    latest_first = True

    def add_words(self) -> str:
        return _("One more visit")

    def called(self, file: CaseFile, record: Any) -> Item:
        number = counted(file.follow_ups.index(record) + 1)
        beside = f"{day_in_china(record.at):%m-%d}" if record.at else ""
        return Item(record.id, _("Visit {number}").format(number=number), beside)

    def blank(self, file: CaseFile) -> FollowUp:
        case = file.case
        return FollowUp(
            id=self.blank_id,
            centre_id=case.centre_id,
            case_id=case.id,
            visitor=next(iter(file.mediator_names(case.mediator_ids)), ""),
            party_ids=tuple(p.party.id for p in file.parties),
        )

    def lay(self, record: BoundRecord[Any], file: CaseFile) -> None:
        self.field(record, "at")
        self.field(record, "way")
        self.field(record, "visitor", suggested([m.name for m in file.mediators.values()]))
        self.field(record, "performed")
        self.field(record, "party_ids", many_ids([(p.party.id, p.name) for p in file.parties]), wide=True)
        if file.centre.legal_kind == FINANCE or record.base.outside_cause is not None:
            self.field(record, "outside_cause", wide=True)
        self.field(record, "situation", text(5, hint=_("Performance, satisfaction, what is left of the quarrel")))
        self.field(record, "measures", text(2))


FOLLOW_UPS = PageKind(
    "follow_ups",
    lambda _file: TITLE,
    FollowUpPage,
    lambda f: state_of(f.follow_ups, lambda v: v.at and v.situation.strip()),
    lambda f: some(f.follow_ups),
    shown=lambda f: bool(f.follow_ups) or in_effect(f),
    one="follow_up",
)
