"""A short list one chooses from with the keyboard: the rail, the dossier's outline, what drops down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark, draw
from mediation_desk.ui.look.tokens import Tone, Type

_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)
_BESIDE = 1 / 3
"""So much of a line may be taken by what stands beside the words before it goes beneath them."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it stands for, its words, and what may be said beside."""

    key: Any
    text: str
    mark: Mark | None = None
    mark_word: str = ""
    """What the mark means, for those who do not see it."""
    count: str = ""
    detail: str = ""
    tone: Tone = Tone.PLAIN
    """The tone of ``count`` and ``detail``."""


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(filter(None, (entry.text, entry.mark_word, entry.count, entry.detail)))
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, owner: Entries) -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._owner.tall(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        self._owner.paint_entry(painter, box, index.row())


class Entries(QListView):
    """A list of entries. ``chosen`` carries an entry's key on Enter, Space or click."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self._here: Any = None
        self._most: int | None = None
        self.lead = False
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("background: transparent; border: 0;")
        self.clicked.connect(self._choose)
        look().changed.connect(self._relaid)

    def show_entries(self, entries: Sequence[Entry], most: int | None = None) -> None:
        """Show these; ``most`` is how many lines are seen without scrolling (all, when None)."""
        kept = self.currentIndex().row()
        self._model.beginResetModel()
        self._model.entries = list(entries)
        self._model.endResetModel()
        self._most = most
        if entries:
            self.setCurrentIndex(self._model.index(min(max(kept, 0), len(entries) - 1)))
        self.updateGeometry()

    @property
    def entries(self) -> list[Entry]:
        """What is shown."""
        return self._model.entries

    def here(self, key: Any) -> None:
        """Mark the entry one is at."""
        self._here = key
        for row, entry in enumerate(self._model.entries):
            if entry.key == key:
                self.setCurrentIndex(self._model.index(row))
        self.viewport().update()

    def current(self) -> Entry | None:
        """The entry the keyboard is on."""
        row = self.currentIndex().row()
        return self._model.entries[row] if 0 <= row < len(self._model.entries) else None

    def step(self, by: int) -> None:
        """Move the keyboard's place up or down."""
        last = len(self._model.entries) - 1
        if last >= 0:
            self.setCurrentIndex(self._model.index(min(max(self.currentIndex().row() + by, 0), last)))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.entries[index.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and entry is not None:
            self.chosen.emit(entry.key)
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.viewport().update()

    def line_height(self) -> int:
        """The height of one line, in pixels."""
        return look().px(20) + look().gap(12)

    def tall(self, row: int) -> int:
        """The height of an entry: one line, or as many as its words need in the width there is."""
        entry = self._model.entries[row]
        box = QRect(0, 0, self.viewport().width(), 0)
        room = self._room(entry, box).width()
        metrics = QFontMetrics(look().font(bold=True))
        if room <= 0 or metrics.horizontalAdvance(entry.text) <= room:
            words = 0
        else:
            words = metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, entry.text).height() + look().gap(12)
        return max(self.line_height(), words) + (look().px(20) if self._beneath(entry, box) else 0)

    def _beneath(self, entry: Entry, box: QRect) -> bool:
        """Whether the detail goes beneath the words: beside it they would be squeezed into a narrow column."""
        if not entry.detail or entry.count:
            return False
        the, inside = look(), self._inside(entry, box).width()
        beside = QFontMetrics(the.font(Type.SMALL)).horizontalAdvance(entry.detail) + the.gap(8)
        words = QFontMetrics(the.font(bold=True)).horizontalAdvance(entry.text)
        return words + beside > inside and beside > inside * _BESIDE

    def _inside(self, entry: Entry, box: QRect) -> QRect:
        """What is left of an entry's line after its mark."""
        the = look()
        inside = box.adjusted(the.gap(12), 0, -the.gap(8), 0)
        if entry.mark is not None:
            inside.setLeft(inside.left() + the.px(16) + the.gap(8))
        return inside

    def _room(self, entry: Entry, box: QRect) -> QRect:
        """Where an entry's words go, between its mark and what stands beside."""
        the, inside = look(), self._inside(entry, box)
        beside = entry.count or entry.detail
        if self._beneath(entry, box):
            inside.setBottom(inside.bottom() - the.px(20))
        elif beside:
            width = QFontMetrics(the.font(Type.SMALL)).horizontalAdvance(beside)
            inside.setRight(inside.right() - width - the.gap(8))
        return inside

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        QTimer.singleShot(0, self, self._in_sight)  # once the line has its place

    def _in_sight(self) -> None:
        """What scrolls around the list follows the keyboard's place in it."""
        around, line = self.parentWidget(), self.visualRect(self.currentIndex())
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        held = around.widget() if around is not None else None
        if around is not None and held is not None and self.isVisible() and line.isValid():
            for edge in (line.bottomLeft(), line.topLeft()):
                at = self.viewport().mapTo(held, edge)
                around.ensureVisible(at.x(), at.y(), 0, look().gap(4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._relaid()
        if sum(self.tall(row) for row in range(len(self._model.entries))) <= self.viewport().height():
            self.scrollToTop()  # all is to be seen now; Qt may have scrolled while the list was still too short

    def _relaid(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        lines = len(self._model.entries)
        shown = lines if self._most is None else min(lines, self._most)
        return QSize(look().gap(160), sum(self.tall(row) for row in range(shown)))

    def minimumSizeHint(self) -> QSize:
        height = self.sizeHint().height()
        return QSize(look().gap(120), height if self._most is None else min(height, self.line_height()))

    def paint_entry(self, painter: QPainter, box: QRect, row: int) -> None:
        """Draw one line."""
        entry = self._model.entries[row]
        the, colours = look(), look().colours
        current = row == self.currentIndex().row()
        here = self._here is not None and entry.key == self._here
        self._ground(painter, box, here=here, current=current)
        first = QRect(box.left(), box.top(), box.width(), min(self.line_height(), box.height()))
        first.adjust(the.gap(12), 0, -the.gap(8), 0)
        if entry.mark is not None:
            side = the.px(16)
            mark = QRect(first.left(), first.center().y() - side // 2 + 1, side, side)
            strong = here or entry.mark in (Mark.DONE, Mark.BEGUN)
            draw(painter, entry.mark, mark.toRectF(), the.colour(colours.ink if strong else colours.muted))
        painter.setFont(the.font(Type.SMALL))
        painter.setPen(the.colour(colours.text(entry.tone)))
        if self._beneath(entry, box):
            inside = self._inside(entry, box)
            low = QRect(inside.left(), box.bottom() - the.px(20) - the.gap(4), inside.width(), the.px(20))
            painter.drawText(low, int(Qt.AlignmentFlag.AlignVCenter), entry.detail)
        else:
            beside = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(first, beside, entry.count or entry.detail)
        painter.setFont(the.font(bold=here))
        painter.setPen(the.colour(colours.ink))
        painter.drawText(self._room(entry, box), _WRAPPED, entry.text)

    def _ground(self, painter: QPainter, box: QRect, *, here: bool, current: bool) -> None:
        the, colours = look(), look().colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = box.toRectF().adjusted(1, 1, -1, -1)
        under_mouse = box.contains(self.viewport().mapFromGlobal(self.cursor().pos())) and self.underMouse()
        led = current and self.lead
        if here or under_mouse or led:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(the.colour(colours.teal_tint if here or led else colours.hover))
            painter.drawRoundedRect(card, 4, 4)
        if current and self.hasFocus():
            painter.setPen(QPen(the.colour(colours.teal), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
