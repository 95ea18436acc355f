"""The search box in the top line: looks like a line to type in, opens the search over the whole window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mediation_desk.reference.language import _
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.marks import Mark, draw
from mediation_desk.ui.look.tokens import FOCUS, RADIUS, Type


class SearchBox(QAbstractButton):
    """A button in the shape of a search line. ``clicked`` opens the search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(_("Name, initials, case number, last four of a number"))
        self.setAccessibleName(_("Search"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(look().px(420), look().px(20) + look().gap(10) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        the, colours = look(), look().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        width = FOCUS if focus else 1
        painter.setPen(QPen(the.colour(colours.teal if focus else colours.edge), width))
        painter.setBrush(the.colour(colours.sheet))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)
        side, pad = the.px(16), the.gap(8)
        muted = the.colour(colours.muted)
        draw(painter, Mark.SEARCH, QRectF(pad, (self.height() - side) / 2, side, side), muted)
        painter.setPen(muted)
        painter.setFont(the.font(Type.SMALL))
        key = Key.SEARCH.shown
        room = painter.fontMetrics().horizontalAdvance(key) + pad
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        inside = self.rect().adjusted(side + 2 * pad, 0, -pad, 0)
        painter.drawText(inside, middle | int(Qt.AlignmentFlag.AlignRight), key)
        painter.setFont(the.font())
        inside.setRight(inside.right() - room)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, middle | int(Qt.AlignmentFlag.AlignLeft), words)
