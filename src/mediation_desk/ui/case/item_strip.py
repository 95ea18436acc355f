"""The items of a page of which there are several: the first meeting, the second, one more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mediation_desk.reference.language import _
from mediation_desk.ui.case.picks import ARROWS
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import FOCUS, Type
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.entries import Entries, Entry
from mediation_desk.ui.parts.flow import FlowLayout

TABS_AT_MOST = 8
_LINES = 4


@dataclass(frozen=True, slots=True)
class Item:
    """One of several: its identity, its words, and what may be said beside."""

    id: UUID
    words: str
    beside: str = ""


class Tab(QAbstractButton):
    """One item; the one that is open is underlined."""

    def __init__(self, item: Item, *, here: bool) -> None:
        super().__init__()
        self.item = item
        self._here = here
        self.setText(item.words)
        self.setAccessibleName(" ".join(filter(None, (item.words, item.beside))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def _widths(self) -> tuple[int, int]:
        the = look()
        words = QFontMetrics(the.font(bold=True)).horizontalAdvance(self.item.words)
        beside = QFontMetrics(the.font(Type.SMALL)).horizontalAdvance(self.item.beside)
        return words, beside + the.gap(4) if self.item.beside else 0

    def sizeHint(self) -> QSize:
        the = look()
        return QSize(sum(self._widths()) + 2 * the.gap(8), the.px(20) + the.gap(8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows belong to the whole strip; Enter opens as Space does."""
        if event.key() in ARROWS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        the, colours = look(), look().colours
        painter = QPainter(self)
        pad, (words, _beside) = the.gap(8), self._widths()
        painter.setFont(the.font(bold=self._here))
        painter.setPen(the.colour(colours.ink if self._here else colours.muted))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRect(pad, 0, words + 2, self.height()), middle, self.item.words)
        painter.setFont(the.font(Type.SMALL))
        painter.setPen(the.colour(colours.muted))
        left = pad + words + the.gap(4)
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), middle, self.item.beside)
        if self._here:
            painter.fillRect(QRect(pad, self.height() - 2, self.width() - 2 * pad, 2), the.colour(colours.teal))
        if self.hasFocus():
            painter.setPen(QPen(the.colour(colours.teal), FOCUS))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class ItemStrip(QWidget):
    """``chosen`` carries the identity of the item to open, ``more`` asks for a new one."""

    chosen = Signal(object)
    more = Signal()

    def __init__(self, items: Sequence[Item], here: UUID, add: str, *, may_add: bool = True) -> None:
        super().__init__()
        whole = column(self, 0, 4)
        self._flow = FlowLayout(gap=4)
        self._tabs: list[Tab] = []
        if len(items) > TABS_AT_MOST:
            whole.addWidget(self._list(items, here))
        else:
            self._tabs = [Tab(item, here=item.id == here) for item in items]
            for tab in self._tabs:
                tab.clicked.connect(lambda _on=False, t=tab: self.chosen.emit(t.item.id))
            self._flow.add(*self._tabs)
        self.add_button = Button(add, Weight.QUIET, Key.ADD)
        self.add_button.clicked.connect(self.more)
        self._flow.add(self.add_button)
        whole.addLayout(self._flow)
        self.add_button.setVisible(may_add)

    def _list(self, items: Sequence[Item], here: UUID) -> Entries:
        listed = Entries(_("Choose one"), self)
        listed.show_entries([Entry(i.id, i.words, detail=i.beside) for i in items], _LINES)
        listed.here(here)
        listed.chosen.connect(self.chosen)
        listed.setFixedHeight(_LINES * listed.line_height())
        return listed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        held = next((n for n, tab in enumerate(self._tabs) if tab.hasFocus()), None)
        if step is None or held is None:
            super().keyPressEvent(event)
            return
        self._tabs[(held + step) % len(self._tabs)].setFocus(Qt.FocusReason.TabFocusReason)
