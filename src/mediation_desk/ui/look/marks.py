"""The few small drawings: the states of a page, and search, print, seal, arrows. Drawn, not loaded."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap


class Mark(StrEnum):
    """What can be drawn. The first four are states: done ●, begun ◐, not yet ○, does not apply –."""

    DONE = "done"
    BEGUN = "begun"
    NOT_YET = "not yet"
    NOT_NEEDED = "not needed"
    SEARCH = "search"
    PRINT = "print"
    SEAL = "seal"
    DOWN = "down"
    UP = "up"
    TICK = "tick"
    CLOSE = "close"
    PAPER = "paper"
    LOCK = "lock"


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _lines(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    return path


def _done(p: QPainter, ink: QColor) -> None:
    p.setBrush(ink)
    p.drawEllipse(QPointF(8, 8), 4.6, 4.6)


def _begun(p: QPainter, ink: QColor) -> None:
    p.drawEllipse(QPointF(8, 8), 4.6, 4.6)
    p.setBrush(ink)
    p.drawPie(QRectF(3.4, 3.4, 9.2, 9.2), 90 * 16, 180 * 16)


def _not_yet(p: QPainter, _ink: QColor) -> None:
    p.drawEllipse(QPointF(8, 8), 4.6, 4.6)


def _not_needed(p: QPainter, _ink: QColor) -> None:
    p.drawLine(QPointF(5, 8), QPointF(11, 8))


def _search(p: QPainter, _ink: QColor) -> None:
    p.drawEllipse(QPointF(7, 7), 4.2, 4.2)
    p.drawLine(QPointF(10.2, 10.2), QPointF(13.5, 13.5))


def _print(p: QPainter, _ink: QColor) -> None:
    p.drawPath(_lines((4.5, 6), (4.5, 2.5), (11.5, 2.5), (11.5, 6)))
    p.drawPath(_lines((4.5, 11.5), (2.5, 11.5), (2.5, 6), (13.5, 6), (13.5, 11.5), (11.5, 11.5)))
    p.drawRect(QRectF(4.5, 9.5, 7, 4))


def _seal(p: QPainter, ink: QColor) -> None:
    p.drawEllipse(QPointF(8, 8), 5.8, 5.8)
    star = QPainterPath()
    for step in range(5):
        ray = QPainterPath(QPointF(8, 4.4))
        ray.lineTo(9.0, 7.4)
        ray.lineTo(8, 8)
        ray.lineTo(7.0, 7.4)
        ray.closeSubpath()
        star.addPath(_turned(ray, 72.0 * step))
    p.fillPath(star, ink)


def _turned(path: QPainterPath, degrees: float) -> QPainterPath:
    from PySide6.QtGui import QTransform

    return QTransform().translate(8, 8).rotate(degrees).translate(-8, -8).map(path)


def _down(p: QPainter, _ink: QColor) -> None:
    p.drawPath(_lines((4.5, 6.5), (8, 10), (11.5, 6.5)))


def _up(p: QPainter, _ink: QColor) -> None:
    p.drawPath(_lines((4.5, 9.5), (8, 6), (11.5, 9.5)))


def _tick(p: QPainter, _ink: QColor) -> None:
    p.drawPath(_lines((3.5, 8.5), (6.5, 11.5), (12.5, 5)))


def _close(p: QPainter, _ink: QColor) -> None:
    p.drawLine(QPointF(4.5, 4.5), QPointF(11.5, 11.5))
    p.drawLine(QPointF(11.5, 4.5), QPointF(4.5, 11.5))


def _paper(p: QPainter, _ink: QColor) -> None:
    p.drawPath(_lines((3.5, 1.5), (9.5, 1.5), (12.5, 4.5), (12.5, 14.5), (3.5, 14.5), (3.5, 1.5)))
    p.drawPath(_lines((9.5, 1.5), (9.5, 4.5), (12.5, 4.5)))
    for y in (7.5, 9.5, 11.5):
        p.drawLine(QPointF(5.5, y), QPointF(10.5 if y < 11 else 8.5, y))


def _lock(p: QPainter, ink: QColor) -> None:
    p.drawArc(QRectF(5, 2, 6, 9), 0, 180 * 16)
    p.drawLine(QPointF(5, 6.5), QPointF(5, 7.5))
    p.drawLine(QPointF(11, 6.5), QPointF(11, 7.5))
    p.drawRoundedRect(QRectF(3.5, 7.5, 9, 6.5), 1, 1)
    p.setBrush(ink)
    p.drawEllipse(QPointF(8, 10.7), 0.8, 0.8)


_DRAW: dict[Mark, Callable[[QPainter, QColor], None]] = {
    Mark.DONE: _done,
    Mark.BEGUN: _begun,
    Mark.NOT_YET: _not_yet,
    Mark.NOT_NEEDED: _not_needed,
    Mark.SEARCH: _search,
    Mark.PRINT: _print,
    Mark.SEAL: _seal,
    Mark.DOWN: _down,
    Mark.UP: _up,
    Mark.TICK: _tick,
    Mark.CLOSE: _close,
    Mark.PAPER: _paper,
    Mark.LOCK: _lock,
}


def draw(painter: QPainter, mark: Mark, box: QRectF, colour: QColor) -> None:
    """Draw a mark centred in ``box``, as large as its shorter side."""
    side = min(box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center().x() - side / 2, box.center().y() - side / 2)
    painter.scale(side / 16, side / 16)
    painter.setPen(_pen(colour, 1.25 * min(1.0, 28 / side)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAW[mark](painter, colour)
    painter.restore()


def icon(mark: Mark, colour: QColor, side: int, ratio: float = 1.0) -> QIcon:
    """The same as an icon of ``side`` logical pixels."""
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw(painter, mark, QRectF(0, 0, side, side), colour)
    painter.end()
    return QIcon(pixmap)
