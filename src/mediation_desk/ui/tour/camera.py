"""Pictures of the windows, numbered as they are taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from mediation_desk.ui.look.look import look
from mediation_desk.ui.tour.hands import Hands


class Camera:
    """Takes pictures into a folder; without one it takes none, for whoever only walks the way."""

    def __init__(self, hands: Hands, window: QWidget, folder: Path | None = None) -> None:
        self._hands, self._window, self._folder = hands, window, folder
        self.taken: list[Path] = []

    def take(self, name: str) -> None:
        """The window, with what is open over it, once all is at rest. ``name``: a few English words, for the file."""
        if self._folder is not None:
            self._hands.rest()
            self.snap(name)

    def snap(self, name: str) -> None:
        """The window as it is this moment."""
        if self._folder is None:
            return
        file = self._folder / f"{len(self.taken) + 1:02d}-{name}.png"
        image = self._window.grab().toImage()
        for dialog in _open_over(self._window):
            _put(image, dialog)
        image.save(str(file), quality=0)  # by its name a PNG; 0: as small as it gets
        self.taken.append(file)


def _open_over(window: QWidget) -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible() and w is not window]


def _put(image: QImage, dialog: QWidget) -> None:
    """A dialog is a window of its own: no one picture of the screen holds both."""
    shown = dialog.grab()
    corner = QPoint((image.width() - shown.width()) // 2, (image.height() - shown.height()) // 2)
    painter = QPainter(image)
    painter.drawPixmap(corner, shown)
    painter.setPen(look().colour(look().colours.edge))
    painter.drawRect(QRect(corner, shown.size()).adjusted(-1, -1, 0, 0))
    painter.end()
