"""The papers that are made from a page, at its side: one key shows them, and the page goes on being written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from mediation_desk.actions.paper_slots import PaperSlot, slots_of
from mediation_desk.domain.records import Paper
from mediation_desk.reference.language import _
from mediation_desk.ui.case.beside import Beside
from mediation_desk.ui.case.item_page import ItemPage
from mediation_desk.ui.case.paper_card import PaperCard, same_slot
from mediation_desk.ui.case.paper_words import name_of
from mediation_desk.ui.case.picks import Picks
from mediation_desk.ui.keys import Key, bind
from mediation_desk.ui.parts.button import Button

if TYPE_CHECKING:
    from mediation_desk.ui.case.page import Page

OF_PAGE: Mapping[str, tuple[str, ...]] = {
    "case": ("application", "registration", "rights", "extension", "false_mediation"),
    "claims": ("application",),
    "parties": ("identity", "rights", "privacy"),
    "referrals": ("referral_receipt", "consent"),
    "disclosures": ("disclosure",),
    "service_addresses": ("service_address",),
    "mandates": ("attorney",),
    "inquiries": ("inquiry",),
    "evidence": ("evidence", "evidence_sheet"),
    "undisputed": ("undisputed",),
    "meetings": ("meeting",),
    "performances": ("receipt", "effect_notice"),
    "follow_ups": ("follow_up",),
    "confirmations": ("confirmation", "hosted"),
    "non_acceptances": ("decline",),
    "terminations": ("termination", "court_report", "court_summary"),
    "volumes": ("cover", "volume_notes"),
}
"""Which kinds of paper are made from what is written on a page, by the page's key. The agreement has its own side."""


class PagePapers(QObject):
    """``button`` stands at the foot of the page; ``card`` shows the one chosen with ``which``."""

    def __init__(self, page: Page, kinds: tuple[str, ...]) -> None:
        super().__init__(page)
        self._page, self._kinds = page, kinds
        self.card: PaperCard | None = None
        self._beside: Beside | None = None
        self.which: Picks | None = None
        self._listed: list[PaperSlot] = []
        self.button = Button(_("See the paper"), key=Key.PREVIEW)
        self.button.clicked.connect(lambda: self.show(not self.opened))
        page.foot.insertWidget(0, self.button)
        for bound in page.bounds:
            bound.on_edited(self.follow)
        page.at.refreshed.connect(self.follow)
        self.button.setVisible(bool(self._slots()))

    @property
    def opened(self) -> bool:
        """Whether the paper is shown."""
        return self._beside is not None and self._beside.opened

    def _slots(self) -> list[PaperSlot]:
        """The papers of this page; of several records, only those of the one that is open."""
        file = self._page.as_typed()
        return [slot for kind in self._kinds for n, slot in enumerate(slots_of(file, kind)) if self._own(slot, n)]

    def _own(self, slot: PaperSlot, place: int) -> bool:
        page = self._page
        if not isinstance(page, ItemPage) or not page.bounds or slot.record.kind != page.bounds[-1].base.kind:
            return True
        return slot.record.id == page.bounds[-1].base.id if slot.written else place == page.number - 1

    def show(self, shown: bool) -> None:
        """Show the papers of the page, or put them away; the keyboard goes back to the page."""
        beside, card = self._beside or self._make(), self.card
        assert card is not None
        held = self._page.focusWidget()
        beside.open(shown)
        if shown:
            self.follow()
            if beside.alone:
                card.take_keyboard()
        elif held is None or not held.isVisible() or card.isAncestorOf(held):
            self.button.setFocus()

    def _make(self) -> Beside:
        """Made when it is first wanted: most pages are left without it."""
        page, columns = self._page, self._page.at.columns
        held = QApplication.focusWidget()
        self.card = PaperCard(page, page.as_typed)
        self.card.closed.connect(lambda: self.show(False))
        self.card.issued.connect(self._issued)
        page.saving.failed.connect(lambda _problem: self.card.give_up() if self.card else None)
        self.which = Picks([], single=True)
        self.which.edited.connect(self._chosen)
        self.card.preview.inside.insertWidget(1, self.which)
        self._beside = Beside(page.sheet, self.card, columns.widest, columns.give_way)
        back = bind(self.card, Key.PREVIEW, lambda: self.show(False))
        back.setEnabled(False)
        self._beside.turned.connect(lambda _shown: back.setEnabled(self._beside is not None and self._beside.alone))
        whole = page.layout()
        assert whole is not None
        whole.addWidget(self._beside)
        if held is not None and page.isAncestorOf(held):
            held.setFocus()
        return self._beside

    def follow(self) -> None:
        """Something was typed, or the case has moved."""
        slots = self._slots()
        self.button.setVisible(bool(slots) or self.opened)
        if not self.opened or self.card is None or self.which is None or not slots:
            return
        before = self.card.slot
        kept = same_slot(self._page.as_typed(), before) if before is not None else None
        place = next((n for n, s in enumerate(slots) if kept is not None and s == kept), 0)
        self._listed = slots
        self.which.offer([(n, name_of(s)) for n, s in enumerate(slots)])
        self.which.set_value(place)
        self.which.setVisible(len(slots) > 1)
        self.card.show_slot(slots[place])

    def _chosen(self) -> None:
        assert self.card is not None
        assert self.which is not None
        place = self.which.value()
        if place is not None:
            self.card.show_slot(self._listed[place], at_once=True)

    def _issued(self, _paper: Paper) -> None:
        self.follow()

    def print_paper(self) -> None:
        """Print the paper that is shown."""
        assert self.card is not None
        self.card.print_paper()


def papers_of(page: Page, key: str) -> PagePapers | None:
    """The papers at the side of a page, where it has any."""
    kinds = OF_PAGE.get(key)
    return PagePapers(page, kinds) if kinds else None
