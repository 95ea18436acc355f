"""调查记录: one inquiry and its record; none to many in a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.dossier import remove_inquiry, save_inquiry
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.fields import Record
from mediation_desk.domain.records import Inquiry
from mediation_desk.domain.roles import INQUIRE
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.fields import suggested, text
from mediation_desk.ui.case.item_page import ItemPage
from mediation_desk.ui.case.item_strip import Item
from mediation_desk.ui.case.meeting_page import counted
from mediation_desk.ui.case.page import Pair
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.look.marks import Mark

TITLE = N_("Record of inquiry")


class InquiryPage(ItemPage):
    """The record of one inquiry."""

    purpose: ClassVar[str] = INQUIRE
    kind = "inquiries"
    one = "inquiry"
    latest_first = True

    def heading(self) -> str:
        if len(self.listed) == 1:
            return _(TITLE)
        return _("Record of inquiry {number}").format(number=counted(self.number))

    def items(self, file: CaseFile) -> Sequence[Inquiry]:
        return file.inquiries

    def item_words(self, file: CaseFile, item: UUID, number: int) -> Item:
        held = next((i.at for i in file.inquiries if i.id == item), None)
        words = _("Inquiry {number}").format(number=counted(number))
        return Item(item, words, f"{day_in_china(held):%m-%d}" if held else "")

    def add_words(self) -> str:
        return _("One more inquiry")

    def blank(self, file: CaseFile) -> Inquiry:
        """An inquiry as the form begins with it."""
        case = file.case
        return Inquiry(
            id=self.blank_id,
            centre_id=case.centre_id,
            case_id=case.id,
            position=len(file.inquiries),
            investigators="、".join(file.mediator_names(case.mediator_ids)),
            recorder=case.recorder,
        )

    def build(self, file: CaseFile) -> None:
        base = next((i for i in file.inquiries if i.id == self.item), None)
        inquiry = self.bound(base or self.blank(file), new=base is None)
        mediators = [m.name for m in file.mediators.values()]
        parties = [p.name for p in file.parties]
        self.field(inquiry, "at")
        self.field(inquiry, "place")
        self.field(inquiry, "investigators", suggested(mediators))
        self.field(inquiry, "recorder", suggested(mediators))
        self.field(inquiry, "questioned", suggested(parties))
        self.field(inquiry, "present")
        self.field(inquiry, "minutes", text(6))
        self.add_take_out(_("Take out"))
        self.goes_on_to_next()

    def records_of(self, file: CaseFile) -> Sequence[Record]:
        return file.inquiries

    def write(self, pairs: Sequence[Pair]) -> None:
        save_inquiry(self.seat, self.file.case, pairs[0])

    def take_out(self) -> Callable[[], object]:
        seat, case, inquiry = self.seat, self.file.case, self.bounds[0].base
        return lambda: remove_inquiry(seat, case, inquiry)


def _state(file: CaseFile) -> Mark:
    if not file.inquiries:
        return Mark.NOT_NEEDED
    return Mark.DONE if all(i.at and i.minutes.strip() for i in file.inquiries) else Mark.BEGUN


INQUIRIES = PageKind(
    "inquiries", lambda _file: TITLE, InquiryPage, _state, lambda f: len(f.inquiries) or None, one="inquiry"
)
