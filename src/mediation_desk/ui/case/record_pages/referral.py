"""委派、委托、移送、转办, in and out (法释〔2016〕14号 Arts. 8–10, 26, 27)."""

from __future__ import annotations

from typing import Any, ClassVar

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.paper_views.court import court_period
from mediation_desk.domain.dates import print_date
from mediation_desk.domain.records import Referral
from mediation_desk.domain.records.referral import IN, OUT
from mediation_desk.domain.roles import REFER
from mediation_desk.domain.words import N_
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, chosen
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.fields import lines, one_of, suggested, text
from mediation_desk.ui.case.item_strip import Item
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.record_pages.record_page import RecordPage, some, state_of
from mediation_desk.ui.look.tokens import Tone

TITLE = N_("Referral")


class ReferralPage(RecordPage):
    """One referral: from or to whom, signed for when, answered when. What a court sent says when its period ends."""

    purpose: ClassVar[str] = REFER
    kind = "referrals"
    one = "referral"
    title_words = N_("Referral in or out")

    def add_words(self) -> str:
        return _("One more referral")

    def called(self, file: CaseFile, record: Any) -> Item:
        kinds = table("referral_kind")
        name = kinds[record.referral_kind].name(chosen()) if record.referral_kind in kinds else _("Referral")
        return Item(record.id, name, record.body)

    def blank(self, file: CaseFile) -> Referral:
        case = file.case
        return Referral(id=self.blank_id, centre_id=case.centre_id, case_id=case.id)

    def lay(self, record: BoundRecord[Any], file: CaseFile) -> None:
        mediators = [m.name for m in file.mediators.values()]
        self.direction = self.field(
            record, "direction", one_of([(IN, _("Came here")), (OUT, _("Sent elsewhere"))]), wide=True
        )
        self.field(record, "referral_kind")
        self.field(record, "body", suggested([file.centre.court]))
        self.field(record, "slip")
        self.field(record, "body_number")
        self.field(record, "cause")
        self.field(record, "handler")
        self.field(record, "materials", lines(_("One a line")))
        self.field(record, "sent_on")
        self.field(record, "signed_for_by", suggested(mediators))
        self.signed_for = self.field(record, "signed_for_on")
        self.field(record, "answer_due")
        self.field(record, "answered_on")
        self.field(record, "answer", wide=True)
        self.field(record, "reason", text(2))
        record.on_edited(lambda: self._tell(record))
        self._tell(record)

    def _tell(self, record: BoundRecord[Any]) -> None:
        """The last day of what a court sent, beneath the day it was signed for."""
        now: Referral = record.value()
        deadline = court_period(now) if now.direction == IN else None
        words = _("Its period ends on {day}").format(day=print_date(deadline.last)) if deadline else ""
        self.form.say(self.signed_for.widget, words, Tone.PLAIN)


def _from_court(file: CaseFile) -> bool:
    sources = table("case_source")
    return file.case.source in sources and sources[file.case.source].attributes.get("statistics") == "court"


REFERRALS = PageKind(
    "referrals",
    lambda _file: TITLE,
    ReferralPage,
    lambda f: state_of(f.referrals, lambda r: r.referral_kind and r.body.strip() and (r.signed_for_on or r.sent_on)),
    lambda f: some(f.referrals),
    shown=lambda f: bool(f.referrals) or _from_court(f),
    one="referral",
)
