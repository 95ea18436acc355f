"""Things to choose from that lie open side by side: one of a few, or any number of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mediation_desk.reference.language import _
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark, draw
from mediation_desk.ui.look.tokens import FOCUS, RADIUS
from mediation_desk.ui.parts.flow import FlowLayout

ARROWS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
MANY = 8
"""From so many on there is one more choice: all of them."""
Option = tuple[Any, str]
"""What a choice stands for, and its words."""


class Pick(QAbstractButton):
    """One choice: chosen ones carry a tick, so that colour is not the only sign."""

    def __init__(self, key: Any, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._hint: QSize | None = None
        look().changed.connect(self._resized)

    def _resized(self) -> None:
        self._hint = None
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if self._hint is None:
            the = look()
            words = QFontMetrics(the.font()).horizontalAdvance(self.text())
            self._hint = QSize(words + the.px(16) + the.gap(4) + 2 * the.gap(8) + 2, the.px(20) + the.gap(10) + 2)
        return self._hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows belong to the whole row of choices."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        the, colours, on = look(), look().colours, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = FOCUS if self.hasFocus() else 1
        edge = colours.teal if self.hasFocus() else (colours.teal_tint if on else colours.line)
        painter.setPen(QPen(the.colour(edge), width))
        painter.setBrush(
            the.colour(colours.teal_tint if on else (colours.hover if self.underMouse() else colours.sheet))
        )
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)
        side, pad = the.px(16), the.gap(8)
        ink = the.colour(colours.ink if on and self.isEnabled() else colours.muted)
        box = QRectF(pad, (self.height() - side) / 2, side, side)
        draw(painter, Mark.TICK if on else Mark.NOT_YET, box, the.colour(colours.teal if on else colours.edge))
        painter.setPen(ink)
        painter.setFont(the.font())
        inside = self.rect().adjusted(pad + side + the.gap(4), 0, -pad // 2, 0)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())


class Picks(QWidget):
    """``edited`` follows every choice. Tab enters and leaves, the arrows go along, Space chooses.

    With ``single`` exactly one of them is chosen at a time. What the record holds and the list no longer has is kept.
    """

    edited = Signal()
    committed = Signal()

    def __init__(self, options: Iterable[Option], *, single: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._single = single
        self._value: tuple[Any, ...] = ()
        self._picks: list[Pick] = []
        self._all: Pick | None = None
        self._flow = FlowLayout(self, gap=8)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.offer(options)

    def offer(self, options: Iterable[Option]) -> None:
        """Other things to choose from; what is chosen stays chosen."""
        wanted = list(options)
        if [(p.key, p.text()) for p in self._picks] == wanted:
            return
        before = self._stop_before()
        for pick in (*self._picks, *([self._all] if self._all else [])):
            self._flow.removeWidget(pick)
            pick.deleteLater()
        self._all = None
        if len(wanted) >= MANY and not self._single:
            self._all = Pick(None, _("All"), self)
            self._all.clicked.connect(self._choose_all)
            self._flow.add(self._all)
        self._picks = [Pick(key, words, self) for key, words in wanted]
        for pick in self._picks:
            pick.clicked.connect(lambda _on, p=pick: self._chosen(p))
        self._flow.add(*self._picks)
        self._take_turn(before)
        self._show()

    def _stop_before(self) -> QWidget | None:
        """Where Tab stops last before it comes to these choices."""
        at = self.previousInFocusChain()
        while at is not None and at is not self:
            if at.focusPolicy() != Qt.FocusPolicy.NoFocus and not self.isAncestorOf(at):
                return at
            at = at.previousInFocusChain()
        return None

    def _take_turn(self, before: QWidget | None) -> None:
        """Choices offered later come in their field's turn, not behind everything else."""
        stops = [w for w in (before, self._all, *self._picks) if w is not None]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def value(self) -> Any:
        """The keys chosen, in the order of the list; with ``single`` the one key."""
        return self._value[0] if self._single and self._value else None if self._single else self._value

    def set_value(self, value: Any) -> None:
        """Show a choice that was not made here."""
        self._value = (value,) if self._single else tuple(value)
        self._show()

    def commit(self) -> None:
        """A choice is finished as soon as it is made."""

    @property
    def single(self) -> bool:
        """Whether exactly one is chosen at a time."""
        return self._single

    @property
    def picks(self) -> Sequence[Pick]:
        """The choices shown."""
        return self._picks

    def _show(self) -> None:
        for pick in self._picks:
            pick.setChecked(pick.key in self._value)
        if self._all is not None:
            self._all.setChecked(all(pick.isChecked() for pick in self._picks))
        if self._picks:
            first = next((p for p in self._picks if p.isChecked()), self._picks[0]) if self._single else self._picks[0]
            self.setFocusProxy(first)

    def _choose_all(self) -> None:
        """All of them, or none when all were chosen."""
        listed = {p.key for p in self._picks}
        everyone = listed <= set(self._value)
        kept = tuple(k for k in self._value if k not in listed)
        self._value = kept if everyone else (*(p.key for p in self._picks), *kept)
        self._show()
        self.edited.emit()
        self.committed.emit()

    def _chosen(self, pick: Pick) -> None:
        if self._single:
            self._value = (pick.key,)
        else:
            listed = [p.key for p in self._picks]
            chosen = set(self._value) ^ {pick.key}
            self._value = tuple([k for k in listed if k in chosen] + [k for k in self._value if k not in listed])
        self._show()
        self.edited.emit()
        self.committed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        held = next((n for n, p in enumerate(self._picks) if p.hasFocus()), None)
        if step is None or held is None:
            super().keyPressEvent(event)
            return
        following = self._picks[(held + step) % len(self._picks)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        if self._single:
            self._chosen(following)
