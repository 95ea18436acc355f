"""The base of the pages of the records behind the other papers: a list of the case, one form a record."""

from __future__ import annotations

import dataclasses
from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, ClassVar
from uuid import UUID, uuid5

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.dossier_records import remove_dossier_record, save_dossier_record
from mediation_desk.actions.paper_views.source import UNWRITTEN
from mediation_desk.actions.paper_views.sources import SOURCES
from mediation_desk.domain.fields import Record
from mediation_desk.reference.language import _
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.item_page import ItemPage
from mediation_desk.ui.case.item_strip import Item
from mediation_desk.ui.case.page import Pair
from mediation_desk.ui.look.marks import Mark


class RecordPage(ItemPage):
    """``kind`` is also the list's name in ``CaseFile``; ``title`` (English source) names the page. ``paper``: the kind of
    paper whose records are known before they are written (one for each party, one for the case)."""

    title_words: ClassVar[str]
    paper: ClassVar[str] = ""

    @abstractmethod
    def blank(self, file: CaseFile) -> Any:
        """A record as the form begins with it; it gets its identity from the page."""

    @abstractmethod
    def lay(self, record: BoundRecord[Any], file: CaseFile) -> None:
        """Put its fields into the form."""

    def called(self, file: CaseFile, record: Any) -> Item:
        """How a record is called in the strip."""
        return Item(record.id, _("Record {number}").format(number=self.items(file).index(record) + 1))

    def heading(self) -> str:
        return _(self.title_words)

    def add_words(self) -> str:
        return _("One more")

    def stored(self, file: CaseFile, item: UUID) -> bool:
        return item in {record.id for record in getattr(file, self.kind)}

    def items(self, file: CaseFile) -> Sequence[Any]:
        if not self.paper:
            found: Sequence[Any] = getattr(file, self.kind)
            return found
        return [self._with_identity(file, slot) for slot in SOURCES[self.paper].records(file)]

    def _with_identity(self, file: CaseFile, record: Any) -> Any:
        """What is not written yet is listed under an identity made of what it is about."""
        if record.id != UNWRITTEN:
            return record
        about = SOURCES[self.paper].called(file, record)
        return dataclasses.replace(record, id=uuid5(file.case.id, f"{self.paper}/{about}"))

    def item_words(self, file: CaseFile, item: UUID, number: int) -> Item:
        record = next((r for r in self.items(file) if r.id == item), None)
        return self.called(file, record) if record is not None else Item(item, _("New"))

    def build(self, file: CaseFile) -> None:
        known = next((r for r in self.items(file) if r.id == self.item), None)
        base = known if known is not None else self.blank(file)
        record = self.bound(dataclasses.replace(base, id=self.blank_id), new=self.fresh)
        self.lay(record, file)
        self.add_take_out(_("Take out"))
        self.goes_on_to_next()

    def records_of(self, file: CaseFile) -> Sequence[Record]:
        found: Sequence[Record] = getattr(file, self.kind)
        return found

    def write(self, pairs: Sequence[Pair]) -> None:
        save_dossier_record(self.seat, self.file.case, pairs[0])

    def take_out(self) -> Callable[[], object]:
        seat, case, record = self.seat, self.file.case, self.bounds[0].base
        return lambda: remove_dossier_record(seat, case, record)

    def refresh(self, file: CaseFile) -> None:
        self._adopt(file)
        super().refresh(file)

    def _adopt(self, file: CaseFile) -> None:
        """What was only known has been written, with its paper or by someone else: go on with that one."""
        items = self.items(file)
        if not (self.fresh and self.paper) or self.dirty or self.item in {r.id for r in items}:
            return
        if self.number <= len(items) and self.stored(file, items[self.number - 1].id):
            written = items[self.number - 1]
            self.bounds[0].become(written)
            self.item, self.fresh = written.id, False
            self.listed = [r.id for r in items]


def state_of(records: Sequence[Any], whole: Callable[[Any], object]) -> Mark:
    """Not needed while there is none, begun until each is whole."""
    if not records:
        return Mark.NOT_NEEDED
    return Mark.DONE if all(whole(record) for record in records) else Mark.BEGUN


def some(records: Sequence[Any]) -> int | None:
    """How many there are, to be shown; nothing for none."""
    return len(records) or None
