"""The terms of the agreement, in order: each a record of its own, so that two windows writing two terms do not meet."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.records import Term
from mediation_desk.reference.language import _
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.term_card import NameOf, TermCard
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.parts.ask import Ask
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.words import heading, quiet


class TermsEditor(QWidget):
    """``cards`` in their order, ``gone`` the written terms that were taken out. ``edited`` follows every change.

    ``blank`` makes a new term at a position. ``grown`` carries a card whose fields have just been made, ``dropped``
    one that is shown no longer.
    """

    edited = Signal()
    grown = Signal(object)
    dropped = Signal(object)

    def __init__(
        self,
        parties: Sequence[tuple[UUID, str]],
        name_of: NameOf,
        today: Callable[[], date],
        blank: Callable[[int], Term],
    ) -> None:
        super().__init__()
        self._parties, self._name_of, self._today, self._blank = parties, name_of, today, blank
        self.cards: list[TermCard] = []
        self.gone: list[Term] = []
        self.locked = False
        self._listed = QWidget()
        self._column = column(self._listed, 0, 8)
        self._none = quiet(_("No term yet. Each term says who does what, by when, and what follows if not."), wrap=True)
        self.add_button = Button(_("One more term"), Weight.PLAIN, Key.ADD)
        self.add_button.clicked.connect(self.add_and_begin)
        beneath = row(None, 0, 8)
        beneath.addWidget(self.add_button)
        beneath.addStretch(1)
        whole = column(self, 0, 8)
        whole.addWidget(heading(_("Terms agreed")))
        whole.addWidget(self._none)
        whole.addWidget(self._listed)
        whole.addLayout(beneath)
        self.arrange()

    # The cards.

    def show_term(self, term: Term, *, new: bool = False) -> TermCard:
        """Add a card for a term, at its place."""
        card = TermCard(BoundRecord(term, new=new), self._name_of, self._parties, self._today)
        card.up.connect(lambda c: self._move(c, -1))
        card.down.connect(lambda c: self._move(c, 1))
        card.removed.connect(self.take_out)
        card.unfolded.connect(self._only)
        card.grown.connect(self._grown)
        card.position.on_edited(self.edited.emit)
        if self.locked:
            card.lock()
        self.cards.append(card)
        self.arrange()
        return card

    def _grown(self, card: TermCard) -> None:
        for name, binding in card.bound.fields.items():
            if name != "position":
                binding.on_edited(self.edited.emit)
        self.grown.emit(card)

    def card(self, term_id: UUID) -> TermCard | None:
        """The card of a term."""
        return next((c for c in self.cards if c.bound.base.id == term_id), None)

    def add_and_begin(self) -> TermCard:
        """One more term, the keyboard in it."""
        card = self.show_term(self._blank(self._after_last()), new=True)
        card.begin()
        self.edited.emit()
        return card

    def _after_last(self) -> int:
        return max((c.position.value() for c in self.cards), default=-1) + 1

    def arrange(self) -> None:
        """Put the cards in the order of their positions, and number them."""
        self.cards.sort(key=lambda c: (c.position.value(), c.bound.base.id.int))
        for place, card in enumerate(self.cards):
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            card.show_number(place + 1)
        for former, card in zip(self.cards, self.cards[1:], strict=False):
            QWidget.setTabOrder(former, card)
        if self.cards:
            QWidget.setTabOrder(self.cards[-1], self.add_button)
        self._listed.setVisible(bool(self.cards))
        self._none.setVisible(not self.cards)

    def _only(self, opened: TermCard) -> None:
        """One term at a time is open: the page stays as short as the paper."""
        for card in self.cards:
            if card is not opened:
                card.fold()

    def _move(self, card: TermCard, by: int) -> None:
        now = self.cards.index(card)
        if not 0 <= now + by < len(self.cards):
            return
        other = self.cards[now + by]
        mine, theirs = card.position.value(), other.position.value()
        if mine == theirs:  # two were added apart, at the same place
            self._spread()
            mine, theirs = card.position.value(), other.position.value()
        card.position.put(theirs)
        other.position.put(mine)
        held = self.window().focusWidget()
        self.arrange()
        if held is not None and card.isAncestorOf(held):
            held.setFocus()
        else:
            card.setFocus()

    def _spread(self) -> None:
        for place, card in enumerate(self.cards):
            card.position.put(place)

    def take_out(self, card: TermCard) -> None:
        """Take a term out, after a question when something stands in it."""
        if not card.written:
            self._take_out(card)
            return
        asked = Ask(_("Take this term out?"), card.text.text(), self.window())
        go = asked.goes_on(_("Take it out"), Weight.DANGER)
        go.clicked.connect(asked.accept)
        asked.accepted.connect(lambda: self._take_out(card))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _take_out(self, card: TermCard) -> None:
        if card not in self.cards:  # somebody else took it out while the question stood
            return
        place = self.cards.index(card)
        if not card.bound.new:
            self.gone.append(card.bound.base)
        self.drop(card)
        left = self.cards[min(place, len(self.cards) - 1)] if self.cards else self.add_button
        left.setFocus()
        self.edited.emit()

    def drop(self, card: TermCard) -> None:
        """Show a card no longer."""
        self.cards.remove(card)
        self._column.removeWidget(card)
        self.dropped.emit(card)
        card.hide()
        card.deleteLater()
        self.arrange()

    def lock(self) -> None:
        """Only to be read."""
        self.locked = True
        self.add_button.hide()
        for card in self.cards:
            card.lock()

    # Records.

    def kept(self) -> list[TermCard]:
        """The cards that are to be written: a new one in which nothing stands is not."""
        return [c for c in self.cards if not c.bound.new or c.written]

    def terms(self) -> list[Term]:
        """The terms as they stand on the screen, in order."""
        return [dataclasses.replace(c.bound.value(), position=n) for n, c in enumerate(self.kept())]

    def meet(self, fresh: Sequence[Term]) -> None:
        """Others have written terms, or taken some out: show what is not being typed."""
        now = {t.id for t in fresh}
        known = {c.bound.base.id for c in self.cards} | {t.id for t in self.gone}
        for card in list(self.cards):
            if not card.bound.new and card.bound.base.id not in now and not card.bound.dirty:
                self.drop(card)
        for term in fresh:
            if term.id not in known:
                self.show_term(term)
        self.gone = [t for t in self.gone if t.id in now]
