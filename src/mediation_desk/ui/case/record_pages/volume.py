"""立卷: what cover and 卷宗情况说明 say beside the case (人民调解法 Art. 27)."""

from __future__ import annotations

from typing import Any, ClassVar

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.paper_views.volume import volume_of
from mediation_desk.domain.roles import FILE
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.fields import suggested, text
from mediation_desk.ui.case.item_strip import Item
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.case.record_pages.record_page import RecordPage, state_of
from mediation_desk.ui.case.record_pages.when import can_be_filed

TITLE = N_("Filing and state of the dossier")


class VolumePage(RecordPage):
    """The one volume of the case. The day of filing takes the case to the archive."""

    purpose: ClassVar[str] = FILE
    kind = "volumes"
    one = "volume"
    paper = "volume_notes"
    title_words = TITLE
    may_add = False

    def called(self, file: CaseFile, record: Any) -> Item:
        return Item(record.id, _("Volume"))

    def blank(self, file: CaseFile) -> Any:
        return volume_of(file)

    def lay(self, record: BoundRecord[Any], file: CaseFile) -> None:
        people = [*(m.name for m in file.mediators.values()), file.case.recorder]
        self.field(record, "retention")
        self.field(record, "remark")
        self.field(record, "filed_by", suggested(people))
        self.field(record, "filed_on")
        self.field(record, "checked_by", suggested(people))
        self.field(record, "checked_on")
        self.field(record, "situation", text(5, hint=_("What is missing, damaged or was added later; empty: nothing")))


VOLUMES = PageKind(
    "volumes",
    lambda _file: TITLE,
    VolumePage,
    lambda f: state_of(f.volumes, lambda v: v.retention and v.filed_by and v.filed_on),
    shown=lambda f: bool(f.volumes) or can_be_filed(f),
    one="volume",
)
