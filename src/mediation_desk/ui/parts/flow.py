"""A layout that puts things side by side and goes on beneath when the line is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.space import fit, note


class FlowLayout(QLayout):
    """Badges, buttons, facts: as many a line as fit, centred on each other."""

    def __init__(self, parent: QWidget | None = None, margins: int = 0, gap: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        note(self, margins, gap)
        fit(self, look().scale)
        if parent is not None:
            parent.setLayout(self)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets in order."""
        for widget in widgets:
            self.addChildWidget(widget)
            self.addItem(QWidgetItem(widget))

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = [i.sizeHint() for i in self._items if not i.isEmpty()]
        width = sum(s.width() for s in shown) + self.spacing() * max(0, len(shown) - 1)
        return self._with_margins(QSize(width, max((s.height() for s in shown), default=0)))

    def minimumSize(self) -> QSize:
        shown = [i.minimumSize() for i in self._items if not i.isEmpty()]
        return self._with_margins(
            QSize(max((s.width() for s in shown), default=0), max((s.height() for s in shown), default=0))
        )

    def _with_margins(self, size: QSize) -> QSize:
        sides = self.contentsMargins()
        return size + QSize(sides.left() + sides.right(), sides.top() + sides.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Place the items within ``rect``; the height they take."""
        inside = rect.marginsRemoved(self.contentsMargins())
        gap = self.spacing()
        top, height = inside.top(), 0
        line: list[tuple[QLayoutItem, QSize]] = []
        left = inside.left()
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if size.width() > inside.width():
                size = QSize(inside.width(), item.heightForWidth(inside.width()) or size.height())
            if line and left + size.width() > inside.right() + 1:
                height = self._settle(line, inside.left(), top, gap, move=move)
                top, left, line = top + height + gap, inside.left(), []
            line.append((item, size))
            left += size.width() + gap
        height = self._settle(line, inside.left(), top, gap, move=move)
        sides = self.contentsMargins()
        return top + height - rect.top() + sides.bottom()

    @staticmethod
    def _settle(line: list[tuple[QLayoutItem, QSize]], left: int, top: int, gap: int, *, move: bool) -> int:
        height = max((size.height() for _item, size in line), default=0)
        for item, size in line:
            if move:
                item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
            left += size.width() + gap
        return height
