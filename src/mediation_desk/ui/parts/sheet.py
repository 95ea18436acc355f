"""A sheet of paper on the desk: the white card things lie on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mediation_desk.ui.look.gaps import column


class Sheet(QFrame):
    """A white card; ``inside`` is the column its contents go into."""

    def __init__(self, margins: int = 16, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "sheet")
        self.inside: QVBoxLayout = column(self, margins, gap)


class Fitted(QScrollArea):
    """Contents that take all the room there is and scroll, both ways, only below the least they can do with."""

    def __init__(self, contents: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.contents = contents
        self.setWidget(_Floor(contents))


class _Floor(QWidget):
    """Holds one widget at its own size. Without a layout, so that the scroll area asks for the least height and not
    for the preferred one."""

    def __init__(self, contents: QWidget) -> None:
        super().__init__()
        self.setProperty("part", "scrolled")
        self._contents = contents
        contents.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._contents.resize(self.size())
        self._floor()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._floor()
        return super().event(event)

    def _floor(self) -> None:
        least = self._contents.minimumSizeHint()
        layout = self._contents.layout()
        if layout is not None and layout.hasHeightForWidth():
            least.setHeight(layout.minimumHeightForWidth(max(self.width(), least.width())))
        self.setMinimumSize(least.expandedTo(QSize(0, 0)))


class Scrolled(QScrollArea):
    """Contents that scroll up and down when they are taller than their place; sideways only with ``across``."""

    def __init__(self, contents: QWidget, *, across: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if contents.property("part") is None:
            contents.setProperty("part", "scrolled")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        if not across:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(contents)
