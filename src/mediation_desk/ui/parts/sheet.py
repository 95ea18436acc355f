"""A sheet of paper on the desk: the white card things lie on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mediation_desk.ui.look.gaps import column


class Sheet(QFrame):
    """A white card; ``inside`` is the column its contents go into."""

    def __init__(self, margins: int = 16, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "sheet")
        self.inside: QVBoxLayout = column(self, margins, gap)


class Scrolled(QScrollArea):
    """Contents that scroll up and down when they are taller than their place, never sideways."""

    def __init__(self, contents: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        contents.setProperty("part", "scrolled")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(contents)
