"""The base of pages of which a case has several: one sheet an item, a strip above to go from one to the next."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QTimer

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.drafts import drafts_left
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.history import of_record
from mediation_desk.reference.language import _
from mediation_desk.ui.case.item_strip import Item, ItemStrip
from mediation_desk.ui.case.page import Page
from mediation_desk.ui.case.page_kind import Address
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.work import run

if TYPE_CHECKING:
    from mediation_desk.ui.case.workspace import Workspace


def new_ones(seat: Seat, case_id: UUID, one: str, known: Sequence[UUID]) -> list[UUID]:
    """The items that were begun and never saved: only their drafts are there."""
    head = f"case:{case_id}/{one}:"
    begun = [UUID(d.page.removeprefix(head)) for d in drafts_left(seat) if d.page.startswith(head)]
    return sorted(i for i in begun if i not in known)


def _was_there(seat: Seat, item: UUID) -> bool:
    """Whether an item was written once: it was taken out then, and its draft goes on as a new one."""
    with seat.read() as reader:
        return bool(of_record(reader.connection, item))


class ItemPage(Page):
    """``kind`` is the page's key, ``one`` the name of an item in its draft's key. ``number`` counts from one;
    ``blank_id`` is the identity a ``fresh`` item is written under. ``may_add``: whether a person begins one more."""

    kind: ClassVar[str]
    one: ClassVar[str]
    latest_first: ClassVar[bool] = False
    may_add: ClassVar[bool] = True

    def __init__(self, at: Workspace, item: UUID | None) -> None:
        known = [i.id for i in self.items(at.file)]
        begun = new_ones(at.seat, at.case_id, self.one, known)
        listed = [*known, *begun]
        if item is None:
            item = (listed[-1] if self.latest_first else listed[0]) if listed else at.seat.desk.store.ids.new()
        self.fresh = not self.stored(at.file, item)
        self.listed = listed if item in listed else [*listed, item]
        self.number = self.listed.index(item) + 1
        self.blank_id = at.seat.desk.store.ids.new() if self.fresh and _was_there(at.seat, item) else item
        super().__init__(at, item)
        self._strip: ItemStrip | None = None
        self._show_strip()
        self.settled.connect(self._now_known)

    # What a page of items gives besides.

    @abstractmethod
    def items(self, file: CaseFile) -> Sequence[Any]:
        """The records, or entries with an ``id``, in their order."""

    def stored(self, file: CaseFile, item: UUID) -> bool:
        """Whether an item is written already. One that is made of what is known is listed before it is."""
        return item in {i.id for i in self.items(file)}

    @abstractmethod
    def item_words(self, file: CaseFile, item: UUID, number: int) -> Item:
        """How one of them is called in the strip."""

    @abstractmethod
    def add_words(self) -> str:
        """What adding one more is called."""

    @abstractmethod
    def take_out(self) -> Callable[[], object]:
        """What takes this one out; to be done in the background."""

    @property
    def name(self) -> str:
        return f"{self.one}:{self.item}"

    def add_take_out(self, words: str) -> None:
        """Add the button that takes this one out of the case."""
        button = Button(words, Weight.QUIET)
        button.clicked.connect(self._take_out)
        self.foot_end.addWidget(button)
        button.setVisible(not self.locked)

    def add_one(self) -> None:
        """Begin one more."""
        self.at.go(Address(self.kind, self.seat.desk.store.ids.new()))

    def _show_strip(self) -> None:
        known = [i.id for i in self.items(self.file)]
        listed = [*known, *(i for i in self.listed if i not in known and (i == self.item or i in self._begun()))]
        assert self.item is not None
        items = [self.item_words(self.file, i, n) for n, i in enumerate(listed, start=1)]
        strip = ItemStrip(items, self.item, self.add_words(), may_add=self.may_add and not self.locked)
        strip.chosen.connect(lambda i: self.at.go(Address(self.kind, i)))
        strip.more.connect(self.add_one)
        if self._strip is None:
            self.head.insertWidget(1, strip)
        else:
            self.head.replaceWidget(self._strip, strip)
            self._strip.hide()
            self._strip.deleteLater()
        self._strip = strip
        strip.setVisible(len(items) > 1 or (self.may_add and not self.fresh))

    def _begun(self) -> list[UUID]:
        return [i for i in self.listed if i not in {k.id for k in self.items(self.file)}]

    def _now_known(self) -> None:
        if self.fresh:
            self.fresh = False
            self.item = self.blank_id

    def refresh(self, file: CaseFile) -> None:
        gone = not self.fresh and self.item not in {i.id for i in self.items(file)}
        if gone and not self.dirty:
            QTimer.singleShot(0, self, lambda: self.at.go(Address(self.kind)))
            return
        super().refresh(file)
        if self._strip is not None and self._strip.isAncestorOf(self.focusWidget() or self):
            return
        self.listed = [*dict.fromkeys([*(i.id for i in self.items(file)), *self.listed])]
        self._show_strip()

    def _take_out(self) -> None:
        def gone(_none: object = None) -> None:
            self.bounds.clear()
            self.saving.forget()
            self.at.read_again(lambda: self.at.go(Address(self.kind)))
            if not self.fresh:
                self.at.banner.say(_("Taken out of the case."), Tone.ACT, _("Undo"), self.at.undo)

        def failed(problem: KnownProblem) -> None:
            self.banner.problem(problem)

        if self.fresh:
            gone()
            return
        work = self.take_out()
        run(lambda _progress: work(), gone, failed, self)
