"""调解记录: one meeting and its record (人民调解法 Art. 27)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar
from uuid import UUID

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.dossier import remove_meeting, save_meeting
from mediation_desk.actions.due import Missing
from mediation_desk.domain.dates import day_in_china
from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.domain.numerals import chinese_count
from mediation_desk.domain.records import Meeting
from mediation_desk.domain.roles import MEET
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import CHINESE, _, chosen
from mediation_desk.ui.case.contents import side_of
from mediation_desk.ui.case.fields import coded, label_of, many_ids, suggested, text
from mediation_desk.ui.case.item_page import ItemPage
from mediation_desk.ui.case.item_strip import Item
from mediation_desk.ui.case.page import Pair
from mediation_desk.ui.case.page_kind import Address, PageKind
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.parts.words import quiet

TITLE = N_("Meeting")
AGREEMENT = "agreement"


def counted(number: int) -> str:
    """``二`` in Chinese, ``2`` else."""
    return chinese_count(number) if chosen() == CHINESE else str(number)


class MeetingPage(ItemPage):
    """The record of one meeting. The result and the way to the agreement stand beneath it."""

    purpose: ClassVar[str] = MEET
    kind = "meetings"
    one = "meeting"
    latest_first = True

    def heading(self) -> str:
        return _("Record of meeting {number}").format(number=counted(self.number))

    def items(self, file: CaseFile) -> Sequence[Meeting]:
        return file.meetings

    def item_words(self, file: CaseFile, item: UUID, number: int) -> Item:
        held = next((m.at for m in file.meetings if m.id == item), None)
        words = _("Meeting {number}").format(number=counted(number))
        return Item(item, words, f"{day_in_china(held):%m-%d}" if held else "")

    def add_words(self) -> str:
        return _("One more meeting")

    def blank(self, file: CaseFile) -> Meeting:
        """A meeting as the form begins with it: where and by whom as in the case, all parties there."""
        case = file.case
        return Meeting(
            id=self.blank_id,
            centre_id=case.centre_id,
            case_id=case.id,
            position=len(file.meetings),
            place=file.point.name if file.point else "",
            form="on_site",
            mediator_ids=case.mediator_ids,
            recorder=case.recorder,
            present_ids=tuple(p.party.id for p in file.parties),
        )

    def build(self, file: CaseFile) -> None:
        base = next((m for m in file.meetings if m.id == self.item), None)
        meeting = self.bound(base or self.blank(file), new=base is None)
        names = [m.name for m in file.mediators.values()]
        parties = [(p.party.id, f"{p.name}（{side_of(p.party)}）") for p in file.parties]
        self.field(meeting, "at")
        self.field(meeting, "place", suggested([file.point.name if file.point else "", file.centre.address]))
        self.field(meeting, "form")
        self.field(meeting, "recorder", suggested(names))
        self.field(meeting, "mediator_ids", many_ids([(m.id, m.name) for m in file.mediators.values()]), wide=True)
        self.field(meeting, "present_ids", many_ids(parties), wide=True)
        self.field(meeting, "others", wide=True)
        self.field(meeting, "minutes", text(6))
        result = coded("meeting_result")
        self.foot.addWidget(quiet(label_of(spec_of(Meeting).field("result"))))
        self.foot.addWidget(self.place(meeting, "result", result).widget)
        result.widget.setMinimumWidth(look().px(150))
        result.widget.setAccessibleName(label_of(spec_of(Meeting).field("result")))
        self.add_take_out(_("Take out"))
        following = self.at.next_kind()
        if following is not None and following.key == AGREEMENT:
            self.goes_on(_("Make the agreement"), lambda: self.at.go(Address(AGREEMENT)))
        else:
            self.goes_on_to_next()

    def records_of(self, file: CaseFile) -> Sequence[Record]:
        return file.meetings

    def write(self, pairs: Sequence[Pair]) -> None:
        save_meeting(self.seat, self.file.case, pairs[0])

    def take_out(self) -> Callable[[], object]:
        seat, case, meeting = self.seat, self.file.case, self.bounds[0].base
        return lambda: remove_meeting(seat, case, meeting)


def _state(file: CaseFile) -> Mark:
    if not file.meetings:
        return Mark.NOT_YET
    whole = all(m.at and m.minutes.strip() and m.result for m in file.meetings)
    return Mark.DONE if whole else Mark.BEGUN


def _item(file: CaseFile, missing: Missing) -> UUID | None:
    """``Meeting 2: …`` means the second."""
    number = missing.what.values.get("number")
    if isinstance(number, int) and 0 < number <= len(file.meetings):
        return file.meetings[number - 1].id
    return None


MEETINGS = PageKind(
    "meetings",
    lambda _file: TITLE,
    MeetingPage,
    _state,
    lambda f: len(f.meetings) or None,
    one="meeting",
    item_of=_item,
)
