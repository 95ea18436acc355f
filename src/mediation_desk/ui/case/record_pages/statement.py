"""无争议事实 and 回避与披露: what is put down in writing beside the minutes (在线调解规则 Arts. 13, 22; 法释〔2016〕14号 Art. 15)."""

from __future__ import annotations

from typing import Any, ClassVar

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.records import Disclosure, Undisputed
from mediation_desk.domain.roles import MEET
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.fields import many_ids, one_id, suggested, text
from mediation_desk.ui.case.item_strip import Item
from mediation_desk.ui.case.meeting_page import counted
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.record_pages.record_page import RecordPage, some, state_of
from mediation_desk.ui.case.record_pages.when import can_fail, sent_by_court

UNDISPUTED_TITLE = N_("Facts not in dispute")
DISCLOSURE_TITLE = N_("Disclosure and withdrawal")


class UndisputedPage(RecordPage):
    """Facts that both sides agree upon, one a line; signed by all of them."""

    purpose: ClassVar[str] = MEET
    kind = "undisputed"
    one = "undisputed"
    title_words = UNDISPUTED_TITLE
    latest_first = True

    def called(self, file: CaseFile, record: Any) -> Item:
        number = counted(file.undisputed.index(record) + 1)
        beside = f"{record.on:%m-%d}" if record.on else ""
        return Item(record.id, _("Note {number}").format(number=number), beside)

    def blank(self, file: CaseFile) -> Undisputed:
        case = file.case
        return Undisputed(
            id=self.blank_id,
            centre_id=case.centre_id,
            case_id=case.id,
            mediator_ids=case.mediator_ids,
            recorder=case.recorder,
        )

    def lay(self, record: BoundRecord[Any], file: CaseFile) -> None:
        mediators = list(file.mediators.values())
        self.field(record, "on")
        self.field(record, "recorder", suggested([m.name for m in mediators]))
        self.field(record, "mediator_ids", many_ids([(m.id, m.name) for m in mediators]), wide=True)
        self.field(record, "facts", text(6, hint=_("One a line")))


class DisclosurePage(RecordPage):
    """What might cast doubt on a mediator, and what came of it."""

    purpose: ClassVar[str] = MEET
    kind = "disclosures"
    one = "disclosure"
    title_words = DISCLOSURE_TITLE

    def called(self, file: CaseFile, record: Any) -> Item:
        number = counted(file.disclosures.index(record) + 1)
        beside = f"{day_in_china(record.at):%m-%d}" if record.at else ""
        return Item(record.id, _("Note {number}").format(number=number), beside)

    def blank(self, file: CaseFile) -> Disclosure:
        case = file.case
        first = case.mediator_ids[0] if case.mediator_ids else None
        return Disclosure(id=self.blank_id, centre_id=case.centre_id, case_id=case.id, mediator_id=first)

    def lay(self, record: BoundRecord[Any], file: CaseFile) -> None:
        self.field(record, "mediator_id", one_id([(m.id, m.name) for m in file.mediators.values()]))
        self.field(record, "at")
        self.field(record, "place", suggested([file.point.name if file.point else "", file.centre.address]))
        self.field(record, "ground")
        self.field(record, "raised_by", suggested([p.name for p in file.parties]))
        self.field(record, "withdrew")
        self.field(record, "statement", text(3))
        self.field(record, "outcome", text(2))


UNDISPUTED = PageKind(
    "undisputed",
    lambda _file: UNDISPUTED_TITLE,
    UndisputedPage,
    lambda f: state_of(f.undisputed, lambda u: u.facts.strip()),
    lambda f: some(f.undisputed),
    shown=lambda f: bool(f.undisputed) or sent_by_court(f) or can_fail(f),
    one="undisputed",
)
DISCLOSURES = PageKind(
    "disclosures",
    lambda _file: DISCLOSURE_TITLE,
    DisclosurePage,
    lambda f: state_of(f.disclosures, lambda d: d.mediator_id and d.at),
    lambda f: some(f.disclosures),
    shown=lambda f: bool(f.disclosures) or sent_by_court(f),
    one="disclosure",
)
