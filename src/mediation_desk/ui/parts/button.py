"""A button says what it does, and which key does the same."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark, draw
from mediation_desk.ui.look.tokens import Type

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Weight(StrEnum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    PLAIN = "plain"
    DANGER = "danger"
    QUIET = "quiet"


class Button(QPushButton):
    """A push button that shows its key beside its words. The key works wherever the button can be seen."""

    def __init__(
        self,
        text: str,
        weight: Weight = Weight.PLAIN,
        key: Key | None = None,
        mark: Mark | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._key = key
        self._mark = mark
        self._weight = weight
        self.setProperty("part", weight.value)
        self.setAutoDefault(False)
        if key is not None:
            self.setShortcut(QKeySequence(key.sequence))

    def setText(self, text: str) -> None:
        """Other words, the same key: Qt forgets the key when the words change."""
        super().setText(text)
        if self._key is not None:
            self.setShortcut(QKeySequence(self._key.sequence))

    def _bold(self) -> bool:
        return self._weight is Weight.PRIMARY

    def _parts(self) -> tuple[int, int, int, int]:
        """Widths: mark, words, gap before the key, key."""
        the = look()
        words = QFontMetrics(the.font(bold=self._bold())).horizontalAdvance(self.text())
        mark = the.px(16) + (the.gap(4) if self.text() else 0) if self._mark else 0
        if self._key is None:
            return mark, words, 0, 0
        key = QFontMetrics(the.font(Type.SMALL)).horizontalAdvance(self._key.shown)
        return mark, words, the.gap(8), key

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        sides = look().gap(8 if self._weight is Weight.QUIET or not self.text() else 12) * 2 + 2
        return QSize(sum(self._parts()) + sides, hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _ink(self) -> QColor:
        the, colours = look(), look().colours
        if not self.isEnabled():
            return the.colour(colours.muted)
        by_weight = {Weight.PRIMARY: colours.on_teal, Weight.DANGER: colours.cinnabar}
        return the.colour(by_weight.get(self._weight, colours.ink))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does: never another one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _HELD:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        self._write(painter)

    def _write(self, painter: QPainter) -> None:
        the = look()
        mark, words, gap, key = self._parts()
        height = self.height()
        left = (self.width() - (mark + words + gap + key)) // 2
        ink = self._ink()
        if self._mark is not None:
            side = the.px(16)
            draw(painter, self._mark, QRect(left, (height - side) // 2, side, side).toRectF(), ink)
        left += mark
        painter.setPen(ink)
        painter.setFont(the.font(bold=self._bold()))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRect(left, 0, words + 2, height), middle, self.text())
        if self._key is not None:
            painter.setFont(the.font(Type.SMALL))
            if self._weight is not Weight.PRIMARY:
                painter.setPen(the.colour(the.colours.muted))
            painter.drawText(QRect(left + words + gap, 0, key + 2, height), middle, self._key.shown)
