"""Two people wrote the same thing: both values, by name and time, and the person decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.case_words import names_of, words_of
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.dates import CHINA
from mediation_desk.domain.fields import FieldSpec, Record, spec_of
from mediation_desk.domain.records import Account
from mediation_desk.records.stale import StaleWrite
from mediation_desk.reference.language import _, listed
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.look.gaps import column, row
from mediation_desk.ui.look.tokens import Tone, Type
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.sheet import Scrolled
from mediation_desk.ui.parts.words import Words, heading, quiet


@dataclass(frozen=True, slots=True)
class Difference:
    """One merge group of one record that two people wrote differently, as ``fresh`` and as ``mine``."""

    bound: BoundRecord[Any]
    fresh: Record
    mine: Record
    group: str
    fields: tuple[FieldSpec, ...]
    by: UUID | None
    at: datetime | None


def differences(
    problem: StaleWrite, bounds: Sequence[BoundRecord[Any]], known: Mapping[UUID, Record]
) -> list[Difference]:
    """What stands in the way of the writing, each merge group once, with the record as it is now."""
    found: dict[tuple[UUID, str], Difference] = {}
    for clash in problem.clashes:
        bound = next((b for b in bounds if b.base.id == clash.record.id), None)
        fresh = known.get(clash.record.id)
        if bound is None or fresh is None:
            continue
        spec, mine = spec_of(type(fresh)), bound.value()
        group = spec.field(clash.field).facet.group
        named = (spec.field(n) for n in spec.group(group))
        fields = tuple(f for f in named if getattr(fresh, f.name) != getattr(mine, f.name))
        found.setdefault((fresh.id, group), Difference(bound, fresh, mine, group, fields, clash.by, clash.at))
    return [d for d in found.values() if d.fields]


class StalePanel(QWidget):
    """``decided``: every difference is settled, write again. ``rewrite`` carries the field to be written anew."""

    decided = Signal()
    rewrite = Signal(str)

    def __init__(
        self,
        seat: Seat,
        file: CaseFile,
        problem: StaleWrite,
        bounds: Sequence[BoundRecord[Any]],
        known: Mapping[UUID, Record],
    ) -> None:
        super().__init__()
        self._seat, self._file = seat, file
        self._left = differences(problem, bounds, known)
        self._columns = column(self, (0, 8, 0, 0), 12)
        self._columns.addWidget(heading(_("Written differently in two places")))
        told = _("Nothing of yours is saved yet, and nothing of theirs is lost. Choose which one stands.")
        self._columns.addWidget(quiet(told, wrap=True))
        self.cards: list[QWidget] = []
        self.authors: list[str] = []
        self._listed = QWidget()
        self._cards = column(self._listed, 0, 24)
        self._columns.addWidget(Scrolled(self._listed), 1)
        for difference in self._left:
            self._cards.addWidget(self._card(difference))
        self._cards.addStretch(1)

    def begin(self) -> None:
        """Show it and give it the keyboard; when nothing differs any more, go on at once."""
        if not self._left:
            self.decided.emit()
            return
        self.show()
        self.cards[0].findChildren(Button)[0].setFocus()

    def _card(self, difference: Difference) -> QWidget:
        card = QWidget()
        inside: QVBoxLayout = column(card, 0, 8)
        inside.addWidget(heading(listed(_(f.facet.label) for f in difference.fields)))
        theirs, mine, anew = Button(_("Use theirs")), Button(_("Use mine")), Button(_("Write it anew"))
        inside.addWidget(self._value(self._author(difference), Tone.SOON, difference, difference.fresh, theirs))
        inside.addWidget(self._value(_("I have written"), Tone.ACT, difference, difference.mine, mine))
        theirs.clicked.connect(lambda: self._take(card, difference, theirs=True))
        mine.clicked.connect(lambda: self._take(card, difference, theirs=False))
        anew.clicked.connect(lambda: self._anew(difference))
        beneath = row(None, 0, 8)
        beneath.addStretch(1)
        beneath.addWidget(anew)
        inside.addLayout(beneath)
        self.cards.append(card)
        return card

    def _value(self, who: str, tone: Tone, difference: Difference, record: Record, use: Button) -> QFrame:
        """One of the two: whose it is, what it says, and the button that lets it stand."""
        box = QFrame()
        box.setProperty("part", "banner")
        box.setProperty("tone", tone.value)
        across = row(box, (16, 8), 12)
        said = column(None, 0, 4)
        author = Words(who, Type.SMALL)
        author.set_tone(tone)
        self.authors.append(who)
        said.addWidget(author)
        for field in difference.fields:
            words = words_of(field, getattr(record, field.name), names_of(self._file)) or _("(empty)")
            several = len(difference.fields) > 1
            said.addWidget(Words(f"{_(field.facet.label)}：{words}" if several else words, wrap=True))
        across.addLayout(said, 1)
        across.addWidget(use)
        return box

    def _author(self, difference: Difference) -> str:
        name = _("Someone else")
        if difference.by is not None:
            with self._seat.read() as reader:
                account = reader.get(Account, difference.by, voided=True)
            name = account.person if account else name
        if difference.at is None:
            return name
        return _("{name} wrote on {time}").format(name=name, time=f"{difference.at.astimezone(CHINA):%m-%d %H:%M}")

    def _take(self, card: QWidget, difference: Difference, *, theirs: bool) -> None:
        difference.bound.take(difference.fresh, difference.group, theirs=theirs)
        self._left.remove(difference)
        card.hide()
        if not self._left:
            self.decided.emit()
            return
        following = next(c for c in self.cards if not c.isHidden())
        following.findChildren(Button)[0].setFocus()

    def _anew(self, difference: Difference) -> None:
        for other in self._left:
            other.bound.take(other.fresh, other.group, theirs=False)
        self.rewrite.emit(difference.fields[0].name)
