"""司法确认, and the other ways to make an agreement enforceable (人民调解法 Art. 33; 民事诉讼法 Arts. 205, 206)."""

from __future__ import annotations

from typing import Any, ClassVar

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.domain.records import Confirmation
from mediation_desk.domain.roles import ENFORCE
from mediation_desk.domain.words import N_
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, chosen
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.fields import codes_of, lines, one_of, suggested, text
from mediation_desk.ui.case.item_strip import Item
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.record_pages.record_page import RecordPage, some, state_of
from mediation_desk.ui.case.record_pages.when import in_effect

TITLE = N_("Judicial confirmation")


class ConfirmationPage(RecordPage):
    """One application: to which court, when, and what came of it."""

    purpose: ClassVar[str] = ENFORCE
    kind = "confirmations"
    one = "confirmation"
    title_words = N_("Confirmation and other ways to enforce")

    def add_words(self) -> str:
        return _("One more way")

    def called(self, file: CaseFile, record: Any) -> Item:
        ways = table("confirmation_way")
        name = ways[record.way].name(chosen()) if record.way in ways else record.way
        return Item(record.id, name, f"{record.applied_on:%m-%d}" if record.applied_on else "")

    def blank(self, file: CaseFile) -> Confirmation:
        case = file.case
        court = (file.agreement.court if file.agreement else "") or file.centre.court
        return Confirmation(id=self.blank_id, centre_id=case.centre_id, case_id=case.id, body=court)

    def lay(self, record: BoundRecord[Any], file: CaseFile) -> None:
        agreed = file.agreement.court if file.agreement else ""
        self.field(record, "way", one_of(codes_of("confirmation_way")), wide=True)
        self.field(record, "body", suggested([agreed, file.centre.court]), wide=True)
        self.field(record, "number", wide=True)
        self.field(record, "applied_on")
        self.field(record, "accepted_on")
        self.field(record, "result")
        self.field(record, "decided_on")
        self.field(record, "enclosures", lines(_("One a line")))
        self.field(record, "note", text(2))


CONFIRMATIONS = PageKind(
    "confirmations",
    lambda _file: TITLE,
    ConfirmationPage,
    lambda f: state_of(f.confirmations, lambda c: c.body.strip() and c.applied_on and c.result),
    lambda f: some(f.confirmations),
    shown=lambda f: bool(f.confirmations) or in_effect(f),
    one="confirmation",
)
