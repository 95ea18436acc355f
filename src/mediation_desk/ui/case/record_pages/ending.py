"""不予受理, 终止调解: a mediation that does not begin, or ends without agreement (人民调解法 Arts. 17, 26)."""

from __future__ import annotations

from typing import Any, ClassVar

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.domain.records import NonAcceptance, Termination
from mediation_desk.domain.roles import END
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.fields import text
from mediation_desk.ui.case.item_strip import Item
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.record_pages.record_page import RecordPage, some, state_of
from mediation_desk.ui.case.record_pages.when import can_fail, may_be_declined, sent_by_court

DECLINED = N_("Not accepted")
ENDED_WITHOUT = N_("Ended without agreement")


class NonAcceptancePage(RecordPage):
    """Why the dispute is not accepted, and where its parties can turn."""

    purpose: ClassVar[str] = END
    kind = "non_acceptances"
    one = "non_acceptance"
    title_words = N_("The dispute is not accepted")
    may_add = False

    def called(self, file: CaseFile, record: Any) -> Item:
        return Item(record.id, _(DECLINED), f"{record.on:%m-%d}" if record.on else "")

    def blank(self, file: CaseFile) -> NonAcceptance:
        case = file.case
        return NonAcceptance(id=self.blank_id, centre_id=case.centre_id, case_id=case.id)

    def lay(self, record: BoundRecord[Any], file: CaseFile) -> None:
        self.field(record, "on")
        self.field(record, "reason", wide=True)
        self.field(record, "explanation", text(3))
        self.field(record, "advice", text(2))


class TerminationPage(RecordPage):
    """Why it ended, and, where a court sent the case, what the court is told beside."""

    purpose: ClassVar[str] = END
    kind = "terminations"
    one = "termination"
    title_words = N_("The mediation ends without agreement")
    may_add = False

    def called(self, file: CaseFile, record: Any) -> Item:
        return Item(record.id, _("Ending {number}").format(number=file.terminations.index(record) + 1))

    def blank(self, file: CaseFile) -> Termination:
        case = file.case
        return Termination(id=self.blank_id, centre_id=case.centre_id, case_id=case.id)

    def lay(self, record: BoundRecord[Any], file: CaseFile) -> None:
        base = record.base
        self.field(record, "on")
        self.field(record, "reasons", wide=True)
        self.field(record, "explanation", text(3))
        if sent_by_court(file) or base.issues or base.track or base.conduct:
            self.field(record, "issues", text(2))
            self.field(record, "track")
            self.field(record, "conduct", text(2))


NON_ACCEPTANCES = PageKind(
    "non_acceptances",
    lambda _file: DECLINED,
    NonAcceptancePage,
    lambda f: state_of(f.non_acceptances, lambda n: n.on and n.reason),
    lambda f: some(f.non_acceptances),
    shown=lambda f: bool(f.non_acceptances) or may_be_declined(f),
    one="non_acceptance",
)
TERMINATIONS = PageKind(
    "terminations",
    lambda _file: ENDED_WITHOUT,
    TerminationPage,
    lambda f: state_of(f.terminations, lambda t: t.on and t.reasons),
    lambda f: some(f.terminations),
    shown=lambda f: bool(f.terminations) or can_fail(f),
    one="termination",
)
